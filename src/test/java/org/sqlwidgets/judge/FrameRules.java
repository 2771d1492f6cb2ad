package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** R18 and R24: the widget's size and the place of its rows. */
final class FrameRules {
  private FrameRules() {}

  /** The size lies between its bounds. */
  static void r18(WidgetView widget, Report report) {
    JsonNode grid = widget.node().path("gridData");
    for (String side : List.of("W", "H")) {
      int size = grid.path(side.equals("W") ? "w" : "h").asInt();
      int least = grid.path("min" + side).asInt(size);
      int most = grid.path("max" + side).asInt(size);
      if (size < least || size > most) {
        String place = widget.place("gridData");
        report.add("R18", place, size + " is not between " + least + " and " + most);
      }
    }
  }

  /** Server-side tables have their rows where the client looks. */
  static void r24(WidgetView widget, Report report) {
    JsonNode dataKey = widget.node().path("data").path("dataKey");
    if (widget.isServerSide() && dataKey.isTextual() && !dataKey.asText().equals("rowData")) {
      report.add("R24", widget.place("data.dataKey"), dataKey + ", the client uses \"rowData\"");
    }
  }
}
