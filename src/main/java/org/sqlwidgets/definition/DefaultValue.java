package org.sqlwidgets.definition;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.definition.QueryCompiler.Settled;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.query.DateExpression;
import org.sqlwidgets.query.RefusedValueException;
import org.sqlwidgets.query.ValueReader;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/**
 * The declared default of a param: as text, as it would arrive in a request, and as it is
 * published.
 *
 * <p>A default that such a request would be refused for is a problem when the file is loaded.
 */
final class DefaultValue {
  private static final String CURRENT_DATE = "$currentDate";

  private final ParamDefinition definition;
  private final ParamType type;
  private final SqlType bound;
  private final ValueReader values;
  private final Problems problems;
  private final Optional<String> text;

  DefaultValue(ParamDefinition definition, Settled settled, Clock clock, Problems problems) {
    this.definition = definition;
    this.type = settled.type();
    this.bound = settled.bindType().type();
    this.values = new ValueReader(clock);
    this.problems = definition.read() ? problems : new Problems();
    this.text = definition.value().flatMap(this::read).filter(this::isAccepted);
  }

  /** The text that stands in for an absent value; empty when there is none, or it is wrong. */
  Optional<String> text() {
    return text;
  }

  /** What the client is told: in the JSON type of the param, dates in the forms that it knows. */
  Optional<Object> published() {
    return text.filter(found -> !found.isEmpty())
        .map(found -> definition.multi() ? found : published(found));
  }

  private Object published(String found) {
    return switch (type) {
      case NUMBER -> new BigDecimal(found);
      case BOOLEAN -> Boolean.valueOf(found);
      case DATE ->
          DateExpression.startsLike(found)
              ? CURRENT_DATE + found.substring(CURRENT_DATE.length())
              : values.read(found, type, SqlType.DATE).toString();
      case TEXT, TICKER, TABS, ENDPOINT -> found;
    };
  }

  private Optional<String> read(YamlNode value) {
    return switch (value) {
      case YamlList list when definition.multi() -> joined(list);
      case YamlScalar scalar when fits(scalar) -> Optional.of(sent(scalar));
      default -> refuse(value, "must be " + expected() + ", found " + value.describe());
    };
  }

  private Optional<String> refuse(YamlNode value, String message) {
    problems.error(
        value.location(),
        "the default of \"%s\" %s".formatted(definition.paramName().value(), message));
    return Optional.empty();
  }

  private boolean fits(YamlScalar scalar) {
    return switch (type) {
      case BOOLEAN -> scalar.kind() == YamlScalar.Kind.BOOLEAN;
      case NUMBER, DATE -> scalar.kind() != YamlScalar.Kind.BOOLEAN;
      case TEXT, TICKER, TABS, ENDPOINT -> true;
    };
  }

  private String expected() {
    return switch (type) {
      case BOOLEAN -> "true or false, without quotes";
      case NUMBER -> "a number";
      case DATE -> "a date such as 2024-01-31, or $currentDate-3m";
      case TEXT, TICKER, TABS, ENDPOINT -> definition.multi() ? "a text or a list" : "a text";
    };
  }

  /** The text in which a request would bring the value. */
  private String sent(YamlScalar scalar) {
    String written = scalar.text();
    if (definition.multi()) {
      return String.join(",", parts(written));
    }
    return switch (type) {
      case NUMBER ->
          scalar.kind() == YamlScalar.Kind.NUMBER
              ? scalar.number().toPlainString()
              : written.strip();
      case BOOLEAN -> String.valueOf(scalar.bool());
      case DATE -> written.strip();
      case TEXT, TICKER, TABS, ENDPOINT -> written;
    };
  }

  private static List<String> parts(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A list becomes comma text (widget-file §3). */
  private Optional<String> joined(YamlList list) {
    List<String> parts = new ArrayList<>();
    for (YamlNode item : list.items()) {
      boolean single =
          item instanceof YamlScalar scalar
              && !scalar.isNull()
              && parts(scalar.text()).equals(List.of(scalar.text().strip()));
      if (!single) {
        refuse(
            item,
            "must be a list of texts without comma, found %s in it".formatted(item.describe()));
        return Optional.empty();
      }
      parts.add(((YamlScalar) item).text().strip());
    }
    return Optional.of(String.join(",", parts));
  }

  private boolean isAccepted(String found) {
    YamlNode value = definition.value().orElseThrow();
    if (found.isEmpty()) {
      return isEmptyAccepted(value);
    }
    List<String> parts = definition.multi() ? parts(found) : List.of(found);
    return parts.stream().allMatch(part -> isConverted(part, value) && isOffered(part, value));
  }

  /** Only a text can be empty: the SQL then gets the empty text. */
  private boolean isEmptyAccepted(YamlNode value) {
    boolean text = bound == SqlType.TEXT || bound == SqlType.CHAR || definition.multi();
    if (!text || type == ParamType.NUMBER || type == ParamType.DATE) {
      refuse(value, "is empty; leave \"value\" out");
    }
    return text;
  }

  private boolean isConverted(String part, YamlNode value) {
    try {
      values.read(part, type, bound);
      if (type == ParamType.NUMBER) {
        return isExact(new BigDecimal(part), value);
      }
      if (type == ParamType.DATE) {
        values.read(part, type, SqlType.DATE);
      }
      return true;
    } catch (RefusedValueException e) {
      refuse(value, "cannot be used: " + inDoubleQuotes(String.valueOf(e.getMessage())));
      return false;
    }
  }

  /** The message begins with the refused text, in the single quotes of replies over HTTP. */
  static String inDoubleQuotes(String message) {
    int end = message.lastIndexOf("' ");
    return message.startsWith("'") && end > 0
        ? '"' + message.substring(1, end) + '"' + message.substring(end + 1)
        : message;
  }

  private boolean isExact(BigDecimal number, YamlNode value) {
    boolean exact = number.abs().compareTo(ParamChecks.LARGEST) <= 0;
    if (!exact) {
      refuse(value, "is beyond ±10^15, which the client rounds; use a param of type text");
    }
    return exact;
  }

  /** A default is one of the fixed options, numbers by value (rule R13). */
  private boolean isOffered(String part, YamlNode value) {
    List<String> offered =
        definition.options().stream().map(option -> ParamCompiler.sent(option, type)).toList();
    boolean found = offered.isEmpty() || offered.stream().anyMatch(option -> isSame(option, part));
    if (!found) {
      refuse(
          value,
          "is \"%s\", which is none of its options; they are \"%s\""
              .formatted(part, String.join("\", \"", offered)));
    }
    return found;
  }

  private boolean isSame(String option, String part) {
    return type == ParamType.NUMBER ? asNumber(option).equals(asNumber(part)) : option.equals(part);
  }

  /** The number that a text holds, 1 for 1.0; empty when it holds none, which is told elsewhere. */
  private static Optional<BigDecimal> asNumber(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()).stripTrailingZeros());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
