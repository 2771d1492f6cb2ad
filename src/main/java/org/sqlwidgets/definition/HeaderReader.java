package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sqlwidgets.definition.WidgetDefinition.ColumnDefinition;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.GridData;
import org.sqlwidgets.widget.WidgetType;
import org.sqlwidgets.yaml.Shape;
import org.sqlwidgets.yaml.ShapeReader;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;

/** Reads the keys of a widget's header (widget-file §3), reporting all that do not fit. */
final class HeaderReader {
  /** The published keys that are only held to a shape. */
  private static final Map<String, Shape> PLAIN_KEYS = plainKeys();

  private static final int MOST_ROWS = 10_000_000;
  private static final Set<String> ADDRESSES = Set.of("endpoint", "wsEndpoint", "fileEndpoint");
  private static final Set<String> TYPES_TO_COME =
      Set.of(
          "ssrm_table",
          "live_grid",
          "chart",
          "chart-highcharts",
          "chart-vegalite",
          "html",
          "iframe",
          "newsfeed",
          "omni",
          "pdf",
          "multi_file_viewer",
          "youtube");

  private final YamlFields fields;
  private final ShapeReader shapes;
  private final Problems problems;
  private final Map<String, ColumnDefinition> columns = new LinkedHashMap<>();

  private HeaderReader(YamlMap map, Problems problems) {
    this.fields = new YamlFields(map, problems);
    this.shapes = new ShapeReader(problems);
    this.problems = problems;
  }

  private static Map<String, Shape> plainKeys() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("subCategory", OpenbbShapes.NAME);
    keys.put(
        "source", OpenbbShapes.either(OpenbbShapes.NAME, new Shape.ListOf(OpenbbShapes.NAME, 1)));
    keys.put("showTitle", OpenbbShapes.SHOW_TITLE);
    keys.put("runButton", OpenbbShapes.BOOL);
    keys.put("raw", OpenbbShapes.BOOL);
    keys.put("exportable", OpenbbShapes.BOOL);
    keys.put("staleTime", OpenbbShapes.STALE_TIME);
    keys.put("refetchInterval", OpenbbShapes.REFETCH_INTERVAL);
    keys.put("dataUpdateDisplay", OpenbbShapes.CRON);
    keys.put("disableRetrievalForCopilot", OpenbbShapes.BOOL);
    keys.put("copilotParseAs", OpenbbShapes.words("structured", "unstructured"));
    keys.put("mcp_tool", OpenbbShapes.MCP_TOOL);
    return keys;
  }

  /** The definition that a header holds; problems say whether it can be trusted. */
  static WidgetDefinition read(YamlMap map, Problems problems) {
    return new HeaderReader(map, problems).read(map);
  }

  private WidgetDefinition read(YamlMap map) {
    refuseAddresses();
    Optional<WidgetType> type = type();
    readColumns("columns");
    Map<String, Object> data = data();
    WidgetDefinition definition =
        new WidgetDefinition(
            map.location(),
            located("id"),
            formerIds(),
            fields.bool("publish").orElse(true),
            located("datasource"),
            shown("name"),
            shown("description"),
            type.orElse(WidgetType.TABLE),
            shown("category"),
            gridData(),
            new ParamsReader(problems).read(fields.node("params")),
            columns,
            data,
            published(),
            fields.duration("timeout").flatMap(time -> positive("timeout", time)),
            fields.integer("maxRows", 1, MOST_ROWS),
            fields.duration("cache").flatMap(time -> positive("cache", time)),
            template(type.orElse(WidgetType.TABLE)));
    refuseUnusedKeys();
    fields.refuseOthers();
    return definition;
  }

  /** The server owns addresses (widget-file §3). */
  private void refuseAddresses() {
    for (String key : ADDRESSES) {
      if (fields.has(key)) {
        problems.error(
            fields.whereKey(key),
            "remove \"" + key + "\": the server gives each widget its address");
      }
    }
  }

  /** Keys of types that this version does not serve. */
  private void refuseUnusedKeys() {
    for (String key : List.of("url", "figure", "storage")) {
      if (fields.has(key)) {
        problems.error(
            fields.whereKey(key), "\"" + key + "\" does not belong to this type of widget");
      }
    }
  }

  private Optional<WidgetType> type() {
    Optional<String> word = fields.text("type");
    Map<String, WidgetType> known = WidgetType.byWord();
    if (word.isEmpty() || known.containsKey(word.get())) {
      return word.map(known::get);
    }
    Set<String> all = new LinkedHashSet<>(known.keySet());
    String there = String.join(", ", known.keySet().stream().sorted().toList());
    problems.error(
        fields.where("type"),
        TYPES_TO_COME.contains(word.get())
            ? "type \"%s\" is not served by this version; served are %s"
                .formatted(word.get(), there)
            : "unknown type \"%s\"; expected one of %s%s"
                .formatted(word.get(), there, NearMiss.hint(word.get(), all)));
    return Optional.empty();
  }

  private Optional<Located<String>> located(String key) {
    return fields.text(key).map(text -> new Located<>(text, fields.where(key)));
  }

  /** A text that people see: not blank. */
  private Optional<String> shown(String key) {
    Optional<String> text = fields.text(key);
    if (text.isPresent() && text.get().isBlank()) {
      problems.error(
          fields.where(key), "\"%s\" is blank; write a text or leave the key out".formatted(key));
      return Optional.empty();
    }
    return text.map(String::strip);
  }

  private List<Located<String>> formerIds() {
    return fields.texts("formerIds").orElse(List.of()).stream()
        .map(id -> new Located<>(id, fields.where("formerIds")))
        .toList();
  }

  private Optional<java.time.Duration> positive(String key, java.time.Duration time) {
    if (time.isZero() || time.isNegative()) {
      problems.error(fields.where(key), "\"%s\" must be longer than 0".formatted(key));
      return Optional.empty();
    }
    return Optional.of(time);
  }

  private Optional<Located<String>> template(WidgetType type) {
    Optional<Located<String>> template = located("template");
    if (template.isPresent() && type != WidgetType.MARKDOWN) {
      problems.error(
          fields.whereKey("template"),
          "\"template\" belongs to type: markdown, this widget is a " + type.word());
    }
    return template;
  }

  private Map<String, Object> published() {
    Map<String, Object> published = new LinkedHashMap<>();
    PLAIN_KEYS.forEach(
        (key, shape) ->
            fields
                .node(key)
                .flatMap(node -> shapes.read(key, node, shape))
                .ifPresent(value -> published.put(key, value)));
    return published;
  }

  private Optional<GridData> gridData() {
    Optional<YamlMap> map = fields.map("gridData");
    if (map.isEmpty()) {
      return Optional.empty();
    }
    YamlFields grid = new YamlFields(map.get(), problems);
    OptionalInt w = grid.integer("w", 1, GridData.COLUMNS);
    OptionalInt h = grid.integer("h", 1, GridData.MOST_ROWS);
    OptionalInt minW = grid.integer("minW", 1, GridData.COLUMNS);
    OptionalInt minH = grid.integer("minH", 1, GridData.MOST_ROWS);
    OptionalInt maxW = grid.integer("maxW", 1, GridData.COLUMNS);
    OptionalInt maxH = grid.integer("maxH", 1, GridData.MOST_ROWS);
    grid.refuseOthers();
    SourceLocation at = map.get().location();
    if (!map.get().get("w").isPresent() || !map.get().get("h").isPresent()) {
      problems.error(at, "\"gridData\" needs both \"w\" and \"h\", such as { w: 20, h: 12 }");
    }
    if (w.isEmpty() || h.isEmpty()) {
      return Optional.empty();
    }
    ordered(at, "minW", minW, "w", w);
    ordered(at, "w", w, "maxW", maxW);
    ordered(at, "minH", minH, "h", h);
    ordered(at, "h", h, "maxH", maxH);
    return Optional.of(
        new GridData(
            w.getAsInt(), h.getAsInt(), boxed(minW), boxed(minH), boxed(maxW), boxed(maxH)));
  }

  private void ordered(
      SourceLocation at, String small, OptionalInt least, String large, OptionalInt most) {
    if (least.isPresent() && most.isPresent() && least.getAsInt() > most.getAsInt()) {
      problems.error(
          at,
          "\"%s\" is %d and larger than \"%s\", which is %d"
              .formatted(small, least.getAsInt(), large, most.getAsInt()));
    }
  }

  private static @org.jspecify.annotations.Nullable Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  private void readColumns(String key) {
    fields
        .map(key)
        .ifPresent(
            map ->
                map.entries()
                    .forEach((field, entry) -> column(field, entry.keyLocation(), entry.node())));
  }

  private void column(String field, SourceLocation at, YamlNode node) {
    if (columns.containsKey(field)) {
      problems.error(
          at,
          "column \"%s\" is described twice, in \"columns\" and in \"data.table.columnsDefs\"; keep"
                  .formatted(field)
              + " one");
      return;
    }
    if (node.isNull()) {
      columns.put(field, new ColumnDefinition(at, Map.of()));
      return;
    }
    shapes
        .read(field, node, OpenbbShapes.COLUMN)
        .ifPresent(keys -> columns.put(field, new ColumnDefinition(at, PlainMaps.of(keys))));
  }

  /** {@code data} as OpenBB has it; {@code table.columnsDefs} is merged like {@code columns}. */
  private Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    fields
        .map("data")
        .ifPresent(
            map -> {
              YamlFields keys = new YamlFields(map, problems);
              keys.text("dataKey")
                  .filter(text -> !text.isEmpty())
                  .ifPresent(
                      text ->
                          problems.error(
                              keys.where("dataKey"),
                              "remove \"dataKey\": the server sends the rows themselves"));
              keys.map("table").ifPresent(table -> data.put("table", table(table)));
              keys.refuseOthers();
            });
    return data;
  }

  private Map<String, Object> table(YamlMap map) {
    map.get("columnsDefs").ifPresent(this::columnsDefs);
    java.util.LinkedHashMap<String, YamlMap.Entry> others = new LinkedHashMap<>(map.entries());
    others.remove("columnsDefs");
    return shapes
        .read("table", new YamlMap(map.location(), others), OpenbbShapes.TABLE)
        .map(PlainMaps::of)
        .orElse(Map.of());
  }

  private void columnsDefs(YamlNode node) {
    if (!(node instanceof YamlList list)) {
      problems.error(
          node.location(), "\"columnsDefs\" is %s; expected a list".formatted(node.describe()));
      return;
    }
    for (YamlNode item : new ArrayList<>(list.items())) {
      Optional<YamlNode> field = item instanceof YamlMap map ? map.get("field") : Optional.empty();
      if (item instanceof YamlMap map && field.isPresent()) {
        java.util.LinkedHashMap<String, YamlMap.Entry> keys = new LinkedHashMap<>(map.entries());
        keys.remove("field");
        column(
            String.valueOf(field.get().toPlain()),
            field.get().location(),
            new YamlMap(map.location(), keys));
      } else {
        problems.error(item.location(), "each entry of \"columnsDefs\" needs a \"field\"");
      }
    }
  }
}
