package org.sqlwidgets.apps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.apps.AppDefinition.StateDefinition;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.definition.OpenbbShapes;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.Shape;
import org.sqlwidgets.yaml.ShapeReader;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads the stored state of a placed widget (contract §5, rule R36). */
final class StateReader {
  private final Problems problems;
  private final ShapeReader shapes;

  StateReader(Problems problems) {
    this.problems = problems;
    this.shapes = new ShapeReader(problems);
  }

  StateDefinition read(YamlMap map) {
    YamlFields fields = new YamlFields(map, problems);
    Map<String, Located<YamlNode>> params = params(fields);
    List<Located<String>> order = AppReader.texts(fields, "paramOrder").orElse(List.of());
    Optional<Located<Map<String, Object>>> chartView = chartView(fields);
    Map<String, Object> others = new LinkedHashMap<>();
    fields
        .map("chartModel")
        .ifPresent(
            model -> {
              checkChartModel(model);
              others.put("chartModel", withoutNulls(model));
            });
    for (String key : List.of("columnState", "filterModel")) {
      fields.map(key).ifPresent(state -> others.put(key, withoutNulls(state)));
    }
    fields
        .map("storage")
        .ifPresent(
            storage -> {
              YamlFields texts = new YamlFields(storage, problems);
              texts.text("text");
              texts.text("html");
              others.put("storage", withoutNulls(storage));
            });
    fields.refuseOthers();
    return new StateDefinition(params, order, chartView, others);
  }

  /** The client refuses nulls anywhere (contract §5); a key without a value is as good as none. */
  private static Map<String, Object> withoutNulls(YamlMap map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    map.entries()
        .forEach((key, entry) -> plain(entry.node()).ifPresent(value -> plain.put(key, value)));
    return plain;
  }

  private static Optional<Object> plain(YamlNode node) {
    return switch (node) {
      case YamlMap map -> Optional.of(withoutNulls(map));
      case YamlList list ->
          Optional.of(list.items().stream().flatMap(item -> plain(item).stream()).toList());
      case YamlScalar scalar -> Optional.ofNullable(scalar.toPlain());
    };
  }

  private Map<String, Located<YamlNode>> params(YamlFields fields) {
    Map<String, Located<YamlNode>> params = new LinkedHashMap<>();
    fields
        .map("params")
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (name, entry) -> {
                          if (isValue(name, entry.node())) {
                            params.put(name, new Located<>(entry.node(), entry.keyLocation()));
                          }
                        }));
    return params;
  }

  private boolean isValue(String name, YamlNode node) {
    List<YamlNode> values = node instanceof YamlList list ? list.items() : List.of(node);
    for (YamlNode value : values) {
      if (!(value instanceof YamlScalar scalar) || scalar.isNull()) {
        problems.error(
            value.location(),
            "the value of \"%s\" is %s; expected a text, a number, true or false"
                .formatted(name, value.describe()));
        return false;
      }
      if (scalar.text().contains("$currentDate")) {
        problems.error(
            value.location(),
            "the client does not resolve $currentDate in \"state\"; give it as the \"defaultValue\""
                + " of a group");
        return false;
      }
    }
    return true;
  }

  private Optional<Located<Map<String, Object>>> chartView(YamlFields fields) {
    return shaped(fields, "chartView", OpenbbShapes.CHART_VIEW)
        .map(read -> new Located<>(plain(read), fields.where("chartView")));
  }

  private Optional<Object> shaped(YamlFields fields, String key, Shape shape) {
    return fields
        .node(key)
        .filter(node -> !node.isNull())
        .flatMap(node -> shapes.read(key, node, shape));
  }

  /** A map that was read by a shape has texts for keys. */
  private static Map<String, Object> plain(@Nullable Object read) {
    Map<String, Object> plain = new LinkedHashMap<>();
    if (read instanceof Map<?, ?> map) {
      map.forEach((key, value) -> plain.put(String.valueOf(key), value));
    }
    return plain;
  }

  /** The keys that the client checks; others go through. */
  private void checkChartModel(YamlMap model) {
    YamlFields fields = new YamlFields(model, problems);
    shaped(fields, "modelType", new Shape.Word(Set.of("range", "pivot")));
    shaped(fields, "chartType", OpenbbShapes.CHART_TYPE);
    fields.map("chartOptions");
    fields.bool("suppressChartRanges");
    fields.map("cellRange").ifPresent(range -> new YamlFields(range, problems).texts("columns"));
  }
}
