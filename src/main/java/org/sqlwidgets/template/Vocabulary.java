package org.sqlwidgets.template;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sqlwidgets.template.Template.TemplateException;
import org.sqlwidgets.widget.ColumnDef;

/**
 * The names that a template may use (widget-file §4).
 *
 * @param columns of the query; a column hides another meaning of its name
 * @param constants names whose values the reply does not change
 */
record Vocabulary(List<ColumnDef> columns, Set<String> constants) {
  static final String ROWS = "rows";
  static final String COUNT = "count";
  static final String SUM = "sum.";

  private static final Set<String> OF_THE_LIBRARY = Set.of("-first", "-last", "-index", ".");

  /** Refuses names that mean nothing. */
  void check(Collection<String> names) throws TemplateException {
    Set<String> unknown = new LinkedHashSet<>();
    for (String name : names) {
      Optional<ColumnDef> summed = summed(name);
      if (summed.isPresent() && !summed.get().sqlType().isNumber()) {
        throw new TemplateException(
            "template asks for \"%s\", but column \"%s\" holds no numbers"
                .formatted(name, summed.get().field()));
      }
      if (summed.isEmpty() && !isKnown(name)) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      throw new TemplateException(
          "template names "
              + quoted(unknown)
              + ", which the query does not return; it returns "
              + quoted(columns.stream().map(ColumnDef::field).toList()));
    }
  }

  private boolean isKnown(String name) {
    return name.equals(ROWS)
        || name.equals(COUNT)
        || OF_THE_LIBRARY.contains(name)
        || constants.contains(name)
        || index(name).isPresent();
  }

  private static String quoted(Collection<String> names) {
    return "\"" + String.join("\", \"", names) + "\"";
  }

  /** The place of a column among the others. */
  private OptionalInt index(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).field().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The column that a name adds up, if it asks for that. */
  private Optional<ColumnDef> summed(String name) {
    return name.startsWith(SUM)
        ? columns.stream().filter(c -> name.equals(SUM + c.field())).findFirst()
        : Optional.empty();
  }

  /** The columns whose sums a template asks for. */
  Set<ColumnDef> summed(Collection<String> names) {
    Set<ColumnDef> columns = new LinkedHashSet<>();
    names.forEach(name -> summed(name).ifPresent(columns::add));
    return columns;
  }

  /** True when a name stands for digits, whatever the rows are. */
  boolean isNumber(String name) {
    OptionalInt column = index(name);
    return column.isPresent()
        ? columns.get(column.getAsInt()).sqlType().isNumber()
        : name.equals(COUNT) || name.equals("-index") || summed(name).isPresent();
  }
}
