package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * One valid example with a few values changed.
 *
 * @param expected the only rule that is broken, or {@code ok}
 * @param example the file that is changed
 * @param edits JSON pointer and new value in turn; {@code -} removes
 */
record RuleCase(String expected, String example, List<String> edits) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Reads lines of {@code rule | example | pointer | value [| pointer | value …]}. */
  static List<RuleCase> table(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(RuleCase::line).toList();
  }

  private static RuleCase line(String line) {
    List<String> cells = List.of(line.split(" +\\| +")).stream().map(String::strip).toList();
    return new RuleCase(cells.get(0), cells.get(1) + ".json", cells.subList(2, cells.size()));
  }

  Set<String> expectedRules() {
    return expected.equals("ok") ? Set.of() : Set.of(expected);
  }

  byte[] document() throws IOException {
    JsonNode root = MAPPER.readTree(Examples.valid(example));
    for (int i = 0; i < edits.size(); i += 2) {
      edit(root, edits.get(i), edits.get(i + 1));
    }
    return MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
  }

  private static void edit(JsonNode root, String pointer, String value) throws IOException {
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, cut));
    String key = pointer.substring(cut + 1);
    switch (parent) {
      case ObjectNode object when value.equals("-") -> object.remove(key);
      case ObjectNode object -> object.set(key, MAPPER.readTree(value));
      case ArrayNode array when key.equals("+") -> array.add(MAPPER.readTree(value));
      case ArrayNode array -> array.set(Integer.parseInt(key), MAPPER.readTree(value));
      default -> throw new IllegalArgumentException(pointer + " does not exist");
    }
  }
}
