package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.WebAddress;
import org.sqlwidgets.widget.WidgetType;
import org.sqlwidgets.yaml.Shape;
import org.sqlwidgets.yaml.ShapeReader;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads the keys of a widget's header (widget-file §3), reporting all that do not fit. */
final class HeaderReader {
  /** The published keys that are only held to a shape. */
  static final Map<String, Shape> PLAIN_KEYS = plainKeys();

  static final int MOST_ROWS = 10_000_000;
  static final Duration LONGEST_TIMEOUT = Duration.ofHours(24);

  /** Types that the client's own documents name, and its word for them (contract §2.2). */
  private static final Map<String, String> WRONG_TYPES =
      Map.of("table_ssrm", "ssrm_table", "advanced-chart", "advanced_charting");

  private final YamlFields fields;
  private final YamlMap map;
  private final ShapeReader shapes;
  private final Problems problems;

  private HeaderReader(YamlMap map, Problems problems) {
    this.map = map;
    this.fields = new YamlFields(map, problems);
    this.shapes = new ShapeReader(problems);
    this.problems = problems;
  }

  private static Map<String, Shape> plainKeys() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("subCategory", OpenbbShapes.NAME);
    keys.put(
        "source",
        OpenbbShapes.either(OpenbbShapes.NAME, new Shape.ListOf(OpenbbShapes.NAME, 1, true)));
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
    keys.put("storage", OpenbbShapes.STORAGE);
    return keys;
  }

  /** The definition that a header holds; problems say whether it can be trusted. */
  static WidgetDefinition read(YamlMap map, Problems problems) {
    return new HeaderReader(map, problems).read();
  }

  private WidgetDefinition read() {
    Problems ofColumns = new Problems();
    ColumnsReader columns = new ColumnsReader(ofColumns);
    Optional<WidgetType> type = type();
    new YamlFields(map, ofColumns).map("columns").ifPresent(columns::columns);
    Optional<YamlMap> data = new YamlFields(map, ofColumns).map("data");
    ParamsReader params = ParamsReader.ofWidget(problems);
    WidgetDefinition definition =
        new WidgetDefinition(
            located("id"),
            formerIds(),
            fields.bool("publish").orElse(true),
            located("datasource"),
            shown("name"),
            shown("description"),
            type,
            shown("category"),
            fields.map("gridData").flatMap(grid -> GridDataReader.read(grid, problems)),
            params.read(fields.node("params")),
            params.form(),
            columns.columns(),
            data.map(columns::data).orElse(Map.of()),
            data.map(ColumnsReader::chartColumns).orElse(List.of()),
            !ofColumns.hasErrors(),
            published(),
            time("timeout", LONGEST_TIMEOUT),
            fields.integer("maxRows", 1, MOST_ROWS),
            CacheReader.read(fields, problems),
            located("template"),
            fields.map("figure"),
            url(),
            LiveReader.read(fields, data, problems),
            new ExpectReader(problems).read(fields));
    problems.addAll(ofColumns.list());
    refuseKeysOfOtherTypes(type);
    refuseOtherKeys();
    return definition;
  }

  /** Keys that this type of widget does not use. */
  private void refuseKeysOfOtherTypes(Optional<WidgetType> type) {
    type.ifPresent(
        known -> {
          if (known != WidgetType.MARKDOWN
              && known != WidgetType.HTML
              && known != WidgetType.OMNI) {
            refuseOf(known, "template", "markdown, html or omni");
          }
          if (!known.isChart()) {
            refuseOf(known, "figure", "chart");
          }
          if (!known.showsAddress()) {
            refuseOf(known, "url", "iframe or youtube");
          }
          if (known != WidgetType.IFRAME) {
            refuseOf(known, "storage", "iframe");
          }
          if (known != WidgetType.LIVE_GRID) {
            LiveReader.refuseFor(known, fields, map, problems);
          }
          if (!known.isGrid() && YamlPaths.find(map, "data", "table").isPresent()) {
            refuseOf(known, "data", "table");
          }
        });
  }

  private void refuseOf(WidgetType type, String key, String owner) {
    if (fields.has(key)) {
      problems.error(
          fields.whereKey(key),
          "\"%s\" belongs to type: %s, and this widget is of type %s; remove it or change the type"
              .formatted(key, owner, type.word()));
    }
  }

  /** What is known under another name or elsewhere, then what nobody knows. */
  private void refuseOtherKeys() {
    for (String key : List.of("endpoint", "wsEndpoint", "fileEndpoint")) {
      fields.refuse(key, "remove \"" + key + "\": the server gives each widget its address");
    }
    ForeignKeys.OF_WIDGETS.forEach(
        (key, remedy) -> fields.refuse(key, "unknown key \"%s\"; %s".formatted(key, remedy)));
    fields.node("columns");
    fields.node("data");
    fields.refuseOthers();
  }

  /** The type, a table when none is given; empty when it was reported. */
  private Optional<WidgetType> type() {
    if (!fields.has("type")) {
      return Optional.of(WidgetType.TABLE);
    }
    Optional<String> word = fields.text("type");
    Map<String, WidgetType> known = WidgetType.byWord();
    if (word.isEmpty() || known.containsKey(word.get())) {
      return word.map(known::get);
    }
    problems.error(fields.where("type"), wrongType(word.get(), known.keySet()));
    return Optional.empty();
  }

  private static String wrongType(String word, Set<String> known) {
    String served = String.join(", ", known.stream().sorted().toList());
    String meant = WRONG_TYPES.get(word);
    if (meant != null && known.contains(meant)) {
      return "type \"%s\" is called \"%s\" by the client; write that".formatted(word, meant);
    }
    if (meant != null) {
      return "type \"%s\" is called \"%s\" by the client, and not served by this version; served are %s"
          .formatted(word, meant, served);
    }
    String near = NearMiss.hint(word, known);
    return "unknown type \"%s\"%s"
        .formatted(word, near.isEmpty() ? "; expected one of " + served : near);
  }

  /** The address of a page that is shown as it is (widget-file §3). */
  private Optional<Located<String>> url() {
    Optional<Located<String>> url = located("url");
    url.ifPresent(
        given ->
            WebAddress.of(given.value())
                .ifPresentOrElse(
                    address -> checkUrl(address, given.at()),
                    () ->
                        problems.error(
                            given.at(),
                            "\"url\" is \"%s\"; expected an absolute address such as https://www.example.com/page, without user name"
                                .formatted(given.value()))));
    return url;
  }

  private void checkUrl(WebAddress address, SourceLocation at) {
    if (!address.isShownOnSecurePages()) {
      problems.warning(
          at,
          "\"url\" is not encrypted, and browsers show no http inside the client's https; write"
              + " https if the site has it");
    }
  }

  private Optional<Located<String>> located(String key) {
    return fields.text(key).map(text -> new Located<>(text, fields.where(key)));
  }

  /** A text that people see: not blank. */
  private Optional<String> shown(String key) {
    Optional<String> text = fields.text(key);
    if (text.isPresent() && OpenbbShapes.isBlank(text.get())) {
      problems.error(
          fields.where(key), "\"%s\" is blank; write a text or leave the key out".formatted(key));
      return Optional.empty();
    }
    return text.map(String::strip);
  }

  private List<Located<String>> formerIds() {
    Optional<YamlNode> node = fields.node("formerIds");
    if (fields.texts("formerIds").isEmpty()) {
      return List.of();
    }
    List<Located<String>> ids = new ArrayList<>();
    node.ifPresent(
        value -> {
          List<YamlNode> items = value instanceof YamlList list ? list.items() : List.of(value);
          items.forEach(
              item -> ids.add(new Located<>(((YamlScalar) item).text(), item.location())));
        });
    return ids;
  }

  private Optional<Duration> time(String key, Duration longest) {
    return Times.read(fields, key, longest, problems);
  }

  private Map<String, Object> published() {
    Map<String, Object> published = new LinkedHashMap<>();
    PLAIN_KEYS.forEach(
        (key, shape) ->
            fields
                .node(key)
                .filter(node -> !node.isNull())
                .flatMap(node -> shapes.read(key, node, shape))
                .ifPresent(value -> published.put(key, value)));
    return published;
  }
}
