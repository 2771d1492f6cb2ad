package org.sqlwidgets.definition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.definition.WidgetDefinition.ColumnDefinition;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.HoverCard;

/** Checks the names of columns and params that a header's table settings refer to (R08, R09). */
final class ColumnReferences {
  private final Problems problems;

  ColumnReferences(Problems problems) {
    this.problems = problems;
  }

  void check(WidgetDefinition definition, List<ColumnDef> columns, List<String> paramNames) {
    List<String> labels = columns.stream().map(ColumnDef::field).toList();
    definition.columns().forEach((field, column) -> checkColumn(column, labels, paramNames));
    columns.forEach(column -> checkTexts(column, definition.columns().get(column.field()), labels));
    for (Located<String> name : definition.chartColumns()) {
      known("cellRangeCols", "column", name.value(), labels, name.at());
    }
  }

  private void checkColumn(ColumnDefinition column, List<String> labels, List<String> paramNames) {
    checkName(column, "param", paramNames, "renderFnParams", "groupBy", "paramName");
    checkName(column, "column", labels, "renderFnParams", "groupBy", "valueField");
    checkName(column, "column", labels, "sparkline", "dataField");
    checkAction(
        PlainMaps.of(column.keys().getOrDefault("renderFnParams", Map.of())),
        column.at("renderFnParams", "actionType"));
  }

  /** Names in braces; what the key of a JSON cell is, nobody knows here. */
  private void checkTexts(ColumnDef column, @Nullable ColumnDefinition given, List<String> labels) {
    if (given == null) {
      return;
    }
    SourceLocation at = given.at("renderFnParams", "sendToAgent", "markdown");
    Object toAgent = PlainMaps.find(given.keys(), "renderFnParams", "sendToAgent", "markdown");
    HoverCard.names(Objects.toString(toAgent, ""))
        .forEach(name -> known("markdown", "column", name, labels, at));
    column.hoverCard().ifPresent(card -> checkCard(card, given, labels));
    boolean object = column.wireForm() == WireForm.JSON || column.hoverCard().isPresent();
    if (!object && PlainMaps.find(given.keys(), "renderFnParams", "colorValueKey") != null) {
      problems.warning(
          given.at("renderFnParams", "colorValueKey"),
          "\"colorValueKey\" has no effect on a plain cell; give the column a hoverCard, or leave"
              + " the key out");
    }
  }

  private void checkCard(HoverCard card, ColumnDefinition given, List<String> labels) {
    Object colour = PlainMaps.find(given.keys(), "renderFnParams", "colorValueKey");
    for (String name : card.fields()) {
      boolean decides = name.equals(colour);
      known(
          decides ? "colorValueKey" : "markdown",
          "column",
          name,
          labels,
          decides
              ? given.at("renderFnParams", "colorValueKey")
              : given.at("renderFnParams", "hoverCard", "markdown"));
    }
  }

  private void checkName(ColumnDefinition column, String kind, List<String> known, String... path) {
    if (PlainMaps.find(column.keys(), path) instanceof String name) {
      known(path[path.length - 1], kind, name, known, column.at(path));
    }
  }

  /** The client refuses the whole backend when an action lacks its settings (contract §2.5). */
  private void checkAction(Map<String, Object> render, SourceLocation at) {
    if (render.get("actionType") instanceof String action && !render.containsKey(action)) {
      problems.error(
          at,
          "actionType \"%s\" needs the key \"%s\" beside it, which says what it does"
              .formatted(action, action));
    }
  }

  /** Reports a name that is none of those there. */
  void known(String key, String kind, String name, List<String> known, SourceLocation at) {
    if (!known.contains(name)) {
      String near = NearMiss.hint(name, known);
      problems.error(
          at,
          "\"%s\" names the %s \"%s\", which is not there%s"
              .formatted(key, kind, name, near.isEmpty() ? there(kind, known) : near));
    }
  }

  private static String there(String kind, List<String> known) {
    return known.isEmpty()
        ? "; there are no " + kind + "s"
        : "; there are " + NearMiss.listed(known);
  }
}
