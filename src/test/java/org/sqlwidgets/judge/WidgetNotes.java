package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What works, but is risky or pointless: the notes of rules R04 to R25. */
final class WidgetNotes {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Set<String> RAW_TYPES =
      Set.of("chart", "chart-highcharts", "chart-vegalite", "html", "youtube");

  /** Names with a meaning of their own, and the type of widget or param where it is meant. */
  private static final Map<String, String> OWN_MEANING =
      Map.of("query", "", "prompt", "omni", "period", "", "symbol", "ticker", "selectedGroup", "");

  private WidgetNotes() {}

  /** Names are unique: Excel finds widgets by name. */
  static void r04(List<WidgetView> widgets, Report report) {
    List<String> names =
        widgets.stream().map(widget -> Values.text(widget.node().path("name"))).toList();
    for (String name : Repeats.of(names)) {
      report.add("R04", "widgets", "name \"" + name + "\" is used twice");
    }
  }

  /** Render functions and their parameters go together. */
  static void r09(WidgetView widget, Report report) {
    for (ColumnView column : widget.columns()) {
      String markdown = Values.text(column.renderFnParams().path("sendToAgent").path("markdown"));
      PLACEHOLDER
          .matcher(markdown)
          .results()
          .filter(found -> !widget.columnNames().contains(found.group(1)))
          .forEach(found -> report.add("R09", column.place(), found.group() + " is no column"));
      if (column.renderFnParams().has("colorRules") && !column.renders("columnColor")) {
        report.add("R09", column.place(), "colorRules without columnColor");
      }
      if (column.renders("hoverCard") && !column.cellDataType().equals("object")) {
        report.add("R09", column.place(), "hoverCard needs cellDataType \"object\"");
      }
    }
  }

  /** The client gives some names a meaning of its own. */
  static void r10(WidgetView widget, Report report) {
    for (ParamView param : widget.params()) {
      String meantFor = OWN_MEANING.get(param.name());
      boolean meant =
          meantFor == null || meantFor.equals(widget.type()) || meantFor.equals(param.type());
      if (!meant) {
        report.add("R10", param.place(), "this name has a meaning of its own in the client");
      }
    }
  }

  /** Labels are unique in one list. */
  static void r17(WidgetView widget, Report report) {
    for (ParamView param : widget.controls()) {
      List<JsonNode> labels =
          Values.list(param.node().path("options")).stream().map(o -> o.path("label")).toList();
      for (JsonNode label : Repeats.ofValues(labels)) {
        report.add("R17", param.place("options"), "label " + label + " is shown twice");
      }
    }
  }

  /** The size is given, and the client keeps it. */
  static void r18(WidgetView widget, Report report) {
    JsonNode grid = widget.node().path("gridData");
    if (grid.isMissingNode()) {
      report.add("R18", widget.place("gridData"), "no size is given");
    } else if (enlarged(grid, "w", "minW", 8) || enlarged(grid, "h", "minH", 4)) {
      report.add("R18", widget.place("gridData"), "the client enlarges it to at least 8 x 4");
    }
  }

  private static boolean enlarged(JsonNode grid, String side, String minimum, int clientMinimum) {
    int size = grid.path(side).asInt();
    return size < clientMinimum && grid.path(minimum).asInt(clientMinimum) > size;
  }

  /** A live grid has a socket. */
  static void r19(WidgetView widget, Report report) {
    if (widget.type().equals("live_grid") && !widget.node().has("wsEndpoint")) {
      report.add("R19", widget.place("wsEndpoint"), "a live_grid without a socket is not live");
    }
  }

  /** Only some types have a raw view. */
  static void r20(WidgetView widget, Report report) {
    if (widget.node().path("raw").asBoolean() && !RAW_TYPES.contains(widget.type())) {
      report.add("R20", widget.place("raw"), "a " + widget.type() + " has no raw view");
    }
  }

  /** Without automatic reloads nothing grows stale. */
  static void r21(WidgetView widget, Report report) {
    JsonNode interval = widget.node().path("refetchInterval");
    boolean never = interval.isBoolean() && !interval.asBoolean();
    if (never && widget.node().has("staleTime")) {
      report.add("R21", widget.place("staleTime"), "has no effect with refetchInterval false");
    }
  }

  /** Falsy values are never sent as a default. */
  static void r22(WidgetView widget, Report report) {
    for (ParamView param : widget.controls()) {
      for (JsonNode value : param.optionValues()) {
        if (falsy(value)) {
          report.add("R22", param.place("options"), value + " is never sent as a default");
        }
      }
    }
  }

  private static boolean falsy(JsonNode value) {
    return (value.isTextual() && value.asText().isEmpty())
        || (value.isNumber() && value.decimalValue().signum() == 0)
        || (value.isBoolean() && !value.asBoolean());
  }

  /** Every param has a label. */
  static void r23(WidgetView widget, Report report) {
    for (ParamView param : widget.controls()) {
      if (!param.node().has("label")) {
        report.add("R23", param.place(), "no label");
      }
    }
  }

  /** Category and source are given. */
  static void r25(WidgetView widget, Report report) {
    for (String key : List.of("category", "source")) {
      if (!widget.node().has(key)) {
        report.add("R25", widget.place(key), "not given");
      }
    }
  }
}
