package org.sqlwidgets.apps;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlMap.Entry;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/**
 * Makes of an app that the client has exported what an author would have written (contract §5).
 *
 * <p>The client writes nulls that it refuses to read, ids that are its own, empty texts and tabs,
 * and groups without widgets; these go without a word. Keys that are not known are reported and go.
 */
final class ExportedApp {
  private static final Set<String> IDS = Set.of("id", "templateId");
  private static final Set<String> APP =
      Set.of(
          "name",
          "description",
          "img",
          "img_dark",
          "img_light",
          "allowCustomization",
          "authentication",
          "selected_agent",
          "prompts",
          "tabs",
          "groups",
          "mcp_servers",
          "mcpServers");
  private static final Set<String> TAB = Set.of("id", "name", "layout");
  private static final Set<String> ITEM =
      Set.of(
          "i",
          "x",
          "y",
          "w",
          "h",
          "minW",
          "minH",
          "maxW",
          "maxH",
          "static",
          "moved",
          "isDraggable",
          "groups",
          "state");
  private static final Set<String> STATE =
      Set.of(
          "params",
          "paramOrder",
          "chartView",
          "chartModel",
          "columnState",
          "filterModel",
          "storage");
  private static final Set<String> GROUP =
      Set.of("name", "type", "paramName", "widgetIds", "defaultValue");

  private final Problems problems;
  private final Set<String> groupsOfWidgets = new HashSet<>();

  private ExportedApp(Problems problems) {
    this.problems = problems;
  }

  /** The same app in the form of an {@code app.yml}; places are those of the export. */
  static YamlMap normal(YamlMap exported, Problems problems) {
    return new ExportedApp(problems).app(withoutNulls(exported));
  }

  private static YamlMap withoutNulls(YamlMap map) {
    SequencedMap<String, Entry> left = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!entry.node().isNull()) {
                left.put(key, new Entry(entry.keyLocation(), withoutNulls(entry.node())));
              }
            });
    return new YamlMap(map.location(), left);
  }

  private static YamlNode withoutNulls(YamlNode node) {
    return switch (node) {
      case YamlMap map -> withoutNulls(map);
      case YamlList list ->
          new YamlList(
              list.location(),
              list.items().stream()
                  .filter(item -> !item.isNull())
                  .map(ExportedApp::withoutNulls)
                  .toList());
      case YamlScalar scalar -> scalar;
    };
  }

  private YamlMap app(YamlMap exported) {
    YamlMap app = known(without(exported, IDS), APP, "an app");
    app = mapped(app, "tabs", this::tabs);
    YamlMap withGroups = app;
    app = mapped(app, "groups", groups -> groups(withGroups, groups));
    return withoutBlanks(app);
  }

  private YamlNode tabs(YamlNode node) {
    if (!(node instanceof YamlMap tabs)) {
      return node;
    }
    SequencedMap<String, Entry> left = new LinkedHashMap<>();
    tabs.entries()
        .forEach(
            (id, entry) -> {
              if (entry.node() instanceof YamlMap tab && !isEmpty(tab, "layout")) {
                YamlMap normal = mapped(known(tab, TAB, "a tab"), "layout", this::layout);
                left.put(id, new Entry(entry.keyLocation(), normal));
              } else if (!(entry.node() instanceof YamlMap)) {
                left.put(id, entry);
              }
            });
    return new YamlMap(tabs.location(), left);
  }

  private static boolean isEmpty(YamlMap map, String list) {
    return map.get(list)
        .filter(node -> !(node instanceof YamlList items) || !items.items().isEmpty())
        .isEmpty();
  }

  private YamlNode layout(YamlNode node) {
    return eachMap(node, item -> mapped(known(item, ITEM, "a place"), "state", this::state));
  }

  private YamlNode state(YamlNode node) {
    return node instanceof YamlMap state ? known(state, STATE, "\"state\"") : node;
  }

  private YamlNode groups(YamlMap app, YamlNode node) {
    app.get("tabs").ifPresent(this::rememberGroups);
    if (!(node instanceof YamlList list)) {
      return node;
    }
    List<YamlNode> left =
        list.items().stream()
            .map(item -> item instanceof YamlMap group ? group(group) : Optional.of(item))
            .flatMap(Optional::stream)
            .toList();
    return new YamlList(list.location(), left);
  }

  /** A group in which there is nothing goes; one without a list has the widgets that name it. */
  private Optional<YamlNode> group(YamlMap exported) {
    YamlMap group = known(exported, GROUP, "a group");
    if (isEmpty(group, "widgetIds")) {
      group = without(group, Set.of("widgetIds"));
      boolean named =
          group.get("name").filter(name -> groupsOfWidgets.contains(text(name))).isPresent();
      return named ? Optional.of(group) : Optional.empty();
    }
    return Optional.of(group);
  }

  private void rememberGroups(YamlNode node) {
    switch (node) {
      case YamlMap map ->
          map.entries()
              .forEach(
                  (key, entry) -> {
                    if (key.equals("groups") && entry.node() instanceof YamlList names) {
                      names.items().forEach(name -> groupsOfWidgets.add(text(name)));
                    } else {
                      rememberGroups(entry.node());
                    }
                  });
      case YamlList list -> list.items().forEach(this::rememberGroups);
      case YamlScalar scalar -> {}
    }
  }

  private static String text(YamlNode node) {
    return node instanceof YamlScalar scalar ? scalar.text() : "";
  }

  private YamlMap known(YamlMap map, Set<String> keys, String where) {
    Set<String> others = new HashSet<>(map.entries().keySet());
    others.removeAll(keys);
    map.entries()
        .forEach(
            (key, entry) -> {
              if (others.contains(key)) {
                problems.warning(
                    entry.keyLocation(),
                    "\"%s\" in %s is not known here, so it is left out".formatted(key, where));
              }
            });
    return without(map, others);
  }

  private static YamlMap without(YamlMap map, Set<String> keys) {
    SequencedMap<String, Entry> left = new LinkedHashMap<>(map.entries());
    left.keySet().removeAll(keys);
    return new YamlMap(map.location(), left);
  }

  private static YamlMap withoutBlanks(YamlMap map) {
    SequencedMap<String, Entry> left = new LinkedHashMap<>(map.entries());
    left.entrySet()
        .removeIf(
            entry ->
                !entry.getKey().equals("name")
                    && entry.getValue().node() instanceof YamlScalar scalar
                    && scalar.text().isBlank());
    return new YamlMap(map.location(), left);
  }

  private static YamlMap mapped(YamlMap map, String key, UnaryOperator<YamlNode> change) {
    Map<String, Entry> entries = map.entries();
    Entry old = entries.get(key);
    if (old == null) {
      return map;
    }
    SequencedMap<String, Entry> changed = new LinkedHashMap<>(entries);
    changed.put(key, new Entry(old.keyLocation(), change.apply(old.node())));
    return new YamlMap(map.location(), changed);
  }

  private static YamlNode eachMap(YamlNode node, UnaryOperator<YamlMap> change) {
    if (!(node instanceof YamlList list)) {
      return node;
    }
    List<YamlNode> items =
        list.items().stream()
            .map(item -> item instanceof YamlMap map ? change.apply(map) : item)
            .toList();
    return new YamlList(list.location(), items);
  }
}
