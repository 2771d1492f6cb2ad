package org.sqlwidgets.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Views a checked snippet as the map that its shape promised. */
final class PlainMaps {
  private PlainMaps() {}

  /** The keys and values of a map that was read by a shape; none when it is no map. */
  static Map<String, Object> of(Object snippet) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (snippet instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return Collections.unmodifiableMap(map);
  }

  /** The value under a path of keys; null when there is none. */
  static @Nullable Object find(Map<String, Object> map, String... path) {
    Object found = map;
    for (String key : path) {
      found = found == null ? null : of(found).get(key);
    }
    return found;
  }
}
