package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.FormDefinition.Button;
import org.sqlwidgets.definition.FormDefinition.Field;
import org.sqlwidgets.definition.FormDefinition.Input;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.Shape;
import org.sqlwidgets.yaml.ShapeReader;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;

/** Reads a param of type form with its inputs and buttons (contract §3.7). */
final class FormReader {
  private static final Map<String, String> METHODS = Map.of("POST", "POST", "PUT", "PUT");

  private static final Shape BUTTON_VALUE =
      OpenbbShapes.either(OpenbbShapes.NUMBER, OpenbbShapes.BOOL, OpenbbShapes.TEXT);

  private final YamlMap map;
  private final YamlFields fields;
  private final Problems problems;

  /**
   * A reader of one form.
   *
   * @param own takes the problems of this form alone
   */
  FormReader(YamlMap map, Problems own) {
    this.map = map;
    this.fields = new YamlFields(map, own);
    this.problems = own;
  }

  static boolean isForm(YamlMap map) {
    return "form".equals(type(map));
  }

  private static boolean isButton(YamlMap map) {
    return "button".equals(type(map));
  }

  private static String type(YamlMap map) {
    return new YamlFields(map, new Problems()).text("type").orElse("");
  }

  FormDefinition read() {
    fields.text("type");
    Located<String> name =
        name(fields).orElseGet(() -> new Located<>("form", fields.where("type")));
    Optional<Located<String>> action =
        fields.text("action").map(text -> new Located<>(text, fields.where("action")));
    if (action.isEmpty() && !fields.has("action")) {
      problems.error(
          map.location(),
          "a form needs \"action\", the name of the file in actions/ that takes what it sends");
    }
    Map<String, Object> published = new LinkedHashMap<>();
    put(fields, published, "label", OpenbbShapes.NAME);
    put(fields, published, "description", OpenbbShapes.TEXT);
    put(fields, published, "show", OpenbbShapes.BOOL);
    published.put("method", fields.oneOf("method", METHODS).orElse("POST"));
    List<Field> inputs = inputs();
    fields.refuse(
        "endpoint",
        "remove \"endpoint\": the server gives each action its address; write \"action\"");
    fields.refuseOthers();
    return new FormDefinition(name, action, published, inputs, !problems.hasErrors());
  }

  private Optional<Located<String>> name(YamlFields of) {
    Optional<String> name = of.text("paramName");
    if (name.isPresent() && !ParamReader.NAME.matcher(name.get()).matches()) {
      problems.error(
          of.where("paramName"),
          "paramName \"%s\" cannot be used; use only A-Z, a-z, 0-9 and \"_\", no digit first"
              .formatted(name.get()));
      return Optional.empty();
    }
    return name.map(text -> new Located<>(text, of.where("paramName")));
  }

  private List<Field> inputs() {
    List<Field> inputs = new ArrayList<>();
    for (YamlNode item : fields.list("inputParams").orElse(List.of())) {
      if (!(item instanceof YamlMap entry)) {
        problems.error(
            item.location(),
            "an input must be a map that begins with \"paramName:\", found " + item.describe());
      } else if (isButton(entry)) {
        button(entry).ifPresent(inputs::add);
      } else {
        Problems own = new Problems();
        Optional<ParamDefinition> input = ParamReader.ofForm(entry, own).read();
        input.ifPresent(param -> FormControls.check(param, own));
        problems.addAll(own.list());
        input.map(Input::new).ifPresent(inputs::add);
      }
    }
    return inputs;
  }

  private Optional<Field> button(YamlMap entry) {
    YamlFields keys = new YamlFields(entry, problems);
    keys.text("type");
    Optional<Located<String>> name = name(keys);
    if (!keys.has("paramName")) {
      problems.error(
          entry.location(), "a button needs \"paramName\", under which its value is sent");
    }
    Map<String, Object> published = new LinkedHashMap<>();
    name.ifPresent(found -> published.put("paramName", found.value()));
    published.put("type", "button");
    put(keys, published, "label", OpenbbShapes.NAME);
    name.ifPresent(
        found ->
            published.computeIfAbsent("label", key -> Titles.of(found.value(), found.value())));
    put(keys, published, "description", OpenbbShapes.TEXT);
    put(keys, published, "show", OpenbbShapes.BOOL);
    put(keys, published, "value", BUTTON_VALUE);
    published.putIfAbsent("value", true);
    keys.refuseOthers();
    return name.map(found -> new Button(found, published));
  }

  private void put(YamlFields from, Map<String, Object> published, String key, Shape shape) {
    from.node(key)
        .filter(node -> !node.isNull())
        .flatMap(node -> new ShapeReader(problems).read(key, node, shape))
        .ifPresent(value -> published.put(key, value));
  }
}
