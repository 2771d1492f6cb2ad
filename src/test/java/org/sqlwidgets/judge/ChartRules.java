package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What contract §4.3 to §4.5 ask of charts. */
final class ChartRules {
  private static final int SAFE_BITS = 53;
  private static final Map<String, String> BACKGROUNDS =
      Map.of("dark", "#151518", "light", "#FFFFFF");
  private static final Set<String> CONSTRUCTORS =
      Set.of("chart", "stockChart", "mapChart", "ganttChart");
  private static final List<String> AXES =
      List.of("x", "y", "z", "open", "high", "low", "close", "labels", "values", "text");
  private static final Pattern SCHEMA =
      Pattern.compile("https://vega\\.github\\.io/schema/vega-lite/v\\d+\\.json");
  private static final Pattern FUNCTION = Pattern.compile("(?s)\\s*(function\\b|\\(.*\\)\\s*=>).*");

  private final String theme;
  private final Report report;

  ChartRules(String theme, Report report) {
    this.theme = theme;
    this.report = report;
  }

  /** §4.3: traces, layout and config. */
  void plotly(JsonNode reply) {
    onlyKeys("§4.3", "reply", reply, Set.of("data", "layout", "config"));
    List<JsonNode> traces = Values.list(reply.path("data"));
    if (traces.isEmpty()) {
      report.add("§4.3", "data", "no trace");
    }
    for (int i = 0; i < traces.size(); i++) {
      trace("trace " + (i + 1), traces.get(i));
    }
    if (!reply.path("layout").isObject()) {
      report.add("§4.3", "layout", "not an object");
    }
    background("§4.3", reply.at("/layout/paper_bgcolor"));
    background("§4.3", reply.at("/layout/plot_bgcolor"));
    if (!reply.at("/layout/template/layout/font/color").isTextual()
        || reply.at("/layout/template/layout/colorway").isEmpty()
        || !reply.at("/layout/template/layout/xaxis/gridcolor").isTextual()) {
      report.add("§4.3", "layout", "no colours of the theme for font, series and grid");
    }
    boolean empty = traces.stream().allMatch(ChartRules::isEmpty);
    boolean said = reply.at("/layout/annotations").toString().contains("No data");
    if (empty != said) {
      report.add(
          "§4.3", "layout", empty ? "nothing says that there are no data" : "it says No data");
    }
    safeNumbers("§10.2", "reply", reply);
  }

  private void trace(String place, JsonNode trace) {
    if (Values.text(trace.path("type")).isEmpty()) {
      report.add("§4.3", place, "no type");
    }
    if (trace.has("name") && Values.text(trace.path("name")).isEmpty()) {
      report.add("§4.3", place, "name is not a text, or empty");
    }
    List<Integer> sizes =
        AXES.stream()
            .filter(axis -> trace.path(axis).isArray() && !isMatrix(trace.path(axis)))
            .map(axis -> trace.path(axis).size())
            .distinct()
            .toList();
    if (sizes.size() > 1) {
      report.add("§4.3", place, "lists of different length: " + sizes);
    }
  }

  private static boolean isMatrix(JsonNode list) {
    return list.path(0).isArray();
  }

  private static boolean isEmpty(JsonNode trace) {
    return AXES.stream().allMatch(axis -> trace.path(axis).isEmpty());
  }

  /** §4.4: constructor and options. */
  void highcharts(JsonNode reply) {
    onlyKeys("§4.4", "reply", reply, Set.of("constructorType", "userOptions"));
    if (reply.has("constructorType")
        && !CONSTRUCTORS.contains(Values.text(reply.path("constructorType")))) {
      report.add("§4.4", "constructorType", "unknown: " + reply.path("constructorType"));
    }
    JsonNode options = reply.path("userOptions");
    if (Values.list(options.path("series")).isEmpty()) {
      report.add("§4.4", "userOptions", "no series");
    }
    background("§4.4", options.at("/chart/backgroundColor"));
    noFunctions(options);
    safeNumbers("§10.2", "reply", reply);
  }

  private void noFunctions(JsonNode node) {
    if (FUNCTION.matcher(Values.text(node)).matches()) {
      report.add("§4.4", "userOptions", "a function as text: " + node);
    }
    node.forEach(this::noFunctions);
  }

  /** §4.5: a specification with its data in it. */
  void vegaLite(JsonNode reply) {
    if (!SCHEMA.matcher(Values.text(reply.path("$schema"))).matches()) {
      report.add("§4.5", "$schema", "not one of Vega-Lite");
    }
    if (!Values.text(reply.path("background")).equals("transparent")) {
      report.add("§4.5", "background", "not transparent");
    }
    if (reply.has("mark") || reply.has("layer")) {
      for (String side : List.of("width", "height")) {
        if (!Values.text(reply.path(side)).equals("container")) {
          report.add("§4.5", side, "not that of the container");
        }
      }
    }
    List<JsonNode> rows = Values.list(reply.at("/data/values"));
    if (rows.isEmpty() || !rows.stream().allMatch(JsonNode::isObject)) {
      report.add("§4.5", "data", "no rows in data.values");
    }
    if (!reply.findValues("url").isEmpty()) {
      report.add("§4.5", "data", "loaded from elsewhere");
    }
    safeNumbers("§10.2", "reply", reply);
  }

  private void background(String rule, JsonNode color) {
    if (!Values.text(color).equals(BACKGROUNDS.get(theme))) {
      report.add(rule, "background", color + " is not that of the theme " + theme);
    }
  }

  private void safeNumbers(String rule, String place, JsonNode value) {
    value.forEach(part -> safeNumbers(rule, place, part));
    if (value.isIntegralNumber() && value.bigIntegerValue().abs().bitLength() > SAFE_BITS) {
      report.add(rule, place, value + " is beyond 2^53-1");
    }
  }

  private void onlyKeys(String rule, String place, JsonNode object, Set<String> known) {
    if (!object.isObject()) {
      report.add(rule, place, "not an object");
    }
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                report.add(rule, place, "the client has no key \"" + key + "\"");
              }
            });
  }
}
