package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What contract §4.1, §10 and §14 ask of the rows of a table. */
final class TableRules {
  private static final int SAFE_BITS = 53;
  private static final BigDecimal TEN_DIGITS = BigDecimal.valueOf(1_000_000_000L);
  private static final Pattern DAY_AND_TIME =
      Pattern.compile("[+-]?\\d{4,}-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?)?");

  private final Report report;
  private final Map<String, ColumnView> columns = new HashMap<>();
  private final Set<String> sparklines = new HashSet<>();
  private final Map<String, String> kinds = new HashMap<>();

  TableRules(JsonNode columnsDefs, Report report) {
    this.report = report;
    for (JsonNode column : Values.list(columnsDefs)) {
      ColumnView view = new ColumnView("columnsDefs", column);
      columns.put(view.field(), view);
      if (column.has("sparkline")) {
        sparklines.add(column.path("sparkline").path("dataField").asText(view.field()));
      }
    }
  }

  /** Judges a whole reply. */
  void check(JsonNode reply) {
    if (!reply.isArray()) {
      report.add("§4.1", "reply", "not an array of rows");
    }
    List<JsonNode> rows = Values.list(reply);
    for (int i = 0; i < rows.size(); i++) {
      String place = "row " + (i + 1);
      sameKeys(place, rows.getFirst(), rows.get(i));
      for (Map.Entry<String, JsonNode> cell : rows.get(i).properties()) {
        cell(place + " column \"" + cell.getKey() + "\"", cell.getKey(), cell.getValue());
      }
    }
  }

  /** §4.1: every row is an object with the keys of the first row, in the same order. */
  private void sameKeys(String place, JsonNode first, JsonNode row) {
    if (!row.isObject() || row.isEmpty()) {
      report.add("§4.1", place, "not an object with columns");
    } else if (!keys(first).equals(keys(row))) {
      report.add("§4.1", place, "columns " + keys(row) + ", in the first row " + keys(first));
    }
  }

  private static List<String> keys(JsonNode row) {
    return row.properties().stream().map(Map.Entry::getKey).toList();
  }

  private void cell(String place, String name, JsonNode value) {
    ColumnView column = columns.get(name);
    if (column == null) {
      report.add("§14", place, "not declared in columnsDefs");
    } else if (!value.isNull()) {
      if (sparklines.contains(name)) {
        sparkline(place, value);
      } else if (column.renders("hoverCard")) {
        hoverCard(place, column, value);
      } else {
        expect(value.isValueNode(), "§14", place, value, "a flat value");
        declaredType(place, column.cellDataType(), value);
      }
      sameKind(place, name, value);
      safeNumbers(place, value);
      noEpoch(place, column, value);
    }
  }

  /** §2.5: a sparkline is drawn from numbers. */
  private void sparkline(String place, JsonNode value) {
    boolean points = value.isArray() && Values.list(value).stream().allMatch(TableRules::isPoint);
    expect(points, "§2.5", place, value, "an array of numbers for the sparkline");
  }

  /** §2.5: a hover card hangs on an object with the key that is shown. */
  private void hoverCard(String place, ColumnView column, JsonNode value) {
    JsonNode cellField = column.renderFnParams().path("hoverCard").path("cellField");
    String key = cellField.asText("value");
    expect(
        value.has(key), "§2.5", place, value, "an object with \"" + key + "\" for the hoverCard");
  }

  private static boolean isPoint(JsonNode value) {
    return value.isNumber() || value.isNull();
  }

  /** §15: the value has the JSON type of its cellDataType. */
  private void declaredType(String place, String type, JsonNode value) {
    switch (type) {
      case "number" -> expect(value.isNumber(), "§15", place, value, "a number");
      case "boolean" -> expect(value.isBoolean(), "§15", place, value, "a boolean");
      case "date", "dateString" ->
          expect(isDay(value), "§10.5", place, value, "\"YYYY-MM-DD\" or \"YYYY-MM-DD HH:mm:ss\"");
      default -> {} // text may be ids as numbers, objects are judged by shape
    }
  }

  private static boolean isDay(JsonNode value) {
    return DAY_AND_TIME.matcher(Values.text(value)).matches();
  }

  /** §15: one JSON type per column, decided once and not per row. */
  private void sameKind(String place, String name, JsonNode value) {
    String kind = value.getNodeType().name().toLowerCase(Locale.ROOT);
    String first = kinds.computeIfAbsent(name, n -> kind);
    expect(first.equals(kind), "§15", place, value, "a " + first + " as in the rows before");
  }

  /** §10.2: no number, at any depth, that loses digits before the point in JavaScript. */
  private void safeNumbers(String place, JsonNode value) {
    value.forEach(part -> safeNumbers(place, part));
    boolean plain = value.isIntegralNumber() || (value.isNumber() && hasFraction(value));
    if (plain && value.decimalValue().toBigInteger().abs().bitLength() > SAFE_BITS) {
      report.add("§10.2", place, value + " is beyond 2^53-1");
    }
  }

  /** True for {@code 1.5}, false for {@code 1E300}: an exponent says that it is a double. */
  private static boolean hasFraction(JsonNode value) {
    return value.decimalValue().scale() > 0;
  }

  /** §4.1: the client takes long numbers in date columns for unix seconds. */
  private void noEpoch(String place, ColumnView column, JsonNode value) {
    boolean dateLike =
        column.field().toLowerCase(Locale.ROOT).contains("date")
            || Values.text(column.node().path("headerName")).equals("Date")
            || column.cellDataType().equals("date");
    if (dateLike && value.isNumber() && value.decimalValue().abs().compareTo(TEN_DIGITS) >= 0) {
      report.add("§4.1", place, value + " would be read as unix seconds");
    }
  }

  private void expect(boolean met, String rule, String place, JsonNode found, String expected) {
    if (!met) {
      report.add(rule, place, "found " + found + ", expected " + expected);
    }
  }
}
