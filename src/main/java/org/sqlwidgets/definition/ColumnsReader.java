package org.sqlwidgets.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.WidgetDefinition.ColumnDefinition;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.yaml.ShapeReader;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/**
 * Reads what an author says of columns: {@code columns} and {@code data.table.columnsDefs}, which
 * mean the same (widget-file §3).
 */
final class ColumnsReader {
  private final Problems problems;
  private final ShapeReader shapes;
  private final Map<String, ColumnDefinition> columns = new LinkedHashMap<>();

  ColumnsReader(Problems problems) {
    this.problems = problems;
    this.shapes = new ShapeReader(problems);
  }

  /** All columns that were read, by label. */
  Map<String, ColumnDefinition> columns() {
    return columns;
  }

  /** Reads the map {@code columns}. */
  void columns(YamlMap map) {
    map.entries().forEach((field, entry) -> column(field, entry.keyLocation(), entry.node()));
  }

  private void column(String field, SourceLocation at, YamlNode node) {
    ColumnDefinition other = columns.get(field);
    if (other != null) {
      problems.error(
          at,
          "column \"%s\" is described twice, the first time in line %d; put all its keys in one place"
              .formatted(field, other.at().line()));
    } else if (node.isNull()) {
      columns.put(field, new ColumnDefinition(at, Map.of(), node));
    } else if (!(node instanceof YamlMap)) {
      problems.error(
          node.location(),
          "column \"%s\" must be a map such as { headerName: Close, decimalPlaces: 2 }, found %s"
              .formatted(field, node.describe()));
    } else {
      shapes
          .read(field, node, OpenbbShapes.COLUMN)
          .ifPresent(
              keys -> columns.put(field, new ColumnDefinition(at, PlainMaps.of(keys), node)));
    }
  }

  /** Reads {@code data} as OpenBB has it, without the columns. */
  Map<String, Object> data(YamlMap map) {
    Map<String, Object> data = new LinkedHashMap<>();
    YamlFields keys = new YamlFields(map, problems);
    keys.text("dataKey")
        .filter(text -> !text.isEmpty())
        .ifPresent(
            text ->
                problems.error(
                    keys.whereKey("dataKey"),
                    "remove \"dataKey\": the server sends the rows themselves"));
    rowId(map, keys, data);
    keys.map("table").ifPresent(table -> data.put("table", table(table)));
    keys.refuseOthers();
    return data;
  }

  private void rowId(YamlMap map, YamlFields keys, Map<String, Object> data) {
    List<String> names = LiveReader.rowId(map, problems).stream().map(Located::value).toList();
    if (!names.isEmpty()) {
      data.put(LiveReader.ROW_ID, names.size() == 1 ? names.getFirst() : names);
    }
    keys.node("wsRowIdColumn");
    keys.node("wsRowIdColumns");
  }

  private Map<String, Object> table(YamlMap map) {
    map.get("columnsDefs").filter(node -> !node.isNull()).ifPresent(this::columnsDefs);
    LinkedHashMap<String, YamlMap.Entry> others = new LinkedHashMap<>(map.entries());
    others.remove("columnsDefs");
    refuse(others, "columnDefs", "unknown key \"columnDefs\"; did you mean \"columnsDefs\"?");
    refuse(others, "enableCharts", "the client ignores \"enableCharts\"; remove it");
    return shapes
        .read("table", new YamlMap(map.location(), others), OpenbbShapes.TABLE)
        .map(PlainMaps::of)
        .orElse(Map.of());
  }

  private void refuse(Map<String, YamlMap.Entry> keys, String key, String message) {
    YamlMap.Entry entry = keys.remove(key);
    if (entry != null) {
      problems.error(entry.keyLocation(), message);
    }
  }

  private void columnsDefs(YamlNode node) {
    if (!(node instanceof YamlList list)) {
      problems.error(
          node.location(),
          "\"columnsDefs\" must be a list (lines \"- field: name\"), found " + node.describe());
      return;
    }
    list.items().forEach(this::columnsDef);
  }

  private void columnsDef(YamlNode item) {
    Optional<YamlScalar> field =
        item instanceof YamlMap map ? map.get("field").flatMap(ColumnsReader::label) : none();
    if (!(item instanceof YamlMap map) || field.isEmpty()) {
      problems.error(
          item.location(), "an entry of \"columnsDefs\" needs \"field\", the name of a column");
      return;
    }
    LinkedHashMap<String, YamlMap.Entry> keys = new LinkedHashMap<>(map.entries());
    keys.remove("field");
    column(field.get().text(), field.get().location(), new YamlMap(map.location(), keys));
  }

  private static Optional<YamlScalar> none() {
    return Optional.empty();
  }

  private static Optional<YamlScalar> label(YamlNode node) {
    return node instanceof YamlScalar scalar && !scalar.isNull()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** The columns that the table's charts are made of, each at its place. */
  static List<Located<String>> chartColumns(YamlMap data) {
    return YamlPaths.find(data, "table", "chartView", "cellRangeCols").stream()
        .flatMap(YamlPaths::values)
        .flatMap(YamlPaths::values)
        .flatMap(node -> label(node).stream())
        .map(scalar -> new Located<>(scalar.text(), scalar.location()))
        .toList();
  }
}
