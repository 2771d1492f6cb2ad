package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** R02, R03, R11: paths and ids that the client understands as meant. */
final class AddressRules {
  private static final Set<String> RESERVED =
      Set.of(
          "/widgets.json",
          "/apps.json",
          "/templates.json",
          "/agents.json",
          "/table-schemas",
          "/semantic-views");

  private AddressRules() {}

  /** No address is one that the client reads for itself. */
  static void r02(WidgetView widget, Report report) {
    for (String key : List.of("endpoint", "wsEndpoint", "fileEndpoint")) {
      r02(widget.place(key), widget.node().path(key), report);
    }
    for (ParamView param : widget.params()) {
      r02(param.place("optionsEndpoint"), param.node().path("optionsEndpoint"), report);
      r02(param.place("endpoint"), param.node().path("endpoint"), report);
    }
  }

  private static void r02(String place, JsonNode address, Report report) {
    String path = Values.text(address).replaceAll("/+", "/");
    if (RESERVED.contains(path)) {
      report.add("R02", place, "\"" + path + "\" is a path of the client's own");
    }
  }

  /** No id is one of the client's own. */
  static void r03(WidgetView widget, Report report) {
    if (BuiltInIds.LIST.include(widget.id())) {
      report.add("R03", widget.place(), "the client has a built-in widget of this id");
    }
  }

  /** One last path segment, one optionsEndpoint: the client groups by the segment. */
  static void r11(List<WidgetView> widgets, Report report) {
    Map<String, String> pathOfSegment = new LinkedHashMap<>();
    for (WidgetView widget : widgets) {
      for (ParamView param : widget.params()) {
        String path = Values.text(param.node().path("optionsEndpoint"));
        String segment = path.substring(path.lastIndexOf('/') + 1);
        String first = path.isEmpty() ? path : pathOfSegment.computeIfAbsent(segment, s -> path);
        if (!first.equals(path)) {
          report.add(
              "R11",
              param.place("optionsEndpoint"),
              "\"" + path + "\" ends like \"" + first + "\"");
        }
      }
    }
  }
}
