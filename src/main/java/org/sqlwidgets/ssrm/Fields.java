package org.sqlwidgets.ssrm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.RefusedText;

/**
 * One JSON object of a grid's request.
 *
 * @param path the keys that lead to it; empty for the whole request
 * @param keys its content: texts, BigDecimals, booleans, lists, maps; null counts as absent
 */
record Fields(String path, Map<?, ?> keys) {

  /** The object at a place; refuses anything else. */
  static Fields of(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Fields(path, map);
    }
    throw Refusal.of(path, shown(value) + " is no JSON object");
  }

  /** The name of a key with the way to it. */
  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  Optional<Object> get(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  Object required(String key) {
    return get(key).orElseThrow(() -> Refusal.of(path(key), "is missing"));
  }

  Optional<String> text(String key) {
    return get(key)
        .map(
            value -> {
              if (value instanceof String text) {
                return text;
              }
              throw Refusal.of(path(key), shown(value) + " is no text");
            });
  }

  boolean bool(String key) {
    return switch (get(key).orElse(false)) {
      case Boolean bool -> bool;
      case Object other -> throw Refusal.of(path(key), shown(other) + " is not true or false");
    };
  }

  /** The elements of a list; none when it is absent. */
  List<?> list(String key) {
    return switch (get(key).orElse(List.of())) {
      case List<?> list -> list;
      case Object other -> throw Refusal.of(path(key), shown(other) + " is no JSON array");
    };
  }

  /** The objects of a list; none when it is absent. */
  List<Fields> objects(String key) {
    List<?> items = list(key);
    return java.util.stream.IntStream.range(0, items.size())
        .mapToObj(i -> of(path(key) + "[" + i + "]", items.get(i)))
        .toList();
  }

  /** A text, number or boolean as text; refuses what has parts, and null. */
  static String scalar(String path, @Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case BigDecimal number -> number.toString();
      case Boolean bool -> bool.toString();
      case null -> throw Refusal.of(path, "is missing");
      default -> throw Refusal.of(path, shown(value) + " is no single value");
    };
  }

  /** What was sent, for a message. */
  static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map -> "a JSON object";
      case List<?> list -> "a JSON array";
      default -> RefusedText.quoted(value.toString());
    };
  }
}
