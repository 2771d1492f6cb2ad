package org.sqlwidgets.lookup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lookups that are kept in the database. */
@Singleton
public final class LookupCatalog {
  private final LookupRepository lookups;
  private final LookupOptionRepository options;
  private final LookupTransactions transactions;

  LookupCatalog(
      LookupRepository lookups, LookupOptionRepository options, LookupTransactions transactions) {
    this.lookups = lookups;
    this.options = options;
    this.transactions = transactions;
  }

  /**
   * Reads both tables as they are now; cheap enough to be asked every second.
   *
   * @throws LookupsUnavailableException while the database cannot be read
   */
  public DatabaseLookups snapshot() {
    return transactions.read(() -> stored(lookups.findAllOrderByName(), options.findAllInOrder()));
  }

  private static DatabaseLookups stored(List<LookupRow> rows, List<LookupOptionRow> optionRows) {
    Map<String, List<StoredOption>> byLookup =
        optionRows.stream()
            .filter(LookupOptionRow::isEnabled)
            .collect(
                groupingBy(LookupOptionRow::lookup, mapping(LookupOptionRow::stored, toList())));
    List<StoredLookup> enabled =
        rows.stream()
            .filter(LookupRow::isEnabled)
            .map(row -> stored(row, byLookup.getOrDefault(row.name(), List.of())))
            .toList();
    Set<String> disabled =
        rows.stream().filter(row -> !row.isEnabled()).map(LookupRow::name).collect(toSet());
    return new DatabaseLookups(enabled, disabled);
  }

  private static StoredLookup stored(LookupRow row, List<StoredOption> options) {
    return new StoredLookup(
        row.name(), row.description(), row.query(), row.datasource(), row.parentParam(), options);
  }
}
