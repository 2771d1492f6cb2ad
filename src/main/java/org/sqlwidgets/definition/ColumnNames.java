package org.sqlwidgets.definition;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.ColumnDef;

/** The columns of a query by name; a name that is none of them is a problem. */
final class ColumnNames {
  private final Optional<List<ColumnDef>> columns;
  private final List<String> names;
  private final Problems problems;

  /**
   * Names that are looked up.
   *
   * @param columns empty while nobody knows them: then every name passes
   */
  ColumnNames(Optional<List<ColumnDef>> columns, Problems problems) {
    this.columns = columns;
    this.names = columns.orElse(List.of()).stream().map(ColumnDef::field).toList();
    this.problems = problems;
  }

  /** The same columns with problems that go elsewhere. */
  ColumnNames reportingTo(Problems others) {
    return new ColumnNames(columns, others);
  }

  /** All columns; none while nobody knows them. */
  List<ColumnDef> all() {
    return columns.orElse(List.of());
  }

  /** True when the query has been described, so that there is something to look up. */
  boolean areKnown() {
    return columns.isPresent();
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  /** The names themselves. */
  List<String> names() {
    return names;
  }

  /** The column at a position; empty while nobody knows the columns. */
  Optional<ColumnDef> column(int position) {
    return columns.map(known -> known.get(position));
  }

  /** The 0-based position of a column; empty when it was reported. */
  Optional<Integer> find(String name, SourceLocation at) {
    if (!areKnown()) {
      return Optional.of(0);
    }
    int position = names.indexOf(name);
    if (position < 0) {
      missing(name, at, "");
      return Optional.empty();
    }
    return Optional.of(position);
  }

  /** Reports a name that is no column: a near one, or all of them and what else may be meant. */
  void missing(String name, SourceLocation at, String otherwise) {
    String near = NearMiss.hint(name, names);
    problems.error(
        at,
        "the query returns no column \"%s\"%s"
            .formatted(
                name,
                near.isEmpty() ? "; its columns are " + NearMiss.listed(names) + otherwise : near));
  }
}
