package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** R05 to R09 and R19: columns are declared, and what names a column names a declared one. */
final class ColumnRules {
  private static final Set<String> NEED_COLUMNS = Set.of("table", "ssrm_table", "live_grid");
  private static final Set<String> TEXT_LIKE = Set.of("", "text", "date", "dateString");
  private static final Set<String> KEEPS_TEXT = Set.of("category", "time", "excluded");

  private ColumnRules() {}

  /** Tables publish their columns. */
  static void r05(WidgetView widget, Report report) {
    if (NEED_COLUMNS.contains(widget.type()) && widget.columns().isEmpty()) {
      report.add("R05", widget.place("columnsDefs"), "a " + widget.type() + " declares no columns");
    }
  }

  /** No field twice. */
  static void r06(WidgetView widget, Report report) {
    for (String field : Repeats.of(widget.columns().stream().map(ColumnView::field).toList())) {
      report.add("R06", widget.place("columnsDefs"), "field \"" + field + "\" is declared twice");
    }
  }

  /** Text stays text: else {@code "007"} becomes 7. */
  static void r07(WidgetView widget, Report report) {
    for (ColumnView column : widget.columns()) {
      boolean mayBeText =
          TEXT_LIKE.contains(column.cellDataType()) && !column.node().hasNonNull("formatterFn");
      String chartDataType = Values.text(column.node().path("chartDataType"));
      if (mayBeText && !KEEPS_TEXT.contains(chartDataType)) {
        report.add(
            "R07",
            column.place(),
            "chartDataType \"" + chartDataType + "\" turns numeric text into numbers");
      }
    }
  }

  /** A chart view uses declared columns. */
  static void r08(WidgetView widget, Report report) {
    String place = widget.place("chartView.cellRangeCols");
    chartColumns("R08", place, widget.table().path("chartView"), widget, report);
  }

  /** Names the columns of a chart view that the widget has not declared (R08, R37). */
  static void chartColumns(
      String rule, String place, JsonNode chartView, WidgetView widget, Report report) {
    for (Map.Entry<String, JsonNode> range : chartView.path("cellRangeCols").properties()) {
      for (String column : Values.texts(range.getValue())) {
        notDeclared(rule, place + "." + range.getKey(), column, widget, report);
      }
    }
  }

  /** Cell clicks and sparklines name params and columns of their widget. */
  static void r09(WidgetView widget, Report report) {
    for (ColumnView column : widget.columns()) {
      JsonNode groupBy = column.renderFnParams().path("groupBy");
      JsonNode param = groupBy.path("paramName");
      if (param.isTextual() && !widget.paramNames().contains(param.asText())) {
        report.add("R09", column.place(), "groupBy names no param \"" + param.asText() + "\"");
      }
      Stream.of(groupBy.path("valueField"), column.node().path("sparkline").path("dataField"))
          .filter(JsonNode::isTextual)
          .forEach(name -> notDeclared("R09", column.place(), name.asText(), widget, report));
    }
  }

  /** Row ids of a live grid are declared columns. */
  static void r19(WidgetView widget, Report report) {
    for (String key : List.of("wsRowIdColumn", "wsRowIdColumns")) {
      for (String column : Values.texts(widget.node().path("data").path(key))) {
        notDeclared("R19", widget.place("data." + key), column, widget, report);
      }
    }
  }

  private static void notDeclared(
      String rule, String place, String column, WidgetView widget, Report report) {
    if (!widget.columnNames().contains(column)) {
      report.add(rule, place, "column \"" + column + "\" is not declared");
    }
  }
}
