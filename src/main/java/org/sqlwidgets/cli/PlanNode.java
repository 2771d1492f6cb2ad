package org.sqlwidgets.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of a plan as PostgreSQL tells it.
 *
 * @param keys what is said of it, single values as texts
 * @param children the steps that feed it
 */
record PlanNode(Map<String, String> keys, List<PlanNode> children) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** The uppermost step of {@code EXPLAIN (FORMAT JSON)}. */
  static PlanNode read(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals("Plan")) {
          parser.nextToken();
          return node(parser);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("json holds no plan");
  }

  private static PlanNode node(JsonParser parser) throws IOException {
    Map<String, String> keys = new LinkedHashMap<>();
    List<PlanNode> children = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("Plans")) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          children.add(node(parser));
        }
      } else if (value.isScalarValue()) {
        keys.put(key, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return new PlanNode(keys, children);
  }

  /** What is said under a key. */
  Optional<String> text(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  /** A number under a key; 0 when there is none. */
  double number(String key) {
    return text(key).map(Double::valueOf).orElse(0.0);
  }

  /** The table that it reads, with its schema. */
  Optional<String> table() {
    return text("Relation Name").map(name -> text("Schema").orElse("public") + "." + name);
  }

  /** This step and all below it. */
  Stream<PlanNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::all));
  }

  /** The step in words, those that feed it below, indented. */
  String describe() {
    StringBuilder text = new StringBuilder(text("Node Type").orElse("?"));
    table().ifPresent(name -> text.append(" on ").append(name));
    text("Index Name").ifPresent(name -> text.append(" by ").append(name));
    text("Index Cond").ifPresent(condition -> text.append(", condition ").append(condition));
    text("Filter").ifPresent(condition -> text.append(", filter ").append(condition));
    children.forEach(child -> text.append('\n').append(child.describe().indent(2).stripTrailing()));
    return text.toString();
  }
}
