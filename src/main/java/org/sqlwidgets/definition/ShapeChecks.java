package org.sqlwidgets.definition;

import java.util.List;
import java.util.Locale;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.NewsfeedShape;
import org.sqlwidgets.widget.WidgetType;

/** Checks the columns of types that know only certain ones (contract §4.8). */
final class ShapeChecks {
  private final List<ColumnDef> columns;
  private final SourceLocation sql;
  private final Problems problems;

  ShapeChecks(List<ColumnDef> columns, SourceLocation sql, Problems problems) {
    this.columns = columns;
    this.sql = sql;
    this.problems = problems;
  }

  private List<String> labels() {
    return columns.stream().map(ColumnDef::field).toList();
  }

  void newsfeed() {
    List<String> missing =
        NewsfeedShape.COLUMNS.stream().filter(name -> !labels().contains(name)).toList();
    if (!missing.isEmpty()) {
      problems.error(
          sql,
          "a newsfeed needs the columns %s; the query does not return %s"
              .formatted(String.join(", ", NewsfeedShape.COLUMNS), quoted(missing)));
    }
    columns.stream().filter(column -> column.field().equals("date")).forEach(this::checkDate);
    warnOfOthers(WidgetType.NEWSFEED, NewsfeedShape.COLUMNS);
  }

  private void checkDate(ColumnDef date) {
    switch (date.sqlType()) {
      case DATE, TIMESTAMP, TIMESTAMPTZ -> {}
      default ->
          problems.error(
              sql,
              "column \"date\" of a newsfeed is %s; cast it to date, timestamp or timestamptz"
                  .formatted(date.sqlType().name().toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * The column {@code url} or one column alone, for a video also {@code transcript}.
   *
   * @param raw true when the widget offers the raw view
   */
  void address(WidgetType type, boolean raw) {
    List<String> known = type == WidgetType.YOUTUBE ? List.of("url", "transcript") : List.of("url");
    List<String> others = labels().stream().filter(name -> !known.contains(name)).toList();
    boolean alone = others.size() == 1 && labels().stream().noneMatch("url"::equals);
    if (!labels().contains("url") && !alone) {
      problems.error(
          sql,
          "type %s needs the column \"url\"; the query returns %s"
              .formatted(type.word(), quoted(labels())));
    } else if (!alone) {
      warnOfOthers(type, known);
    }
    if (type == WidgetType.YOUTUBE && raw && !labels().contains("transcript")) {
      problems.warning(
          sql,
          "\"raw\" shows what is said in the video, and the query returns no column"
              + " \"transcript\"; add it or remove \"raw\"");
    }
  }

  private void warnOfOthers(WidgetType type, List<String> known) {
    labels().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                problems.warning(
                    sql,
                    "column \"%s\" is not shown: type %s knows only %s"
                        .formatted(name, type.word(), String.join(", ", known))));
  }

  private static String quoted(List<String> names) {
    return "\"" + String.join("\", \"", names) + "\"";
  }
}
