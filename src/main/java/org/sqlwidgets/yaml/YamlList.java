package org.sqlwidgets.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.SourceLocation;

/**
 * Values one after the other.
 *
 * @param location where the first dash, or the opening bracket, stands
 * @param items the values
 */
public record YamlList(SourceLocation location, List<YamlNode> items) implements YamlNode {

  /** Copies the items. */
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public List<@Nullable Object> toPlain() {
    List<@Nullable Object> plain = new ArrayList<>(items.size());
    items.forEach(item -> plain.add(item.toPlain()));
    return Collections.unmodifiableList(plain);
  }

  @Override
  public String describe() {
    return "a list";
  }
}
