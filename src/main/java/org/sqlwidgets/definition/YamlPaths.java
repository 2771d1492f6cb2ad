package org.sqlwidgets.definition;

import java.util.Optional;
import java.util.stream.Stream;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;

/** Finds values inside a tree of YAML, for problems that are seen later. */
final class YamlPaths {
  private YamlPaths() {}

  /** The value under a path of keys. */
  static Optional<YamlNode> find(YamlNode root, String... keys) {
    Optional<YamlNode> found = Optional.of(root);
    for (String key : keys) {
      found = found.flatMap(node -> node instanceof YamlMap map ? map.get(key) : Optional.empty());
    }
    return found;
  }

  /** The values of a map, or the items of a list; none for anything else. */
  static Stream<YamlNode> values(YamlNode node) {
    return switch (node) {
      case YamlMap map -> map.entries().values().stream().map(YamlMap.Entry::node);
      case YamlList list -> list.items().stream();
      default -> Stream.empty();
    };
  }
}
