package org.sqlwidgets.definition;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.ParamDefinition.OptionDefinition;
import org.sqlwidgets.definition.QueryCompiler.Settled;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.query.DateExpression;
import org.sqlwidgets.query.RefusedValueException;
import org.sqlwidgets.query.ValueReader;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Param.WhenAbsent;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Makes a param of its declaration and its settled type, or of its placeholder alone. */
final class ParamCompiler {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

  private final Problems problems;
  private final ValueReader values;

  /** Defaults are read as requests will be; the clock resolves {@code $currentDate}. */
  ParamCompiler(Problems problems, Clock clock) {
    this.problems = problems;
    this.values = new ValueReader(clock);
  }

  /** The param of a placeholder that nobody declared (widget-file §6). */
  static Param undeclared(String name, Settled settled) {
    boolean multi = settled.bindType().array();
    Map<String, Object> published = new LinkedHashMap<>();
    published.put("paramName", name);
    published.put("type", settled.type().word());
    published.put("label", Titles.of(name));
    if (multi) {
      published.put("multiple", true);
    }
    return new Param(
        name,
        settled.type(),
        multi,
        settled.bindType(),
        WhenAbsent.DEFAULT,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        published);
  }

  /** The param of a declaration; its lookup is linked later. */
  Param declared(ParamDefinition definition, Settled settled) {
    ParamType type = settled.type();
    checkKeys(definition, type);
    checkOptions(definition, type);
    Optional<String> defaultText =
        definition.value().flatMap(value -> defaultText(definition, type, value));
    checkPolicy(definition, defaultText);
    defaultText.ifPresent(text -> checkDefault(definition, settled, text));
    return new Param(
        definition.paramName().value(),
        type,
        definition.multi(),
        settled.bindType().withArray(definition.multi()),
        whenAbsent(definition),
        defaultText,
        definition.options().stream().map(OptionDefinition::value).toList(),
        Optional.empty(),
        published(definition, type, defaultText));
  }

  private void error(ParamDefinition definition, String message) {
    problems.error(
        definition.paramName().at(),
        "param \"%s\" %s".formatted(definition.paramName().value(), message));
  }

  private void checkKeys(ParamDefinition definition, ParamType type) {
    boolean dropdown = definition.lookup().isPresent() || definition.optionsQuery().isPresent();
    boolean options = !definition.options().isEmpty();
    if (type == ParamType.ENDPOINT && !dropdown) {
      error(definition, "is of type endpoint and needs \"lookup\" or \"optionsQuery\"");
    }
    if (definition.lookup().isPresent() && definition.optionsQuery().isPresent()) {
      error(definition, "has both \"lookup\" and \"optionsQuery\"; keep one");
    }
    if (type != ParamType.ENDPOINT && dropdown) {
      error(
          definition,
          "has a lookup, so its type is endpoint; remove \"type: %s\"".formatted(type.word()));
    }
    if (type == ParamType.TABS && !options) {
      error(definition, "is of type tabs and needs \"options\"");
    }
    if (options
        && !(type == ParamType.TEXT || type == ParamType.NUMBER || type == ParamType.TABS)) {
      error(definition, "is of type %s, which takes no \"options\"".formatted(type.word()));
    }
    if (definition.multiSelect()
        && !(type == ParamType.ENDPOINT || (type == ParamType.TEXT && options))) {
      error(definition, "has \"multiSelect\", which needs a lookup, or options on type text");
    }
    if (definition.multiple() && (type != ParamType.TEXT || options)) {
      error(definition, "has \"multiple\", which is for type text without options");
    }
    if (definition.published().containsKey("language") && type != ParamType.TEXT) {
      error(definition, "has \"language\", which is for type text");
    }
  }

  private void checkOptions(ParamDefinition definition, ParamType type) {
    Set<String> seen = new HashSet<>();
    for (OptionDefinition option : definition.options()) {
      if (!seen.add(option.value())) {
        problems.error(option.at(), "option value \"%s\" is there twice".formatted(option.value()));
      }
      if (definition.multiSelect() && (option.value().isEmpty() || option.value().contains(","))) {
        problems.error(
            option.at(),
            "option value \"%s\" cannot be sent by a multiSelect; it must not be empty or hold a comma"
                .formatted(option.value()));
      }
      if (type == ParamType.NUMBER && !option.number()) {
        problems.error(
            option.at(), "option value \"%s\" is not a number".formatted(option.value()));
      }
    }
  }

  private void checkPolicy(ParamDefinition definition, Optional<String> defaultText) {
    if (definition.required() && definition.nullable()) {
      error(definition, "is both \"required\" and \"nullable\"; keep one");
    } else if (definition.required() && defaultText.isPresent()) {
      error(definition, "is \"required\", so its default is never used; remove one of them");
    }
  }

  private static WhenAbsent whenAbsent(ParamDefinition definition) {
    if (definition.required()) {
      return WhenAbsent.REFUSE;
    }
    return definition.nullable() ? WhenAbsent.NULL : WhenAbsent.DEFAULT;
  }

  /** The default as it would arrive in a request; a list becomes comma text. */
  private Optional<String> defaultText(ParamDefinition definition, ParamType type, YamlNode value) {
    if (value instanceof YamlList list && definition.multi()) {
      List<String> parts = new ArrayList<>();
      for (YamlNode item : list.items()) {
        if (item instanceof YamlScalar scalar
            && !scalar.text().isEmpty()
            && !scalar.text().contains(",")) {
          parts.add(scalar.text());
        } else {
          problems.error(
              item.location(),
              "a default of \"%s\" is %s; expected a text without comma"
                  .formatted(definition.paramName().value(), item.describe()));
        }
      }
      return Optional.of(String.join(",", parts));
    }
    if (!(value instanceof YamlScalar scalar)) {
      problems.error(
          value.location(),
          "the default of \"%s\" is %s; expected %s"
              .formatted(definition.paramName().value(), value.describe(), expected(type)));
      return Optional.empty();
    }
    boolean fits =
        switch (type) {
          case BOOLEAN -> scalar.kind() == YamlScalar.Kind.BOOLEAN;
          case NUMBER -> scalar.kind() != YamlScalar.Kind.BOOLEAN;
          case TEXT, DATE, TICKER, TABS, ENDPOINT -> true;
        };
    if (!fits) {
      problems.error(
          value.location(),
          "the default of \"%s\" is %s; expected %s"
              .formatted(definition.paramName().value(), value.describe(), expected(type)));
      return Optional.empty();
    }
    return Optional.of(scalar.text());
  }

  private static String expected(ParamType type) {
    return switch (type) {
      case BOOLEAN -> "true or false, without quotes";
      case NUMBER -> "a number";
      case DATE -> "YYYY-MM-DD or $currentDate-3m";
      case TEXT, TICKER, TABS, ENDPOINT -> "a text";
    };
  }

  /** A default that a request with the same text would be refused for is a problem now. */
  private void checkDefault(ParamDefinition definition, Settled settled, String text) {
    YamlNode node = definition.value().orElseThrow();
    if (text.isEmpty()
        && (settled.type() == ParamType.NUMBER || settled.type() == ParamType.DATE)) {
      problems.error(node.location(), "the default is empty; leave \"value\" out");
      return;
    }
    List<String> parts = definition.multi() ? List.of(text.split(",")) : List.of(text);
    for (String part : parts) {
      try {
        if (!text.isEmpty()) {
          values.read(part.strip(), settled.type(), settled.bindType().type());
        }
      } catch (RefusedValueException e) {
        problems.error(
            node.location(),
            "the default of \"%s\": %s".formatted(definition.paramName().value(), e.getMessage()));
      }
      boolean amongOptions =
          definition.options().stream().anyMatch(o -> o.value().equals(part.strip()));
      if (!definition.options().isEmpty() && !part.isEmpty() && !amongOptions) {
        problems.error(
            node.location(),
            "the default \"%s\" is not among the options %s"
                .formatted(
                    part,
                    String.join(
                        ", ",
                        definition.options().stream().map(OptionDefinition::value).toList())));
      }
    }
  }

  private Map<String, Object> published(
      ParamDefinition definition, ParamType type, Optional<String> defaultText) {
    Map<String, Object> published = new LinkedHashMap<>();
    published.put("paramName", definition.paramName().value());
    published.put("type", type.word());
    published.put(
        "label",
        definition.published().getOrDefault("label", Titles.of(definition.paramName().value())));
    definition.published().forEach(published::putIfAbsent);
    defaultText
        .filter(text -> !text.isEmpty())
        .flatMap(text -> publishedDefault(definition, type, text))
        .ifPresent(value -> published.put("value", value));
    if (!definition.options().isEmpty()) {
      published.put(
          "options", definition.options().stream().map(o -> publishedOption(o, type)).toList());
    }
    if (definition.multiSelect()) {
      published.put("multiSelect", true);
    }
    if (definition.multiple()) {
      published.put("multiple", true);
    }
    return published;
  }

  private static Map<String, Object> publishedOption(OptionDefinition option, ParamType type) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("label", option.label());
    keys.put(
        "value",
        type == ParamType.NUMBER && option.number()
            ? new BigDecimal(option.value())
            : option.value());
    return keys;
  }

  /** The default in the JSON type of its param; dates in the two forms that the client knows. */
  private Optional<Object> publishedDefault(
      ParamDefinition definition, ParamType type, String text) {
    try {
      return switch (type) {
        case NUMBER -> publishedNumber(definition, text);
        case BOOLEAN -> Optional.of(Boolean.valueOf(text));
        case DATE ->
            DateExpression.parse(text).isPresent()
                ? Optional.of(text)
                : Optional.of(
                    values.read(text, type, org.sqlwidgets.widget.SqlType.DATE).toString());
        case TEXT, TICKER, TABS, ENDPOINT -> Optional.of(text);
      };
    } catch (RefusedValueException | NumberFormatException e) {
      return Optional.empty(); // reported by checkDefault
    }
  }

  private Optional<Object> publishedNumber(ParamDefinition definition, String text) {
    BigDecimal number = new BigDecimal(text.strip());
    if (number.abs().compareTo(LARGEST) > 0) {
      problems.error(
          definition.value().orElseThrow().location(),
          "the default %s is beyond ±10^15, which the client rounds".formatted(text));
    }
    return Optional.of(number);
  }
}
