package org.sqlwidgets.apps;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/**
 * A value that an app chooses for a param, in the form in which the client compares it.
 *
 * @param value what is published; empty when it does not fit
 * @param refusal why it does not fit, as the end of a sentence; empty when it fits
 */
record ChosenValue(Optional<Object> value, String refusal) {
  private static final Pattern CURRENT_DATE =
      Pattern.compile("\\$currentDate([+-][0-9]{1,4}[hbdwmMqy])?");

  /** Holds a value to a param: its type, its fixed options, one value or several. */
  static ChosenValue of(Param param, YamlNode node) {
    if (node instanceof YamlScalar scalar && !scalar.isNull()) {
      return one(param, scalar);
    }
    return node instanceof YamlList list && param.multi()
        ? several(param, list)
        : refused(node, param.multi() ? "a text or a list of texts" : "one value");
  }

  private static ChosenValue several(Param param, YamlList list) {
    List<String> parts = new ArrayList<>();
    for (YamlNode item : list.items()) {
      if (!(item instanceof YamlScalar scalar) || scalar.isNull() || scalar.text().contains(",")) {
        return refused(item, "texts without comma");
      }
      parts.add(scalar.text());
    }
    return among(param, String.join(",", parts));
  }

  private static ChosenValue one(Param param, YamlScalar scalar) {
    return switch (param.type()) {
      case BOOLEAN ->
          scalar.kind() == YamlScalar.Kind.BOOLEAN
              ? fits(scalar.bool())
              : refused(scalar, "true or false, without quotes");
      case NUMBER ->
          scalar.kind() == YamlScalar.Kind.NUMBER
              ? among(param, scalar.text()).map(scalar.number())
              : refused(scalar, "a number, without quotes");
      case DATE ->
          isDate(scalar.text())
              ? fits(scalar.text())
              : refused(scalar, "YYYY-MM-DD or $currentDate-3m");
      case TEXT, TICKER, TABS, ENDPOINT -> among(param, scalar.text());
    };
  }

  private static boolean isDate(String text) {
    try {
      return CURRENT_DATE.matcher(text).matches() || LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static ChosenValue among(Param param, String text) {
    List<String> parts = param.multi() ? List.of(text.split(",", -1)) : List.of(text);
    boolean free = param.fixedValues().isEmpty() || text.isEmpty();
    for (String part : parts) {
      if (!free && !param.fixedValues().contains(part.strip())) {
        return new ChosenValue(
            Optional.empty(),
            "\"%s\", which is none of the options %s"
                .formatted(part.strip(), String.join(", ", param.fixedValues())));
      }
    }
    return fits(text);
  }

  private ChosenValue map(Object other) {
    return value.isPresent() ? fits(other) : this;
  }

  private static ChosenValue fits(Object value) {
    return new ChosenValue(Optional.of(value), "");
  }

  private static ChosenValue refused(YamlNode found, String expected) {
    return new ChosenValue(
        Optional.empty(), "%s; expected %s".formatted(found.describe(), expected));
  }
}
