package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.QueryCompiler.DatabaseUnavailableException;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.lookup.StoredLookup;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Lookup.StoredOption;
import org.sqlwidgets.widget.Lookup.StoredOptions;
import org.sqlwidgets.widget.Option;

/** Compiles the lookups that are kept in the database, remembering what each row gave. */
final class StoredLookupCompiler {
  private final CompilerSettings settings;
  private final Optional<StatementDescriber> describer;
  private final Map<StoredLookup, Result> memory = new HashMap<>();
  private final Map<String, Lookup> lastGood = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private boolean unsettled;

  StoredLookupCompiler(CompilerSettings settings, Optional<StatementDescriber> describer) {
    this.settings = settings;
    this.describer = describer;
  }

  /**
   * What a row gave.
   *
   * @param lookup empty when the row is wrong
   * @param problems what is wrong with it
   */
  private record Result(Optional<Lookup> lookup, List<Problem> problems) {}

  /** Has every row compiled anew next time. */
  void forget() {
    memory.clear();
  }

  /** True when the database could not be asked about some row. */
  boolean isUnsettled() {
    return unsettled;
  }

  /** Why other names are not there, as ends of sentences; after {@link #compile}. */
  Map<String, String> refused() {
    return Map.copyOf(refused);
  }

  /** All rows that are right, and the last good version of those that broke. */
  List<Lookup> compile(DatabaseLookups stored, Problems problems) {
    unsettled = false;
    memory.keySet().retainAll(stored.lookups());
    lastGood.keySet().retainAll(stored.lookups().stream().map(StoredLookup::name).toList());
    refused.clear();
    stored
        .disabled()
        .forEach(
            name ->
                refused.put(
                    name, "is switched off: its row in sql_widgets.lookup has enabled = false"));
    List<Lookup> lookups = new ArrayList<>();
    for (StoredLookup row : stored.lookups()) {
      Result result = result(row);
      problems.addAll(result.problems());
      result.lookup().ifPresent(lookup -> lastGood.put(row.name(), lookup));
      Lookup serving = lastGood.get(row.name());
      if (serving == null) {
        refused.put(row.name(), "cannot be used before its row in sql_widgets.lookup is mended");
      } else {
        lookups.add(serving);
      }
    }
    return lookups;
  }

  private Result result(StoredLookup row) {
    Result known = memory.get(row);
    if (known != null) {
      return known;
    }
    Problems problems = new Problems();
    SourceLocation at = StoredLookup.place(row.name());
    try {
      Optional<Lookup> lookup = compile(row, at, problems);
      Result result = new Result(problems.hasErrors() ? Optional.empty() : lookup, problems.list());
      memory.put(row, result);
      return result;
    } catch (DatabaseUnavailableException e) {
      unsettled = true;
      problems.error(at, "the database cannot be asked about this lookup: " + e.getMessage());
      return new Result(Optional.empty(), problems.list());
    }
  }

  private Optional<Lookup> compile(StoredLookup row, SourceLocation at, Problems problems) {
    if (!LookupCompiler.isName(row.name())) {
      problems.error(at, LookupCompiler.wrongName(row.name()) + "; rename the row");
      return Optional.empty();
    }
    String query = row.query();
    if (query != null && !row.options().isEmpty()) {
      problems.error(at, "the lookup has both a query and options; remove one of them");
      return Optional.empty();
    }
    Optional<String> description = Optional.ofNullable(row.description());
    if (query != null) {
      return new LookupCompiler(settings, describer, problems)
          .stored(row.name(), at, description, Optional.ofNullable(row.datasource()), query);
    }
    if (row.options().size() > Lookup.MOST_OPTIONS) {
      problems.error(
          at, "the lookup has more than %d options; use a query".formatted(Lookup.MOST_OPTIONS));
      return Optional.empty();
    }
    List<StoredOption> options = row.options().stream().map(StoredLookupCompiler::option).toList();
    return Optional.of(
        new Lookup(
            row.name(),
            at,
            description,
            new StoredOptions(options, Optional.ofNullable(row.parentParam()))));
  }

  private static StoredOption option(org.sqlwidgets.lookup.StoredOption row) {
    return new StoredOption(
        new Option(
            row.value(),
            row.label(),
            Optional.ofNullable(row.description()),
            Optional.ofNullable(row.rightOfDescription()),
            row.isDefault()),
        Optional.ofNullable(row.parentValue()));
  }
}
