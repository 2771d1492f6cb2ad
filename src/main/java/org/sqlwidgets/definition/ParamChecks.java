package org.sqlwidgets.definition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.ParamDefinition.OptionDefinition;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.ParamType;

/** Checks that the keys of a param fit its type and each other (contract §3.1, rules R14, R17). */
final class ParamChecks {
  /** The client's numbers are exact up to here (widgets.schema.json). */
  static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

  private final ParamDefinition definition;
  private final ParamType type;
  private final Problems problems;

  ParamChecks(ParamDefinition definition, ParamType type, Problems problems) {
    this.definition = definition;
    this.type = type;
    this.problems = problems;
  }

  void check(Optional<String> defaultText) {
    checkDropdown();
    checkOptionKeys();
    checkOptions();
    checkWhenAbsent(defaultText);
  }

  private void error(String message) {
    problems.error(
        definition.paramName().at(),
        "param \"%s\" %s".formatted(definition.paramName().value(), message));
  }

  private void checkDropdown() {
    if (type == ParamType.ENDPOINT && !definition.dropdown()) {
      error(
          "is of type endpoint and needs \"lookup\", the name of a lookup, or \"optionsQuery\", a"
              + " query of its own");
    }
    if (definition.lookup().isPresent() && definition.optionsQuery().isPresent()) {
      error("has both \"lookup\" and \"optionsQuery\"; keep one");
    }
    if (type != ParamType.ENDPOINT && definition.dropdown()) {
      error("has a lookup, so its type is endpoint; remove \"type: %s\"".formatted(type.word()));
    }
    if (definition.cache().isPresent() && definition.optionsQuery().isEmpty()) {
      error(
          "has \"cache\", which is for \"optionsQuery\"; that of a lookup stands in the lookup's"
              + " file, that of a widget at the top of the header");
    }
    if (!definition.dropdown() && !definition.optionsParams().isEmpty()) {
      error("has \"optionsParams\", but no lookup that they are sent to; add one or remove them");
    }
  }

  private void checkOptionKeys() {
    boolean options = !definition.options().isEmpty();
    boolean takesOptions =
        type == ParamType.TEXT || type == ParamType.NUMBER || type == ParamType.TABS;
    if (type == ParamType.TABS && !options) {
      error("is of type tabs and needs \"options\", one for each tab");
    }
    if (options && !takesOptions) {
      error(
          "is of type %s, which takes no \"options\"; remove them or change the type"
              .formatted(type.word()));
    }
    if (definition.multiSelect()
        && !(type == ParamType.ENDPOINT || (type == ParamType.TEXT && options))) {
      error(
          "has \"multiSelect\", which needs a lookup, or options on type text; for values that are"
              + " typed in write \"multiple\"");
    }
    if (definition.multiple() && (type != ParamType.TEXT || options)) {
      error(
          "has \"multiple\", which is for type text without options; to choose several of them"
              + " write \"multiSelect\"");
    }
    if (definition.published().containsKey("language") && type != ParamType.TEXT) {
      error("has \"language\", which is for type text; remove it");
    }
  }

  private void checkOptions() {
    Set<Object> seen = new HashSet<>();
    for (OptionDefinition option : definition.options()) {
      if (!seen.add(identity(option))) {
        problems.error(
            option.at(),
            "option value \"%s\" is there twice; remove one of them".formatted(option.value()));
      }
      if (definition.multiSelect() && (option.value().isEmpty() || option.value().contains(","))) {
        problems.error(
            option.at(),
            "option value \"%s\" cannot be one of several, which travel joined by commas; it must be"
                    .formatted(option.value())
                + " neither empty nor hold a comma");
      }
      if (type == ParamType.NUMBER) {
        checkNumber(option);
      }
    }
  }

  /** What tells options apart for the client: 1 and 1.0 are one number. */
  private Object identity(OptionDefinition option) {
    return type == ParamType.NUMBER && option.number().isPresent()
        ? option.number().get().stripTrailingZeros()
        : option.value();
  }

  private void checkNumber(OptionDefinition option) {
    if (option.number().isEmpty()) {
      problems.error(
          option.at(),
          "option value \"%s\" is text, and the param is of type number; write a number without quotes"
              .formatted(option.value()));
    } else if (option.number().get().abs().compareTo(LARGEST) > 0) {
      problems.error(
          option.at(),
          "option value %s is beyond ±10^15, which the client rounds".formatted(option.value()));
    }
  }

  private void checkWhenAbsent(Optional<String> defaultText) {
    if (definition.required() && definition.nullable()) {
      error("is both \"required\" and \"nullable\"; keep one");
    } else if (definition.required() && defaultText.isPresent()) {
      error("is \"required\", so its default is never used; remove \"required\" or \"value\"");
    }
  }
}
