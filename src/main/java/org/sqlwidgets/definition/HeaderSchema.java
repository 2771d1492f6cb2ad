package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sqlwidgets.widget.GridData;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.WidgetType;
import org.sqlwidgets.yaml.Shape;

/**
 * The keys of a widget's header as a JSON Schema, by which editors complete and check them.
 *
 * <p>Made of the shapes that the readers hold a header to. It knows no SQL, so it accepts more.
 */
public final class HeaderSchema {
  private static final Shape DURATION =
      new Shape.Text(Pattern.compile("[0-9]+(ms|s|m|h)"), "a time such as 500ms, 10s, 2m or 1h");
  private static final Shape NAMES =
      OpenbbShapes.either(OpenbbShapes.NAME, new Shape.ListOf(OpenbbShapes.NAME, 1, true));
  private static final Shape ROWS = OpenbbShapes.whole(0, HeaderReader.MOST_ROWS);

  private HeaderSchema() {}

  /** The schema as plain maps, lists, texts and numbers. */
  public static Map<String, Object> tree() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Header of a widget file of SQL Widgets");
    schema.putAll(object(keys(), Set.of()));
    schema.put("definitions", Map.of("param", param(), "column", column()));
    return schema;
  }

  private static Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    for (String key : List.of("id", "datasource", "name", "description", "category", "url")) {
      keys.put(key, of(OpenbbShapes.NAME));
    }
    keys.put("formerIds", of(NAMES));
    keys.put("publish", of(OpenbbShapes.BOOL));
    keys.put("type", of(new Shape.Word(WidgetType.byWord().keySet())));
    keys.put("gridData", gridData());
    keys.put("params", params());
    keys.put("columns", map(ref("column")));
    keys.put("data", data());
    HeaderReader.PLAIN_KEYS.forEach((key, shape) -> keys.put(key, of(shape)));
    keys.put("timeout", of(DURATION));
    keys.put("maxRows", of(OpenbbShapes.whole(1, HeaderReader.MOST_ROWS)));
    keys.put("cache", cache());
    keys.put("template", of(OpenbbShapes.TEXT));
    keys.put("figure", Map.of("type", "object"));
    keys.put("interval", of(DURATION));
    keys.put("listen", of(OpenbbShapes.NAME));
    keys.put("expect", oneOrMore(expectation()));
    return keys;
  }

  private static Map<String, Object> cache() {
    return anyOf(List.of(of(DURATION), caching()));
  }

  private static Map<String, Object> caching() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("fresh", of(DURATION));
    keys.put("stale", of(DURATION));
    return object(keys, Set.of("fresh"));
  }

  private static Map<String, Object> gridData() {
    Map<String, Object> keys = new LinkedHashMap<>();
    for (String width : List.of("w", "minW", "maxW")) {
      keys.put(width, of(OpenbbShapes.whole(1, GridData.COLUMNS)));
    }
    for (String height : List.of("h", "minH", "maxH")) {
      keys.put(height, of(OpenbbShapes.whole(1, GridData.MOST_ROWS)));
    }
    return object(keys, Set.of("w", "h"));
  }

  /** Rows of controls are lists in the list. */
  private static Map<String, Object> params() {
    Map<String, Object> param = anyOf(List.of(ref("param"), form()));
    return list(anyOf(List.of(param, list(param))));
  }

  private static Map<String, Object> param() {
    Map<String, Object> keys = new LinkedHashMap<>();
    for (String key : List.of("paramName", "lookup", "optionsQuery", "optionsEndpoint")) {
      keys.put(key, of(OpenbbShapes.NAME));
    }
    keys.put("type", of(new Shape.Word(ParamType.byWord().keySet())));
    keys.put("cache", cache());
    keys.put("value", Map.of());
    keys.put("options", list(Map.of()));
    keys.put("optionsParams", map(Map.of()));
    for (String key : List.of("multiSelect", "multiple", "required", "nullable")) {
      keys.put(key, of(OpenbbShapes.BOOL));
    }
    keys.put("sqlType", of(OpenbbShapes.NAME));
    ParamReader.PLAIN_KEYS.forEach((key, shape) -> keys.put(key, of(shape)));
    return object(keys, Set.of("paramName"));
  }

  /** What is in a form has a page of its own. */
  private static Map<String, Object> form() {
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of("type", Map.of("const", "form")),
        "required",
        List.of("type"));
  }

  /** In {@code columnsDefs} a column says its name itself. */
  private static Map<String, Object> column() {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("field", of(OpenbbShapes.NAME));
    OpenbbShapes.COLUMN.keys().forEach((key, shape) -> column.put(key, of(shape)));
    return object(column, Set.of());
  }

  private static Map<String, Object> ref(String name) {
    return Map.of("$ref", "#/definitions/" + name);
  }

  private static Map<String, Object> data() {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("columnsDefs", list(ref("column")));
    OpenbbShapes.TABLE.keys().forEach((key, shape) -> table.put(key, of(shape)));
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("table", object(table, Set.of()));
    keys.put("dataKey", Map.of("const", ""));
    keys.put("wsRowIdColumn", of(NAMES));
    keys.put("wsRowIdColumns", of(NAMES));
    return object(keys, Set.of());
  }

  private static Map<String, Object> expectation() {
    Map<String, Object> bounds = new LinkedHashMap<>();
    bounds.put("min", of(ROWS));
    bounds.put("max", of(ROWS));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("row", of(OpenbbShapes.whole(1, HeaderReader.MOST_ROWS)));
    value.put("column", of(OpenbbShapes.NAME));
    value.put("is", Map.of("type", List.of("string", "number", "boolean", "null")));
    value.put("min", Map.of("type", "number"));
    value.put("max", Map.of("type", "number"));
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", of(OpenbbShapes.NAME));
    keys.put("params", map(Map.of()));
    keys.put("rows", anyOf(List.of(of(ROWS), object(bounds, Set.of()))));
    for (String key : List.of("columns", "unique", "notNull")) {
      keys.put(key, of(NAMES));
    }
    keys.put("values", list(object(value, Set.of("column"))));
    keys.put("within", of(DURATION));
    return object(keys, Set.of());
  }

  /** The schema of a shape; forms of texts are told, not checked: their patterns are Java's. */
  private static Map<String, Object> of(Shape shape) {
    return switch (shape) {
      case Shape.Text text ->
          Map.of("type", List.of("string", "number"), "description", text.expected());
      case Shape.Word word -> Map.of("enum", List.copyOf(word.words()));
      case Shape.Decimal number -> number(number);
      case Shape.Bool bool -> Map.of("type", "boolean");
      case Shape.Nothing nothing -> Map.of("type", "null");
      case Shape.Exactly exactly -> Map.of("const", exactly.value());
      case Shape.ListOf list -> list(of(list.item()));
      case Shape.Keys keys -> {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.keys().forEach((key, value) -> properties.put(key, of(value)));
        yield object(properties, keys.required());
      }
      case Shape.MapOf map -> map(of(map.value()));
      case Shape.Either either -> anyOf(either.choices().stream().map(HeaderSchema::of).toList());
    };
  }

  private static Map<String, Object> number(Shape.Decimal number) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", number.whole() ? "integer" : "number");
    schema.put("minimum", number.least());
    schema.put("maximum", number.most());
    return schema;
  }

  private static Map<String, Object> oneOrMore(Map<String, Object> item) {
    return anyOf(List.of(item, list(item)));
  }

  private static Map<String, Object> list(Map<String, Object> item) {
    return Map.of("type", "array", "items", item);
  }

  private static Map<String, Object> map(Map<String, Object> value) {
    return Map.of("type", "object", "additionalProperties", orEmpty(value));
  }

  private static Map<String, Object> anyOf(List<Map<String, Object>> choices) {
    return Map.of("anyOf", choices);
  }

  /** An empty value is as good as none (widget-file, Keys). */
  private static Map<String, Object> orEmpty(Map<String, Object> schema) {
    List<Map<String, Object>> choices = new ArrayList<>();
    choices.add(schema);
    choices.add(Map.of("type", "null"));
    return schema.isEmpty() ? schema : anyOf(choices);
  }

  private static Map<String, Object> object(Map<String, Object> keys, Set<String> required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    keys.forEach((key, schema) -> properties.put(key, orEmpty(PlainMaps.of(schema))));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    if (!required.isEmpty()) {
      object.put("required", List.copyOf(new TreeSet<>(required)));
    }
    object.put("additionalProperties", false);
    return object;
  }
}
