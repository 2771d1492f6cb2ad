package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlwidgets.definition.WidgetDefinition.ParamRowDefinition;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;

/** Reads the keys of an action's header, reporting all that do not fit. */
final class ActionReader {
  private static final int MOST_ROWS = 10_000;
  private static final Map<String, String> KINDS =
      Stream.of("insert", "update", "delete")
          .collect(Collectors.toMap(Function.identity(), Function.identity()));

  private final YamlFields fields;
  private final Problems problems;

  private ActionReader(YamlMap map, Problems problems) {
    this.fields = new YamlFields(map, problems);
    this.problems = problems;
  }

  /** The definition that a header holds; problems say whether it can be trusted. */
  static ActionDefinition read(YamlMap map, Problems problems) {
    return new ActionReader(map, problems).read();
  }

  private ActionDefinition read() {
    fields.text("description");
    ParamsReader params = ParamsReader.ofAction(problems);
    List<ParamDefinition> definitions = new ArrayList<>();
    for (ParamRowDefinition row : params.read(fields.node("params"))) {
      definitions.addAll(row.params());
    }
    definitions.forEach(param -> FormControls.check(param, problems));
    ActionDefinition definition =
        new ActionDefinition(
            fields.oneOf("action", KINDS).map(kind -> new Located<>(kind, fields.where("action"))),
            located("datasource"),
            List.copyOf(definitions),
            fields.integer("maxRows", 1, MOST_ROWS),
            Times.read(fields, "timeout", HeaderReader.LONGEST_TIMEOUT, problems),
            located("message"));
    refuseKeysOfWidgets();
    fields.refuseOthers();
    return definition;
  }

  private Optional<Located<String>> located(String key) {
    return fields.text(key).map(text -> new Located<>(text, fields.where(key)));
  }

  private void refuseKeysOfWidgets() {
    for (String key : List.of("type", "columns", "data", "gridData", "category")) {
      fields.refuse(
          key, "\"%s\" belongs to a widget, and this file is an action; remove it".formatted(key));
    }
  }
}
