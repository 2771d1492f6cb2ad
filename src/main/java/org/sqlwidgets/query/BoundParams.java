package org.sqlwidgets.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.BindType;

/**
 * The typed values of one request, ready to bind.
 *
 * @param values by param name; equal requests give equal maps
 */
public record BoundParams(Map<String, BoundValue> values) {

  /**
   * One typed value.
   *
   * @param type the type to bind with
   * @param value see {@link ValueReader}; a List of those for an array; null is SQL NULL
   */
  public record BoundValue(BindType type, @Nullable Object value) {
    /** What Java takes for an object and its place in a collection. */
    private static final int OBJECT = 48;

    /** About what it takes in memory, in bytes. */
    public int weight() {
      return weightOf(value);
    }

    private static int weightOf(@Nullable Object value) {
      return switch (value) {
        case String text -> OBJECT + 2 * text.length();
        case List<?> items -> items.stream().mapToInt(BoundValue::weightOf).sum();
        case null, default -> OBJECT;
      };
    }
  }

  /** Copies the map, keeping its order. */
  public BoundParams {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Whether a param is there and is not NULL. */
  public boolean hasValue(String name) {
    BoundValue value = values.get(name);
    return value != null && value.value() != null;
  }

  /** About what the values take in memory, in bytes. */
  public int weight() {
    return values.values().stream().mapToInt(BoundValue::weight).sum();
  }

  BoundValue get(String name) {
    BoundValue value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("param is not bound: " + name);
    }
    return value;
  }
}
