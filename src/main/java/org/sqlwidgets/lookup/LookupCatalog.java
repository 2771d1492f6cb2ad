package org.sqlwidgets.lookup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lookups that are kept in the database. */
@Singleton
public final class LookupCatalog {
  private final LookupRepository lookups;
  private final LookupOptionRepository options;
  private final TransactionOperations<?> transactions;

  LookupCatalog(
      LookupRepository lookups,
      LookupOptionRepository options,
      TransactionOperations<?> transactions) {
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
    try {
      return transactions.execute(
          oneView(), status -> stored(lookups.findAllOrderByName(), options.findAllInOrder()));
    } catch (DataAccessException | ConnectionException | TransactionException e) {
      throw new LookupsUnavailableException(e);
    }
  }

  /** Both tables as of one moment, though they are read one after the other. */
  private static TransactionDefinition oneView() {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    definition.setReadOnly(true);
    definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
    return definition;
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
