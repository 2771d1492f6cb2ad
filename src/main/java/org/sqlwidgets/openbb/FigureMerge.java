package org.sqlwidgets.openbb;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Members;

/** Lays one specification over another: what is above wins, key by key. */
final class FigureMerge {
  private FigureMerge() {}

  /** Both together; maps are merged, anything else of the upper one replaces the lower. */
  static Members over(Members upper, Members lower) {
    Map<String, FigureNode> merged = new LinkedHashMap<>(upper.nodes());
    lower
        .nodes()
        .forEach(
            (key, below) -> {
              FigureNode above = upper.nodes().get(key);
              if (above == null) {
                merged.put(key, below);
              } else if (above instanceof Members map && below instanceof Members base) {
                merged.put(key, over(map, base));
              }
            });
    return new Members(merged);
  }

  /** The map under a key; an empty one when there is none. */
  static Members map(Members members, String key) {
    return members.nodes().get(key) instanceof Members map ? map : new Members(Map.of());
  }
}
