package org.sqlwidgets.definition;

import java.util.List;
import java.util.Map;
import org.sqlwidgets.definition.WidgetDefinition.ColumnDefinition;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.ColumnDef;

/** Checks the names of columns and params that a header's table settings refer to (R08, R09). */
final class ColumnReferences {
  private final Problems problems;

  ColumnReferences(Problems problems) {
    this.problems = problems;
  }

  void check(WidgetDefinition definition, List<ColumnDef> columns, List<String> paramNames) {
    List<String> labels = columns.stream().map(ColumnDef::field).toList();
    definition.columns().forEach((field, column) -> checkColumn(column, labels, paramNames));
    Map<String, Object> chartView =
        PlainMaps.of(
            PlainMaps.of(definition.data().getOrDefault("table", Map.of()))
                .getOrDefault("chartView", Map.of()));
    PlainMaps.of(chartView.getOrDefault("cellRangeCols", Map.of()))
        .values()
        .forEach(names -> checkRange(names, labels, definition.at()));
  }

  private void checkRange(Object names, List<String> labels, SourceLocation at) {
    if (names instanceof List<?> list) {
      list.forEach(name -> known("cellRangeCols", String.valueOf(name), "column", labels, at));
    }
  }

  private void checkColumn(ColumnDefinition column, List<String> labels, List<String> paramNames) {
    Map<String, Object> render =
        PlainMaps.of(column.keys().getOrDefault("renderFnParams", Map.of()));
    Map<String, Object> groupBy = PlainMaps.of(render.getOrDefault("groupBy", Map.of()));
    if (groupBy.get("paramName") instanceof String name) {
      known("groupBy.paramName", name, "param", paramNames, column.at());
    }
    if (groupBy.get("valueField") instanceof String name) {
      known("groupBy.valueField", name, "column", labels, column.at());
    }
    if (PlainMaps.of(column.keys().getOrDefault("sparkline", Map.of())).get("dataField")
        instanceof String name) {
      known("sparkline.dataField", name, "column", labels, column.at());
    }
    checkAction(render, column.at());
  }

  private void checkAction(Map<String, Object> render, SourceLocation at) {
    if (render.get("actionType") instanceof String action && !render.containsKey(action)) {
      problems.error(
          at, "actionType \"%s\" needs \"%s\" in renderFnParams".formatted(action, action));
    }
  }

  private void known(String key, String name, String kind, List<String> known, SourceLocation at) {
    if (!known.contains(name)) {
      problems.error(
          at,
          "\"%s\" names the %s \"%s\", which is not there%s"
              .formatted(key, kind, name, NearMiss.hint(name, known)));
    }
  }
}
