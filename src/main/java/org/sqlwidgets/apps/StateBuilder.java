package org.sqlwidgets.apps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.apps.AppDefinition.StateDefinition;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.yaml.YamlNode;

/** Holds the stored state of a placed widget to its params and columns (rules R36, R37). */
final class StateBuilder {
  private final Optional<Widget> widget;
  private final Problems problems;

  /** For a widget of the client itself, of which nothing is known, everything fits. */
  StateBuilder(Optional<Widget> widget, Problems problems) {
    this.widget = widget;
    this.problems = problems;
  }

  /** The keys to publish; what does not fit is left out. */
  Map<String, Object> build(StateDefinition state) {
    Map<String, Object> published = new LinkedHashMap<>();
    Map<String, Object> params = new LinkedHashMap<>();
    state.params().forEach((name, value) -> value(name, value).ifPresent(v -> params.put(name, v)));
    List<String> order =
        state.paramOrder().stream()
            .filter(name -> param(name.value(), name.at()))
            .map(Located::value)
            .toList();
    putUnlessEmpty(published, "params", params, params.isEmpty());
    putUnlessEmpty(published, "paramOrder", order, order.isEmpty());
    state
        .chartView()
        .filter(this::hasColumns)
        .ifPresent(view -> published.put("chartView", view.value()));
    published.putAll(state.others());
    return published;
  }

  private static void putUnlessEmpty(
      Map<String, Object> map, String key, Object value, boolean empty) {
    if (!empty) {
      map.put(key, value);
    }
  }

  private Optional<Object> value(String name, Located<YamlNode> value) {
    if (widget.isEmpty()) {
      return Optional.ofNullable(value.value().toPlain());
    }
    if (!param(name, value.at())) {
      return Optional.empty();
    }
    Param param =
        widget.get().params().stream()
            .filter(p -> p.paramName().equals(name))
            .findFirst()
            .orElseThrow();
    ChosenValue chosen = ChosenValue.of(param, value.value());
    if (chosen.value().isEmpty()) {
      problems.error(
          value.value().location(),
          "the value of \"%s\" is %s; it is left out".formatted(name, chosen.refusal()));
    }
    return chosen.value();
  }

  /** True when the widget has the param; else it is reported. */
  private boolean param(String name, SourceLocation at) {
    if (widget.isEmpty()) {
      return true;
    }
    List<String> names = widget.get().params().stream().map(Param::paramName).toList();
    if (!names.contains(name)) {
      problems.error(
          at,
          "widget \"%s\" has no param \"%s\", so its state goes without it%s"
              .formatted(widget.get().id(), name, NearMiss.hint(name, names)));
    }
    return names.contains(name);
  }

  private boolean hasColumns(Located<Map<String, Object>> chartView) {
    if (widget.isEmpty() || !(chartView.value().get("cellRangeCols") instanceof Map<?, ?> charts)) {
      return true;
    }
    List<String> columns = widget.get().columns().stream().map(ColumnDef::field).toList();
    List<String> unknown =
        charts.values().stream()
            .flatMap(names -> texts(names).stream())
            .filter(name -> !columns.contains(name))
            .distinct()
            .toList();
    unknown.forEach(
        name ->
            problems.error(
                chartView.at(),
                "the chart names a column \"%s\", which widget \"%s\" does not return, so it is left out%s"
                    .formatted(name, widget.get().id(), NearMiss.hint(name, columns))));
    return unknown.isEmpty();
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }
}
