package org.sqlwidgets.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.RefusedValueException;

/**
 * The param values of a JSON body, over those of the address (contract §1.5, §1.7).
 *
 * @param body the keys of the body
 * @param address the values to take where the body has none
 */
record BodyValues(Map<String, Object> body, ParamValues address) implements ParamValues {

  @Override
  public List<String> all(String name) {
    List<String> values = texts(body.get(name)).filter(text -> !text.isEmpty()).toList();
    return values.isEmpty() ? address.all(name) : values;
  }

  private static Stream<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case Map<?, ?> map -> throw new RefusedValueException("a JSON object is no value");
      case List<?> list -> list.stream().flatMap(BodyValues::texts);
      case BigDecimal number when Math.abs((long) number.scale()) < 1000 ->
          Stream.of(number.toPlainString());
      default -> Stream.of(value.toString());
    };
  }
}
