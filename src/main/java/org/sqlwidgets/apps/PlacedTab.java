package org.sqlwidgets.apps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.widget.Widget;

/**
 * A tab whose widgets are found and placed; their groups are not settled yet.
 *
 * @param id its key
 * @param name the title
 * @param items at least one
 */
record PlacedTab(String id, String name, List<PlacedItem> items) {

  /**
   * A widget at its place.
   *
   * @param i the widget's id
   * @param widget empty for a widget of the client itself
   * @param place where it lies
   * @param groups the groups that the author names here
   * @param published the other keys
   */
  record PlacedItem(
      String i,
      Optional<Widget> widget,
      Place place,
      Optional<List<Located<String>>> groups,
      Map<String, Object> published) {}

  /** The widgets of this server, in the author's order. */
  Stream<Widget> widgets() {
    return items.stream().flatMap(item -> item.widget().stream());
  }
}
