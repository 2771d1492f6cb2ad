package org.sqlwidgets.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.yaml.Shape;
import org.sqlwidgets.yaml.ShapeReader;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads one entry of {@code params} (contract §3.1, widget-file §3). */
final class ParamReader {
  /** Names that the client uses itself (contract §3.1, widget-file §8). */
  static final Set<String> RESERVED =
      Set.of("theme", "raw", "query", "prompt", "period", "selectedGroup");

  /** The published keys that are only held to a shape. */
  static final Map<String, Shape> PLAIN_KEYS = plainKeys();

  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern LOOKUP_ADDRESS = Pattern.compile("/options/(.+)");

  /** What a param is declared for. */
  private enum Use {
    WIDGET,
    ACTION,
    FORM
  }

  private final YamlMap map;
  private final Problems problems;
  private final YamlFields fields;
  private final ShapeReader shapes;
  private final Use use;

  private ParamReader(YamlMap map, Problems own, Use use) {
    this.map = map;
    this.use = use;
    this.problems = own;
    this.fields = new YamlFields(map, own);
    this.shapes = new ShapeReader(own);
  }

  /**
   * A reader of one param of a widget.
   *
   * @param own takes the problems of this entry alone
   */
  static ParamReader ofWidget(YamlMap map, Problems own) {
    return new ParamReader(map, own, Use.WIDGET);
  }

  /** A reader of one param of an action. */
  static ParamReader ofAction(YamlMap map, Problems own) {
    return new ParamReader(map, own, Use.ACTION);
  }

  /** A reader of one input of a form. */
  static ParamReader ofForm(YamlMap map, Problems own) {
    return new ParamReader(map, own, Use.FORM);
  }

  /** The definition; empty when it has no name, or is no param. */
  Optional<ParamDefinition> read() {
    Optional<String> word = fields.text("type");
    if (word.filter(type -> type.equals("form") || type.equals("button")).isPresent()) {
      problems.error(fields.where("type"), misplaced(word.get()));
      return Optional.empty();
    }
    Optional<Located<String>> name = name();
    Optional<ParamType> type = word.flatMap(this::type);
    ParamDefinition definition =
        new ParamDefinition(
            name.orElse(new Located<>("", map.location())),
            type,
            fields.node("value").filter(value -> !value.isNull()),
            new OptionsReader(problems).read(fields),
            fields.bool("multiSelect").orElse(false),
            fields.bool("multiple").orElse(false),
            lookup(),
            query(),
            use == Use.WIDGET ? CacheReader.read(fields, problems) : Optional.empty(),
            optionsParams(),
            use != Use.FORM && fields.bool("required").orElse(false),
            use != Use.FORM && fields.bool("nullable").orElse(false),
            use == Use.FORM ? Optional.empty() : sqlType(),
            use == Use.ACTION && fields.bool("secret").orElse(false),
            published(),
            true);
    refuseKeysOfActions();
    ForeignKeys.OF_PARAMS.forEach(
        (key, remedy) -> fields.refuse(key, "unknown key \"%s\"; %s".formatted(key, remedy)));
    fields.refuseOthers();
    return name.map(found -> problems.hasErrors() ? definition.unread() : definition);
  }

  private String misplaced(String type) {
    return type.equals("button")
        ? "a button belongs to the \"inputParams\" of a form; remove it here"
        : "a form belongs to the \"params\" of a widget; remove it here";
  }

  /** What an action says of its params is no business of others. */
  private void refuseKeysOfActions() {
    if (use == Use.WIDGET) {
      fields.refuse("secret", "\"secret\" belongs to a param of an action; remove it");
    }
    if (use == Use.FORM) {
      for (String key : List.of("required", "nullable", "sqlType", "secret")) {
        fields.refuse(
            key, "\"%s\" belongs to the param in the action's file; move it there".formatted(key));
      }
    }
  }

  private static Map<String, Shape> plainKeys() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("label", OpenbbShapes.NAME);
    keys.put("description", OpenbbShapes.TEXT);
    keys.put("show", OpenbbShapes.BOOL);
    keys.put("hidden", OpenbbShapes.BOOL);
    keys.put("style", OpenbbShapes.POPUP_STYLE);
    keys.put("placeholder", OpenbbShapes.TEXT);
    keys.put("roles", OpenbbShapes.ROLES);
    keys.put("language", new Shape.Word(OpenbbShapes.LANGUAGES));
    return keys;
  }

  private Optional<Located<String>> name() {
    Optional<String> name = fields.text("paramName");
    if (!fields.has("paramName")) {
      problems.error(map.location(), "a param needs \"paramName\", the name of its placeholder");
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    SourceLocation at = fields.where("paramName");
    if (!NAME.matcher(name.get()).matches()) {
      problems.error(
          at,
          "paramName \"%s\" cannot be a placeholder; use only A-Z, a-z, 0-9 and \"_\", no digit first"
              .formatted(name.get()));
      return Optional.empty();
    }
    return Optional.of(new Located<>(name.get(), at));
  }

  private Optional<ParamType> type(String word) {
    Map<String, ParamType> known = ParamType.byWord();
    if (!known.containsKey(word)) {
      String near = NearMiss.hint(word, known.keySet());
      problems.error(
          fields.where("type"),
          "unknown param type \"%s\"%s"
              .formatted(
                  word,
                  near.isEmpty()
                      ? "; expected one of "
                          + String.join(", ", known.keySet().stream().sorted().toList())
                      : near));
    }
    return Optional.ofNullable(known.get(word));
  }

  private Optional<Located<String>> located(String key) {
    return fields.text(key).map(text -> new Located<>(text, fields.where(key)));
  }

  /** {@code optionsEndpoint: /options/<name>} means {@code lookup: <name>} (widget-file §3). */
  private Optional<Located<String>> lookup() {
    Optional<Located<String>> lookup = located("lookup").filter(name -> isGiven("lookup", name));
    Optional<Located<String>> endpoint = located("optionsEndpoint");
    if (endpoint.isEmpty()) {
      return lookup;
    }
    SourceLocation at = endpoint.get().at();
    var address = LOOKUP_ADDRESS.matcher(endpoint.get().value());
    if (!address.matches()) {
      problems.error(
          at,
          "optionsEndpoint \"%s\" is not an address of this server; write \"lookup: <name>\" instead"
              .formatted(endpoint.get().value()));
      return Optional.empty();
    }
    if (lookup.isPresent()) {
      problems.error(
          fields.whereKey("optionsEndpoint"),
          "\"lookup\" and \"optionsEndpoint\" are both given; keep \"lookup\"");
    }
    return Optional.of(new Located<>(address.group(1), at));
  }

  private Optional<Located<String>> query() {
    return located("optionsQuery").filter(text -> isGiven("optionsQuery", text));
  }

  private boolean isGiven(String key, Located<String> text) {
    if (text.value().isBlank()) {
      problems.error(text.at(), "\"%s\" is blank; write one or leave the key out".formatted(key));
    }
    return !text.value().isBlank();
  }

  private Map<String, Located<String>> optionsParams() {
    Map<String, Located<String>> params = new LinkedHashMap<>();
    fields
        .map("optionsParams")
        .ifPresent(
            sent -> sent.entries().forEach((key, entry) -> optionsParam(key, entry, params)));
    return params;
  }

  private void optionsParam(String key, YamlMap.Entry entry, Map<String, Located<String>> params) {
    YamlNode value = entry.node();
    if (value instanceof YamlScalar scalar && !scalar.isNull() && !key.isEmpty()) {
      params.put(key, new Located<>(scalar.text(), value.location()));
    } else if (!value.isNull()) {
      problems.error(
          value.location(),
          "\"optionsParams\" sends texts such as { sector: $sector }, found \"%s\" with %s"
              .formatted(key, value.describe()));
    }
  }

  private Optional<Located<BindType>> sqlType() {
    Optional<String> word = fields.text("sqlType");
    Optional<BindType> type = word.flatMap(SqlTypeWords::find);
    if (word.isPresent() && type.isEmpty()) {
      String near = NearMiss.hint(word.get(), SqlTypeWords.all());
      problems.error(
          fields.where("sqlType"),
          "unknown sqlType \"%s\"%s"
              .formatted(
                  word.get(), near.isEmpty() ? "; expected one of " + SqlTypeWords.usual() : near));
    }
    return type.map(found -> new Located<>(found, fields.where("sqlType")));
  }

  private Map<String, Object> published() {
    Map<String, Object> published = new LinkedHashMap<>();
    PLAIN_KEYS.forEach((key, shape) -> shaped(published, key, shape));
    return published;
  }

  private void shaped(Map<String, Object> published, String key, Shape shape) {
    fields
        .node(key)
        .filter(node -> !node.isNull())
        .flatMap(node -> shapes.read(key, node, shape))
        .ifPresent(value -> published.put(key, value));
  }
}
