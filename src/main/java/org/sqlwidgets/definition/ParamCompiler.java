package org.sqlwidgets.definition;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.ParamDefinition.OptionDefinition;
import org.sqlwidgets.definition.QueryCompiler.Settled;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Param.WhenAbsent;
import org.sqlwidgets.widget.ParamType;

/** Makes a param of its declaration and its settled type, or of its placeholder alone. */
final class ParamCompiler {
  private final Problems problems;
  private final Clock clock;

  /** Defaults are read as requests will be; the clock resolves {@code $currentDate}. */
  ParamCompiler(Problems problems, Clock clock) {
    this.problems = problems;
    this.clock = clock;
  }

  /** The param of a placeholder that nobody declared (widget-file §6). */
  static Param undeclared(String name, Settled settled) {
    boolean multi = settled.bindType().array();
    Map<String, Object> published = new LinkedHashMap<>();
    published.put("paramName", name);
    published.put("type", settled.type().word());
    published.put("label", Titles.of(name, name));
    if (name.equals("prompt")) {
      published.put("show", false); // the client has a box of its own for it (contract §3.1)
    }
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
    DefaultValue value = new DefaultValue(definition, settled, clock, problems);
    Optional<String> defaultText = value.text();
    if (definition.read()) {
      new ParamChecks(definition, type, problems).check(defaultText);
    }
    return new Param(
        definition.paramName().value(),
        type,
        definition.multi(),
        settled.bindType().withArray(definition.multi()),
        whenAbsent(definition),
        defaultText,
        definition.options().stream().map(option -> sent(option, type)).toList(),
        Optional.empty(),
        published(definition, type, value.published()));
  }

  private static WhenAbsent whenAbsent(ParamDefinition definition) {
    if (definition.required()) {
      return WhenAbsent.REFUSE;
    }
    return definition.nullable() ? WhenAbsent.NULL : WhenAbsent.DEFAULT;
  }

  /** The value of an option as it arrives in a request. */
  static String sent(OptionDefinition option, ParamType type) {
    return type == ParamType.NUMBER
        ? option.number().map(java.math.BigDecimal::toPlainString).orElse(option.value())
        : option.value();
  }

  private static Map<String, Object> published(
      ParamDefinition definition, ParamType type, Optional<Object> value) {
    String name = definition.paramName().value();
    Map<String, Object> published = new LinkedHashMap<>();
    published.put("paramName", name);
    published.put("type", type.word());
    published.put("label", definition.published().getOrDefault("label", Titles.of(name, name)));
    definition.published().forEach(published::putIfAbsent);
    value.ifPresent(found -> published.put("value", found));
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
        type == ParamType.NUMBER && option.number().isPresent()
            ? option.number().get()
            : option.value());
    return keys;
  }
}
