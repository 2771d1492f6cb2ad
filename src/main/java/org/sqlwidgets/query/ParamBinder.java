package org.sqlwidgets.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;

/** Turns the raw values of a request into typed values, or refuses them all at once. */
public final class ParamBinder {
  private static final int MOST_VALUES = 1000;

  private final ValueReader reader;

  /** The clock says what today is, and its zone that of dates without one. */
  public ParamBinder(Clock clock) {
    this.reader = new ValueReader(clock);
  }

  /**
   * The typed value of every param (widget-file §8).
   *
   * @throws QueryFailedException with reason REFUSED; its text names each param that is refused
   */
  public BoundParams bind(List<Param> params, ParamValues values) {
    Map<String, BoundValue> bound = new LinkedHashMap<>();
    List<String> refusals = new ArrayList<>();
    for (Param param : params) {
      try {
        bound.put(param.paramName(), new BoundValue(param.bindType(), value(param, values)));
      } catch (RefusedValueException e) {
        refusals.add("Parameter '" + param.paramName() + "': " + e.getMessage());
      }
    }
    if (!refusals.isEmpty()) {
      throw new QueryFailedException(
          QueryFailedException.Reason.REFUSED, String.join("; ", refusals), null);
    }
    return new BoundParams(bound);
  }

  /** Why the value of a param would be refused; empty when it would not. */
  public Optional<String> refusal(Param param, ParamValues values) {
    try {
      value(param, values);
      return Optional.empty();
    } catch (RefusedValueException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Object value(Param param, ParamValues values) {
    List<String> parts = parts(param, values.all(param.paramName()));
    if (parts.isEmpty()) {
      parts = whenAbsent(param);
    }
    if (parts.isEmpty()) {
      return null;
    }
    return param.multi() ? array(param, parts) : single(param, parts.getFirst());
  }

  /** What was sent, without the empty texts: an empty value means absent (contract §1.2). */
  private static List<String> parts(Param param, List<String> sent) {
    if (!param.multi()) {
      return sent.stream().filter(text -> !text.isEmpty()).limit(1).toList();
    }
    return sent.stream()
        .flatMap(text -> List.of(text.split(",", -1)).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static List<String> whenAbsent(Param param) {
    return switch (param.whenAbsent()) {
      case NULL -> List.of();
      case DEFAULT -> param.defaultText().map(text -> defaultParts(param, text)).orElse(List.of());
      case REFUSE -> throw new RefusedValueException("field required");
    };
  }

  /** A declared default counts even when it is the empty text. */
  private static List<String> defaultParts(Param param, String text) {
    return param.multi() ? parts(param, List.of(text)) : List.of(text);
  }

  private List<Object> array(Param param, List<String> parts) {
    if (parts.size() > MOST_VALUES) {
      throw new RefusedValueException(
          parts.size() + " values are too many; at most " + MOST_VALUES + " are accepted");
    }
    return parts.stream().map(part -> single(param, part)).toList();
  }

  private Object single(Param param, String text) {
    Object value = reader.read(text, param.type(), param.bindType().type());
    if (!param.fixedValues().isEmpty() && !text.isEmpty() && !isAmong(param, text)) {
      throw new RefusedValueException(
          RefusedText.quoted(text) + " is not one of " + choices(param.fixedValues()));
    }
    return value;
  }

  private boolean isAmong(Param param, String text) {
    if (param.type() != ParamType.NUMBER) {
      return param.fixedValues().contains(text);
    }
    var number = new java.math.BigDecimal(text.strip());
    return param.fixedValues().stream()
        .anyMatch(fixed -> new java.math.BigDecimal(fixed).compareTo(number) == 0);
  }

  private static String choices(List<String> values) {
    int shown = Math.min(values.size(), 20);
    String rest = values.size() > shown ? ", … (" + values.size() + " in all)" : "";
    return String.join(", ", values.subList(0, shown)) + rest;
  }
}
