package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads JSON values without ever failing on a wrong shape; shapes are the schema's business. */
final class Values {
  private Values() {}

  /** The elements of an array; nothing for any other value. */
  static List<JsonNode> list(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of();
  }

  /** The texts of a list, or the one text. */
  static List<String> texts(JsonNode node) {
    return node.isTextual()
        ? List.of(node.textValue())
        : list(node).stream().filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
  }

  /** The text, or empty for any other value. */
  static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }

  /** True for absent, null and the empty text: no value (rule R13). */
  static boolean none(JsonNode node) {
    return node.isMissingNode() || node.isNull() || (node.isTextual() && node.asText().isEmpty());
  }

  /** JavaScript's {@code ===} for values without parts, deep equality for the others. */
  static boolean same(JsonNode a, JsonNode b) {
    return a.isNumber() && b.isNumber()
        ? a.decimalValue().compareTo(b.decimalValue()) == 0
        : a.equals(b);
  }

  /** True when one of the values is the same. */
  static boolean contains(List<JsonNode> values, JsonNode value) {
    return values.stream().anyMatch(each -> same(each, value));
  }

  /** The parts of a comma-joined text, as the client splits it: trimmed (contract §3.2). */
  static Stream<String> parts(String joined) {
    return Arrays.stream(joined.split(",", -1)).map(String::strip);
  }
}
