package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the contract asks of replies that are no tables. */
final class ReplyRules {
  private static final int MOST_OPTIONS = 10_000;
  private static final Pattern NUMBER_TEXT = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final Pattern LEAK =
      Pattern.compile(
          "org\\.postgresql|org\\.h2|jdbc:|SQLSTATE|Exception\\b|\\.java:\\d"
              + "|\\b(SELECT|INSERT|UPDATE|DELETE|WITH|FROM|WHERE) |ERROR: |Position: \\d");

  private ReplyRules() {}

  /** §3.4: an array of options with text labels and values. */
  static void options(JsonNode reply, Report report) {
    if (!reply.isArray()) {
      report.add("§3.4", "reply", "not an array of options");
    }
    List<JsonNode> options = Values.list(reply);
    if (options.size() > MOST_OPTIONS) {
      report.add("§3.4", "reply", options.size() + " options, the client takes " + MOST_OPTIONS);
    }
    for (int i = 0; i < options.size(); i++) {
      option("option " + (i + 1), options.get(i), report);
    }
    List<String> values = options.stream().map(o -> Values.text(o.path("value"))).toList();
    for (String value : Repeats.of(values)) {
      report.add("§3.4", "reply", "value \"" + value + "\" is offered twice");
    }
  }

  private static void option(String place, JsonNode option, Report report) {
    for (String key : List.of("label", "value")) {
      if (Values.text(option.path(key)).isEmpty()) {
        report.add("§3.4", place, key + " is not a text, or empty");
      }
    }
    onlyKeys("§3.4", place, option, Set.of("label", "value", "extraInfo", "selected"), report);
    JsonNode extraInfo = option.path("extraInfo");
    onlyKeys("§3.4", place, extraInfo, Set.of("description", "rightOfDescription"), report);
    if (option.has("extraInfo") && !allTexts(extraInfo)) {
      report.add("§3.4", place, "extraInfo is not an object of texts");
    }
    if (option.has("selected") && !option.path("selected").isBoolean()) {
      report.add("§3.4", place, "selected is not a boolean");
    }
  }

  private static boolean allTexts(JsonNode object) {
    return object.isObject()
        && object.properties().stream().allMatch(entry -> entry.getValue().isTextual());
  }

  /** §4.2: one metric, or a list with at least one. */
  static void metric(JsonNode reply, Report report) {
    if (reply.isArray() && reply.isEmpty()) {
      report.add("§4.2", "reply", "no metric: the client shows an error");
    }
    List<JsonNode> metrics = reply.isArray() ? Values.list(reply) : List.of(reply);
    for (int i = 0; i < metrics.size(); i++) {
      metric("metric " + (i + 1), metrics.get(i), report);
    }
  }

  private static void metric(String place, JsonNode metric, Report report) {
    for (String key : List.of("label", "value")) {
      JsonNode value = metric.path(key);
      if (!value.isNumber() && Values.text(value).isEmpty()) {
        report.add("§4.2", place, key + " is not a text or number, or empty");
      }
    }
    JsonNode delta = metric.path("delta");
    boolean hidden = delta.isMissingNode() || delta.isNull();
    if (!hidden && !NUMBER_TEXT.matcher(Values.text(delta)).matches()) {
      report.add("§4.2", place, "delta " + delta + " is not a number as text");
    }
    onlyKeys("§4.2", place, metric, Set.of("label", "value", "delta", "subvalue"), report);
  }

  /** §4.6: one JSON string. */
  static void markdown(JsonNode reply, Report report) {
    if (!reply.isTextual()) {
      report.add("§4.6", "reply", "not a JSON string");
    }
  }

  /** §4.9: the rows of the block and the number of all rows. */
  static void block(JsonNode reply, JsonNode columnsDefs, Report report) {
    onlyKeys("§4.9", "reply", reply, Set.of("rowData", "rowCount"), report);
    JsonNode rows = reply.path("rowData");
    JsonNode count = reply.path("rowCount");
    if (!count.isIntegralNumber() || count.longValue() < rows.size()) {
      report.add("§4.9", "rowCount", count + " is not the number of all rows");
    }
    if (!rows.isEmpty() || !rows.isArray()) {
      new TableRules(columnsDefs, report).check(rows);
    }
  }

  /** §4.9: one text under {@code error}. */
  static void blockError(JsonNode reply, Report report) {
    if (Values.text(reply.path("error")).isBlank()) {
      report.add("§4.9", "reply", "error is not a text, or blank");
    }
    onlyKeys("§4.9", "reply", reply, Set.of("error"), report);
    leaks(reply, report);
  }

  /** §7: one user text under both keys, nothing of SQL, driver or code. */
  static void error(JsonNode reply, Report report) {
    if (!reply.isObject()) {
      report.add("§7", "reply", "not an object");
    }
    String detail = Values.text(reply.path("detail"));
    if (detail.isBlank() || !detail.equals(Values.text(reply.path("message")))) {
      report.add("§7", "reply", "detail and message are not the same text");
    }
    if (reply.has("error")) {
      report.add("§7", "reply", "key \"error\" makes forms show the text twice");
    }
    leaks(reply, report);
  }

  private static void leaks(JsonNode reply, Report report) {
    for (Map.Entry<String, JsonNode> entry : reply.properties()) {
      LEAK.matcher(entry.getValue().toString())
          .results()
          .forEach(leak -> report.add("§7", entry.getKey(), "leaks \"" + leak.group() + "\""));
    }
  }

  private static void onlyKeys(
      String rule, String place, JsonNode object, Set<String> known, Report report) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        report.add(rule, place, "the client has no key \"" + entry.getKey() + "\"");
      }
    }
  }
}
