package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.apps.AppDefinition.ItemDefinition;
import org.sqlwidgets.apps.AppDefinition.Layout;
import org.sqlwidgets.apps.AppDefinition.TabDefinition;
import org.sqlwidgets.apps.AppDefinition.Widgets;
import org.sqlwidgets.apps.PlacedTab.PlacedItem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.BuiltInIds;
import org.sqlwidgets.widget.Widget;

/** Finds the widgets of each tab and places them. */
final class TabBuilder {
  private static final String LEFT_OUT = "the app is shown without it";

  private final ServedWidgets widgets;
  private final Problems problems;

  TabBuilder(ServedWidgets widgets, Problems problems) {
    this.widgets = widgets;
    this.problems = problems;
  }

  /** The tabs on which there is something. */
  List<PlacedTab> build(AppDefinition definition) {
    List<PlacedTab> tabs = new ArrayList<>();
    if (definition.tabs().isEmpty()) {
      tabs.add(new PlacedTab("", "", packed(widgets.of(definition.folder()))));
    }
    definition.tabs().forEach(tab -> tabs.add(new PlacedTab(tab.id(), tab.name(), items(tab))));
    tabs.removeIf(tab -> tab.items().isEmpty());
    return tabs;
  }

  private List<PlacedItem> items(TabDefinition tab) {
    return switch (tab.content()) {
      case Widgets order ->
          packed(order.ids().stream().flatMap(id -> widgets.find(id, LEFT_OUT).stream()).toList());
      case Layout layout -> layout.items().stream().flatMap(item -> placed(item).stream()).toList();
    };
  }

  private static List<PlacedItem> packed(List<Widget> widgets) {
    List<Place> places = GridPacker.pack(widgets.stream().map(Widget::gridData).toList());
    List<PlacedItem> items = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Widget widget = widgets.get(i);
      items.add(
          new PlacedItem(
              widget.id().value(), Optional.of(widget), places.get(i), Optional.empty(), Map.of()));
    }
    return items;
  }

  private Optional<PlacedItem> placed(ItemDefinition item) {
    boolean builtIn = BuiltInIds.isBuiltIn(item.i().value());
    Optional<Widget> widget = builtIn ? Optional.empty() : widgets.find(item.i(), LEFT_OUT);
    if (!builtIn && widget.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> published = new LinkedHashMap<>(item.published());
    Map<String, Object> state = new StateBuilder(widget, problems).build(item.state());
    if (!state.isEmpty()) {
      published.put("state", state);
    }
    return Optional.of(
        new PlacedItem(
            widget.map(found -> found.id().value()).orElse(item.i().value()),
            widget,
            item.place(),
            item.groups(),
            published));
  }
}
