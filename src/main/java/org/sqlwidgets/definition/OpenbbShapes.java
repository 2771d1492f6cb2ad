package org.sqlwidgets.definition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlwidgets.yaml.Shape;

/**
 * The shapes of OpenBB's own keys (contract §2.4, §2.5), as strict as the client or stricter.
 *
 * <p>Keys whose meaning needs more than a shape, such as {@code params}, are read elsewhere.
 */
public final class OpenbbShapes {
  private static final long LARGEST = 1_000_000_000_000_000L;

  /** The longest time that the client counts. */
  static final Duration LONGEST_TIME = Duration.ofDays(365);

  /** A text with something to see in it; blanks are what the client's language calls so. */
  private static final Pattern VISIBLE =
      Pattern.compile(
          "(?s).*[^\\s\\x0B\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF].*");

  static final Shape BOOL = new Shape.Bool();
  static final Shape TEXT = new Shape.Text(Pattern.compile("(?s).*"), "a text");
  static final Shape NAME = new Shape.Text(VISIBLE, "a text that is not blank");
  static final Shape NUMBER = number(-LARGEST, LARGEST);
  static final Shape CRON =
      new Shape.Text(
          Pattern.compile("\\s*[0-9A-Za-z*/,?#-]+(\\s+[0-9A-Za-z*/,?#-]+){4,5}\\s*"),
          "a cron text of 5 or 6 fields, such as \"*/5 * * * *\"");
  static final Shape STALE_TIME = milliseconds();
  static final Shape REFETCH_INTERVAL = either(milliseconds(), new Shape.Exactly(false), CRON);
  static final Shape SHOW_TITLE = orNull(BOOL);
  static final Shape MCP_TOOL =
      keys(Map.of("mcp_server", NAME, "tool_id", NAME), Set.of("mcp_server", "tool_id"));
  static final Shape ROLES = new Shape.ListOf(words("fileSelector"), 1, true);
  static final Shape STORAGE = keys(Map.of("mcpUrl", NAME), Set.of("mcpUrl"));
  static final Shape POPUP_STYLE =
      keys(Map.of("popupWidth", number(100, 1000)), Set.of("popupWidth"));
  static final Set<String> LANGUAGES =
      Set.of("sql", "javascript", "python", "json", "html", "css", "markdown", "xml", "text");

  private static final Shape FORMATTER =
      orNull(
          words(
              Map.of(
                  "currency", "write prefix: \"$\" and decimalPlaces: 2",
                  "usd", "write prefix: \"$\" and decimalPlaces: 2",
                  "date", "write cellDataType: date",
                  "text", "write cellDataType: text",
                  "number", "write cellDataType: number"),
              "int",
              "none",
              "percent",
              "normalized",
              "normalizedPercent",
              "dateToYear"));

  /** The kinds of chart that the client draws from a table. */
  public static final Shape CHART_TYPE =
      words(
          ("column groupedColumn stackedColumn normalizedColumn bar groupedBar stackedBar"
                  + " normalizedBar line stackedLine normalizedLine scatter bubble pie donut"
                  + " doughnut area stackedArea normalizedArea histogram radarLine radarArea"
                  + " nightingale radialColumn radialBar sunburst rangeBar rangeArea boxPlot"
                  + " treemap heatmap waterfall funnel coneFunnel pyramid columnLineCombo"
                  + " areaColumnCombo customCombo")
              .split(" "));

  private static final Shape COLOR =
      new Shape.Text(
          Pattern.compile("green|red|blue|#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"),
          "green, red, blue or a colour such as \"#1e90ff\" in quotes");

  /** The chart that is built from a table (contract §2.4). */
  public static final Shape CHART_VIEW = chartView();

  /** The keys of {@code columnsDefs} without {@code field}. */
  static final Shape.Keys COLUMN = column();

  /** The keys of {@code data.table} without {@code columnsDefs}. */
  static final Shape.Keys TABLE = table();

  private OpenbbShapes() {}

  private static Shape.Keys column() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("headerName", NAME);
    keys.put("cellDataType", words("text", "number", "boolean", "date", "dateString", "object"));
    keys.put("chartDataType", words("category", "series", "time", "excluded"));
    keys.put("formatterFn", FORMATTER);
    keys.put("decimalPlaces", whole(0, 6));
    keys.put("prefix", TEXT);
    keys.put("suffix", TEXT);
    Shape renderFn =
        words("greenRed", "titleCase", "hoverCard", "cellOnClick", "columnColor", "showCellChange");
    keys.put("renderFn", either(renderFn, new Shape.ListOf(renderFn, 1, true)));
    keys.put("renderFnParams", renderFnParams());
    keys.put("sparkline", sparkline());
    keys.put("width", pixels());
    keys.put("minWidth", pixels());
    keys.put("maxWidth", pixels());
    keys.put("hide", BOOL);
    keys.put("headerTooltip", TEXT);
    keys.put("pinned", either(words("left", "right"), BOOL));
    keys.put("align", words("left", "center", "right"));
    keys.put("rowGroup", BOOL);
    keys.put("aggFunc", NAME);
    keys.put("enableCellChangeWs", orNull(BOOL));
    return new Shape.Keys(keys, Set.of());
  }

  private static Shape renderFnParams() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put(
        "actionType",
        words(
            Map.of("openUrl", "the client knows only \"groupBy\" and \"sendToAgent\""),
            "groupBy",
            "sendToAgent"));
    keys.put(
        "groupBy",
        keys(
            Map.of("paramName", NAME, "valueField", TEXT, "forceUpdate", BOOL),
            Set.of("paramName")));
    keys.put("sendToAgent", keys(Map.of("markdown", TEXT, "agentId", TEXT), Set.of("markdown")));
    keys.put(
        "hoverCard", keys(Map.of("cellField", TEXT, "title", TEXT, "markdown", TEXT), Set.of()));
    keys.put("colorValueKey", NAME);
    keys.put("colorRules", new Shape.ListOf(colorRule(), 1, false));
    return new Shape.Keys(keys, Set.of());
  }

  private static Shape colorRule() {
    Shape between =
        keys(
            Map.of(
                "condition",
                new Shape.Exactly("between"),
                "range",
                keys(Map.of("min", NUMBER, "max", NUMBER), Set.of("min", "max")),
                "color",
                COLOR,
                "fill",
                BOOL),
            Set.of("condition", "range", "color"));
    Shape single =
        keys(
            Map.of(
                "condition",
                words(
                    Map.of("between", "it needs range: { min: …, max: … } in place of value"),
                    "eq",
                    "ne",
                    "gt",
                    "lt",
                    "gte",
                    "lte",
                    "contains",
                    "notContains"),
                "value",
                either(NUMBER, TEXT),
                "color",
                COLOR,
                "fill",
                BOOL),
            Set.of("condition", "value", "color"));
    return either(between, single);
  }

  private static Shape sparkline() {
    return keys(
        Map.of(
            "type",
            words("line", "area", "bar"),
            "dataField",
            TEXT,
            "options",
            SparklineShapes.OPTIONS),
        Set.of("type"));
  }

  private static Shape.Keys table() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("showAll", BOOL);
    keys.put("enableAdvanced", BOOL);
    keys.put("enableFormulas", BOOL);
    keys.put("transpose", BOOL);
    keys.put("period", either(BOOL, new Shape.ListOf(TEXT, 0, false)));
    keys.put("formatterFn", FORMATTER);
    keys.put("chartView", CHART_VIEW);
    return new Shape.Keys(keys, Set.of());
  }

  private static Shape chartView() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("enabled", BOOL);
    keys.put("chartType", CHART_TYPE);
    keys.put("cellRangeCols", new Shape.MapOf(CHART_TYPE, new Shape.ListOf(NAME, 1, false)));
    keys.put("ignoreCellRange", BOOL);
    keys.put("chartSettingsOpen", BOOL);
    keys.put("xLabel", TEXT);
    keys.put("yLabel", TEXT);
    keys.put("chartNavigatorEnabled", BOOL);
    keys.put("chartMiniChartEnabled", BOOL);
    return new Shape.Keys(keys, Set.of());
  }

  static Shape words(String... words) {
    return words(Map.of(), words);
  }

  private static Shape words(Map<String, String> remedies, String... words) {
    return new Shape.Word(Set.of(words), remedies);
  }

  /** True when nobody can see anything of a text. */
  static boolean isBlank(String text) {
    return !VISIBLE.matcher(text).matches();
  }

  static Shape keys(Map<String, Shape> keys, Set<String> required) {
    return new Shape.Keys(new java.util.TreeMap<>(keys), required);
  }

  static Shape either(Shape... choices) {
    return new Shape.Either(List.of(choices));
  }

  static Shape number(long least, long most) {
    return new Shape.Decimal(BigDecimal.valueOf(least), BigDecimal.valueOf(most), false, "");
  }

  static Shape whole(long least, long most) {
    return whole(least, most, "");
  }

  private static Shape whole(long least, long most, String unit) {
    return new Shape.Decimal(BigDecimal.valueOf(least), BigDecimal.valueOf(most), true, unit);
  }

  /** Null on such a key is the same as leaving it out, so nothing is published for it. */
  private static Shape orNull(Shape shape) {
    return either(shape, new Shape.Nothing());
  }

  private static Shape pixels() {
    return orNull(number(1, 10_000));
  }

  /** A second to a year. */
  private static Shape milliseconds() {
    return whole(1000, LONGEST_TIME.toMillis(), "milliseconds");
  }
}
