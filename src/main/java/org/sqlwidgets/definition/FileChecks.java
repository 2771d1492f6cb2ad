package org.sqlwidgets.definition;

import java.util.List;
import java.util.Locale;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.FileShape;
import org.sqlwidgets.widget.SqlType;

/** Checks widgets that show files: their columns and the param that chooses (contract §4.8). */
final class FileChecks {
  private final WidgetDefinition definition;
  private final List<ColumnDef> columns;
  private final SourceLocation sql;
  private final Problems problems;

  FileChecks(
      WidgetDefinition definition, List<ColumnDef> columns, SourceLocation sql, Problems problems) {
    this.definition = definition;
    this.columns = columns;
    this.sql = sql;
    this.problems = problems;
  }

  private static List<ParamDefinition> selectors(WidgetDefinition definition) {
    return definition.params().stream()
        .filter(param -> param.published().containsKey("roles"))
        .toList();
  }

  /** Only a viewer of several files has a param that chooses them. */
  static void refuseSelectors(WidgetDefinition definition, Problems problems) {
    selectors(definition)
        .forEach(
            param ->
                problems.error(
                    param.paramName().at(),
                    "param \"%s\" has \"roles\", which belongs to type: multi_file_viewer; remove it"
                        .formatted(param.paramName().value())));
  }

  void pdf() {
    checkContent();
    warnOfOthers("");
  }

  /** Exactly one dropdown chooses the files (contract §14, E15). */
  void files() {
    checkContent();
    List<ParamDefinition> selectors = selectors(definition);
    if (selectors.size() != 1 || !selectors.getFirst().dropdown()) {
      problems.error(
          selectors.isEmpty() ? sql : selectors.getLast().paramName().at(),
          "type multi_file_viewer needs exactly one param with roles: [fileSelector], and a lookup"
              + " that lists the files");
      return;
    }
    String selector = selectors.getFirst().paramName().value();
    if (columns.stream().noneMatch(column -> isKey(column, selector))) {
      problems.error(
          sql,
          "the query must say which file a row is, in a column \"%s\" or \"filename\""
              .formatted(selector));
    }
    warnOfOthers(selector);
  }

  private static boolean isKey(ColumnDef column, String selector) {
    return column.field().equals("filename") || column.field().equals(selector);
  }

  private void checkContent() {
    if (columns.stream().noneMatch(c -> c.field().equals("content") || c.field().equals("url"))) {
      problems.error(
          sql,
          "a file needs the column \"content\" with its bytes, or \"url\" with its address; the query returns \"%s\""
              .formatted(String.join("\", \"", columns.stream().map(ColumnDef::field).toList())));
    }
    columns.stream()
        .filter(column -> column.field().equals("content"))
        .filter(column -> column.sqlType() != SqlType.BINARY && column.sqlType() != SqlType.TEXT)
        .forEach(
            column ->
                problems.error(
                    sql,
                    "column \"content\" of a file is %s; cast it to bytea or text"
                        .formatted(column.sqlType().name().toLowerCase(Locale.ROOT))));
  }

  private void warnOfOthers(String selector) {
    columns.stream()
        .map(ColumnDef::field)
        .filter(name -> !FileShape.COLUMNS.contains(name) && !name.equals(selector))
        .forEach(
            name ->
                problems.warning(
                    sql,
                    "column \"%s\" is not shown: a file knows only %s"
                        .formatted(name, String.join(", ", FileShape.COLUMNS))));
  }
}
