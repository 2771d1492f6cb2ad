package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what occurs more than once. */
final class Repeats {
  private Repeats() {}

  /** The texts that occur again, each once. */
  static Set<String> of(List<String> texts) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new LinkedHashSet<>();
    for (String text : texts) {
      if (!seen.add(text)) {
        repeated.add(text);
      }
    }
    return repeated;
  }

  /** The values that occur again, compared with type. */
  static List<JsonNode> ofValues(List<JsonNode> values) {
    List<JsonNode> seen = new ArrayList<>();
    List<JsonNode> repeated = new ArrayList<>();
    for (JsonNode value : values) {
      (Values.contains(seen, value) ? repeated : seen).add(value);
    }
    return repeated;
  }
}
