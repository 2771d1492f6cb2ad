package org.sqlwidgets.lookup;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings the rows of one lookup from one state to another; runs inside a transaction. */
@Singleton
final class OptionRows {
  private final LookupRepository lookups;
  private final LookupOptionRepository options;

  OptionRows(LookupRepository lookups, LookupOptionRepository options) {
    this.lookups = lookups;
    this.options = options;
  }

  /** The lookup as it is; until the transaction ends nobody else changes it. */
  Optional<LookupState> lock(String name) {
    return lookups.lock(name).map(row -> row.state(entries(options.lockAll(name))));
  }

  /** The lookup as it is. */
  Optional<LookupState> find(String name) {
    return lookups.findById(name).map(row -> row.state(entries(options.findAllOf(name))));
  }

  /** All lookups as they are, by name. */
  List<LookupState> findAll() {
    Map<String, List<LookupOptionRow>> byLookup =
        options.findAllInOrder().stream().collect(groupingBy(LookupOptionRow::lookup));
    return lookups.findAllOrderByName().stream()
        .map(row -> row.state(entries(byLookup.getOrDefault(row.name(), List.of()))))
        .toList();
  }

  private static List<OptionEntry> entries(List<LookupOptionRow> rows) {
    return rows.stream().map(LookupOptionRow::entry).toList();
  }

  /** Makes the rows what is wanted. */
  void write(String name, Optional<LookupState> present, Optional<LookupState> wanted) {
    if (wanted.isEmpty()) {
      lookups.delete(name);
      return;
    }
    LookupState to = wanted.get();
    if (present.isEmpty()) {
      lookups.add(LookupRow.of(to));
    } else if (!present.get().bare().equals(to.bare())) {
      lookups.change(LookupRow.of(to));
    }
    write(present.map(LookupState::byId).orElse(Map.of()), to);
  }

  private void write(Map<Long, OptionEntry> present, LookupState wanted) {
    List<LookupOptionRow> added = new ArrayList<>();
    List<LookupOptionRow> restored = new ArrayList<>();
    List<LookupOptionRow> changed = new ArrayList<>();
    for (OptionEntry option : wanted.options()) {
      OptionEntry before = present.get(option.id());
      if (option.id() == OptionEntry.NEW) {
        added.add(LookupOptionRow.of(wanted.name(), option));
      } else if (before == null) {
        restored.add(LookupOptionRow.of(wanted.name(), option));
      } else if (!before.equals(option)) {
        changed.add(LookupOptionRow.of(wanted.name(), option));
      }
    }
    Map<Long, OptionEntry> kept = wanted.byId();
    List<LookupOptionRow> gone =
        present.values().stream()
            .filter(option -> !kept.containsKey(option.id()))
            .map(option -> LookupOptionRow.of(wanted.name(), option))
            .toList();
    each(gone, options::delete);
    each(changed, options::change);
    each(restored, options::restore);
    each(added, options::add);
  }

  private static void each(List<LookupOptionRow> rows, Consumer<List<LookupOptionRow>> statement) {
    if (!rows.isEmpty()) {
      statement.accept(rows);
    }
  }
}
