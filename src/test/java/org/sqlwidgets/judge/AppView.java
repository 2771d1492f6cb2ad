package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One entry of apps.json, looked at by the rules beside the widgets of its server.
 *
 * @param at its position
 * @param node the app as published
 * @param widgets the server's widgets by id
 */
record AppView(String at, JsonNode node, Map<String, WidgetView> widgets) {

  /** All apps of a document, in its order. */
  static List<AppView> all(JsonNode document, List<WidgetView> widgets) {
    Map<String, WidgetView> byId =
        widgets.stream().collect(Collectors.toMap(WidgetView::id, Function.identity()));
    List<AppView> apps = new ArrayList<>();
    for (JsonNode app : Values.list(document)) {
      apps.add(new AppView("apps[" + apps.size() + "]", app, byId));
    }
    return apps;
  }

  String name() {
    return Values.text(node.path("name"));
  }

  String place(String where) {
    return at + " \"" + name() + "\" " + where;
  }

  List<Tab> tabs() {
    return node.path("tabs").properties().stream()
        .map(tab -> new Tab(place("tab \"" + tab.getKey() + "\""), tab.getKey(), tab.getValue()))
        .toList();
  }

  List<Item> items() {
    return tabs().stream().flatMap(tab -> tab.items().stream()).toList();
  }

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (JsonNode group : Values.list(node.path("groups"))) {
      groups.add(new Group(place("groups[" + groups.size() + "]"), group));
    }
    return groups;
  }

  /** The server's widget that an item shows; empty for built-in and unknown ones. */
  Optional<WidgetView> widget(String id) {
    return Optional.ofNullable(widgets.get(id));
  }

  /** The widgets of a group: those it names, and those whose layout items name it. */
  Set<String> members(Group group) {
    Set<String> members = new java.util.LinkedHashSet<>(group.widgetIds());
    for (Item item : items()) {
      if (item.groups().contains(group.name())) {
        members.add(item.id());
      }
    }
    return members;
  }

  /** One tab and its key. */
  record Tab(String place, String key, JsonNode node) {
    String id() {
      return Values.text(node.path("id"));
    }

    String name() {
      return Values.text(node.path("name"));
    }

    List<Item> items() {
      List<Item> items = new ArrayList<>();
      for (JsonNode item : Values.list(node.path("layout"))) {
        items.add(new Item(place + " layout[" + items.size() + "]", item));
      }
      return items;
    }
  }

  /** One placed widget. */
  record Item(String at, JsonNode node) {
    String id() {
      return Values.text(node.path("i"));
    }

    String place() {
      return at + " \"" + id() + "\"";
    }

    List<String> groups() {
      return Values.list(node.path("groups")).stream().map(Values::text).toList();
    }

    JsonNode state() {
      return node.path("state");
    }

    long number(String key) {
      return node.path(key).asLong();
    }

    boolean overlaps(Item other) {
      return meets(other, "x", "w") && meets(other, "y", "h");
    }

    private boolean meets(Item other, String start, String length) {
      return number(start) < other.number(start) + other.number(length)
          && other.number(start) < number(start) + number(length);
    }
  }

  /** One group of params. */
  record Group(String at, JsonNode node) {
    String name() {
      return Values.text(node.path("name"));
    }

    String place() {
      return at + " \"" + name() + "\"";
    }

    String type() {
      return Values.text(node.path("type"));
    }

    List<String> widgetIds() {
      return Values.list(node.path("widgetIds")).stream().map(Values::text).toList();
    }

    /** The widget's param that the group joins: by name, or the one of the group's type. */
    Optional<ParamView> paramOf(WidgetView widget) {
      String name = Values.text(node.path("paramName"));
      return widget.params().stream()
          .filter(param -> name.isEmpty() ? param.type().equals(type()) : param.name().equals(name))
          .findFirst();
    }
  }
}
