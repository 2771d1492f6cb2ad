package org.sqlwidgets.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.SourceLocation;

/**
 * Keys with their values, in the author's order.
 *
 * @param location where the first key, or the opening brace, stands
 * @param entries the values by key; every key is text and occurs once
 */
public record YamlMap(SourceLocation location, SequencedMap<String, Entry> entries)
    implements YamlNode {

  /**
   * The value of one key.
   *
   * @param keyLocation where the key stands
   * @param node the value
   */
  public record Entry(SourceLocation keyLocation, YamlNode node) {}

  /** Copies the entries. */
  public YamlMap {
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }

  /** The value of a key; empty when the key is not there. */
  public Optional<YamlNode> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::node);
  }

  @Override
  public Map<String, @Nullable Object> toPlain() {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    entries.forEach((key, entry) -> plain.put(key, entry.node().toPlain()));
    return Collections.unmodifiableMap(plain);
  }

  @Override
  public String describe() {
    return "a map";
  }
}
