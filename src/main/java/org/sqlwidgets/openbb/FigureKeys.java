package org.sqlwidgets.openbb;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Members;

/** Writes down a piece of a figure: keys and values in turn, always in the same order. */
final class FigureKeys {
  private FigureKeys() {}

  /**
   * The map of keys and values.
   *
   * @param keysAndValues a text and its value in turn; values as {@link FigureNode#of} takes them
   */
  static Members keys(@Nullable Object... keysAndValues) {
    Map<String, FigureNode> nodes = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      nodes.put(String.valueOf(keysAndValues[i]), FigureNode.of(keysAndValues[i + 1]));
    }
    return new Members(nodes);
  }
}
