package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlwidgets.definition.ParamDefinition.OptionDefinition;
import org.sqlwidgets.definition.WidgetDefinition.ParamRowDefinition;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.yaml.Shape;
import org.sqlwidgets.yaml.ShapeReader;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads {@code params}: a list of controls, or of lists of controls that share a row. */
final class ParamsReader {
  /** Names that the client uses itself (contract §3.1, widget-file §8). */
  static final Set<String> RESERVED =
      Set.of("theme", "raw", "query", "prompt", "period", "selectedGroup");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String OPTIONS = "/options/";

  private final Problems problems;
  private final ShapeReader shapes;

  ParamsReader(Problems problems) {
    this.problems = problems;
    this.shapes = new ShapeReader(problems);
  }

  List<ParamRowDefinition> read(Optional<YamlNode> node) {
    List<ParamRowDefinition> rows = new ArrayList<>();
    if (node.isEmpty() || node.get().isNull()) {
      return rows;
    }
    if (!(node.get() instanceof YamlList list)) {
      problems.error(
          node.get().location(),
          "\"params\" is %s; expected a list, each entry beginning with \"- paramName:\""
              .formatted(node.get().describe()));
      return rows;
    }
    for (YamlNode item : list.items()) {
      if (item instanceof YamlList row) {
        rows.add(new ParamRowDefinition(row.items().stream().flatMap(this::param).toList(), true));
      } else {
        param(item).forEach(p -> rows.add(new ParamRowDefinition(List.of(p), false)));
      }
    }
    return rows;
  }

  private java.util.stream.Stream<ParamDefinition> param(YamlNode node) {
    if (!(node instanceof YamlMap map)) {
      problems.error(
          node.location(),
          "a param is %s; expected keys such as \"paramName: symbol\"".formatted(node.describe()));
      return java.util.stream.Stream.empty();
    }
    YamlFields fields = new YamlFields(map, problems);
    Optional<Located<String>> name = name(fields, map);
    Optional<ParamType> type = type(fields);
    ParamDefinition definition =
        new ParamDefinition(
            name.orElse(new Located<>("", map.location())),
            type,
            fields.node("value").filter(value -> !value.isNull()),
            options(fields),
            fields.bool("multiSelect").orElse(false),
            fields.bool("multiple").orElse(false),
            lookup(fields),
            located(fields, "optionsQuery"),
            optionsParams(fields),
            fields.bool("required").orElse(false),
            fields.bool("nullable").orElse(false),
            sqlType(fields),
            published(fields));
    refuseForeignKeys(fields);
    fields.refuseOthers();
    return name.isPresent()
        ? java.util.stream.Stream.of(definition)
        : java.util.stream.Stream.empty();
  }

  private Optional<Located<String>> name(YamlFields fields, YamlMap map) {
    Optional<String> name = fields.text("paramName");
    if (name.isEmpty()) {
      problems.error(map.location(), "a param needs \"paramName\", the name of its placeholder");
      return Optional.empty();
    }
    if (!NAME.matcher(name.get()).matches()) {
      problems.error(
          fields.where("paramName"),
          "paramName \"%s\" cannot be a placeholder; expected letters, digits and _"
              .formatted(name.get()));
      return Optional.empty();
    }
    return Optional.of(new Located<>(name.get(), fields.where("paramName")));
  }

  private Optional<ParamType> type(YamlFields fields) {
    Optional<String> word = fields.text("type");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    ParamType type = ParamType.byWord().get(word.get());
    if (type == null) {
      boolean later = word.get().equals("form") || word.get().equals("button");
      Set<String> known = ParamType.byWord().keySet();
      problems.error(
          fields.where("type"),
          later
              ? "param type \"%s\" is not served by this version".formatted(word.get())
              : "unknown param type \"%s\"; expected one of %s%s"
                  .formatted(
                      word.get(),
                      String.join(", ", known.stream().sorted().toList()),
                      NearMiss.hint(word.get(), known)));
    }
    return Optional.ofNullable(type);
  }

  private static Optional<Located<String>> located(YamlFields fields, String key) {
    return fields.text(key).map(text -> new Located<>(text, fields.where(key)));
  }

  /** {@code optionsEndpoint: /options/<name>} means {@code lookup: <name>} (widget-file §3). */
  private Optional<Located<String>> lookup(YamlFields fields) {
    Optional<Located<String>> lookup = located(fields, "lookup");
    Optional<Located<String>> endpoint = located(fields, "optionsEndpoint");
    if (endpoint.isEmpty()) {
      return lookup;
    }
    String address = endpoint.get().value();
    if (!address.startsWith(OPTIONS) || address.length() == OPTIONS.length()) {
      problems.error(
          endpoint.get().at(),
          "optionsEndpoint \"%s\" is not served here; write \"lookup: <name>\" (or"
                  .formatted(address)
              + " /options/<name>)");
      return Optional.empty();
    }
    if (lookup.isPresent()) {
      problems.error(
          endpoint.get().at(), "\"lookup\" and \"optionsEndpoint\" both given; keep \"lookup\"");
    }
    return Optional.of(new Located<>(address.substring(OPTIONS.length()), endpoint.get().at()));
  }

  private List<OptionDefinition> options(YamlFields fields) {
    List<OptionDefinition> options = new ArrayList<>();
    for (YamlNode item : fields.list("options").orElse(List.of())) {
      option(item).ifPresent(options::add);
    }
    return options;
  }

  /** An option is {@code {label, value}}, or a bare value that is its own label. */
  private Optional<OptionDefinition> option(YamlNode item) {
    if (item instanceof YamlScalar scalar && isOptionValue(scalar)) {
      return Optional.of(option(scalar.text(), scalar));
    }
    if (!(item instanceof YamlMap map)) {
      problems.error(
          item.location(),
          "an option is %s; expected { label: …, value: … }".formatted(item.describe()));
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(map, problems);
    Optional<YamlNode> value = fields.node("value");
    Optional<String> label = label(fields);
    if (fields.has("extraInfo")) {
      fields.node("extraInfo");
      problems.error(
          fields.whereKey("extraInfo"),
          "the client drops \"extraInfo\" on fixed options; use a lookup with the columns"
              + " description and right_of_description");
    }
    fields.refuseOthers();
    if (value.isEmpty() || !(value.get() instanceof YamlScalar scalar) || !isOptionValue(scalar)) {
      problems.error(map.location(), "an option needs a \"value\", a text or a number");
      return Optional.empty();
    }
    return Optional.of(option(label.orElse(scalar.text()), scalar));
  }

  private static Optional<String> label(YamlFields fields) {
    return fields
        .node("label")
        .filter(YamlScalar.class::isInstance)
        .map(node -> ((YamlScalar) node).text())
        .filter(text -> !text.isEmpty());
  }

  private static boolean isOptionValue(YamlScalar scalar) {
    return scalar.kind() == YamlScalar.Kind.TEXT || scalar.kind() == YamlScalar.Kind.NUMBER;
  }

  private static OptionDefinition option(String label, YamlScalar value) {
    return new OptionDefinition(
        label, value.text(), value.kind() == YamlScalar.Kind.NUMBER, value.location());
  }

  private Map<String, String> optionsParams(YamlFields fields) {
    Map<String, String> params = new LinkedHashMap<>();
    fields
        .map("optionsParams")
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (key, entry) -> {
                          if (entry.node() instanceof YamlScalar scalar && !scalar.isNull()) {
                            params.put(key, scalar.text());
                          } else {
                            problems.error(
                                entry.node().location(),
                                "\"%s\" is %s; expected a text or $param"
                                    .formatted(key, entry.node().describe()));
                          }
                        }));
    return params;
  }

  private Optional<Located<BindType>> sqlType(YamlFields fields) {
    Optional<String> word = fields.text("sqlType");
    Optional<BindType> type = word.flatMap(SqlTypeWords::find);
    if (word.isPresent() && type.isEmpty()) {
      problems.error(
          fields.where("sqlType"),
          "unknown sqlType \"%s\"; expected one of %s%s"
              .formatted(
                  word.get(),
                  String.join(", ", SqlTypeWords.all()),
                  NearMiss.hint(word.get(), SqlTypeWords.all())));
    }
    return type.map(found -> new Located<>(found, fields.where("sqlType")));
  }

  private Map<String, Object> published(YamlFields fields) {
    Map<String, Object> published = new LinkedHashMap<>();
    shaped(fields, published, "label", OpenbbShapes.NAME);
    shaped(fields, published, "description", OpenbbShapes.TEXT);
    shaped(fields, published, "show", OpenbbShapes.BOOL);
    shaped(fields, published, "hidden", OpenbbShapes.BOOL);
    shaped(fields, published, "style", OpenbbShapes.POPUP_STYLE);
    shaped(fields, published, "placeholder", OpenbbShapes.TEXT);
    shaped(fields, published, "language", new Shape.Word(OpenbbShapes.LANGUAGES));
    return published;
  }

  private void shaped(YamlFields fields, Map<String, Object> published, String key, Shape shape) {
    fields
        .node(key)
        .flatMap(node -> shapes.read(key, node, shape))
        .ifPresent(value -> published.put(key, value));
  }

  /** Keys that people try, with what they should write instead (contract §3.1). */
  private void refuseForeignKeys(YamlFields fields) {
    Map<String, String> remedies =
        Map.of(
            "optional", "leave it out: a param is optional unless \"required: true\"",
            "default", "write \"value\"",
            "min", "the client checks no range; check it in the SQL",
            "max", "the client checks no range; check it in the SQL",
            "roles", "it belongs to multi_file_viewer widgets");
    remedies.forEach(
        (key, remedy) -> {
          if (fields.has(key)) {
            fields.node(key);
            problems.error(fields.whereKey(key), "unknown key \"%s\"; %s".formatted(key, remedy));
          }
        });
  }
}
