package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.apps.AppDefinition.Content;
import org.sqlwidgets.apps.AppDefinition.TabDefinition;
import org.sqlwidgets.apps.AppDefinition.Widgets;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.BuiltInIds;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;

/** Reads the tabs of an app: each has widgets in an order, or a layout (rule R31). */
final class TabsReader {
  private final Problems problems;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, SourceLocation> names = new HashMap<>();

  TabsReader(Problems problems) {
    this.problems = problems;
  }

  /** The tabs in the order of the file; a map of them has their ids for keys, as in OpenBB. */
  List<TabDefinition> read(YamlFields app) {
    Optional<YamlMap> byId =
        app.node("tabs").filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
    return byId.isPresent() ? byId(app, byId.get()) : inOrder(app);
  }

  private List<TabDefinition> byId(YamlFields app, YamlMap map) {
    if (map.entries().isEmpty()) {
      problems.error(app.where("tabs"), "\"tabs\" is empty; give at least one");
    }
    boolean several = map.entries().size() > 1;
    List<TabDefinition> tabs = new ArrayList<>();
    map.entries()
        .forEach(
            (id, entry) -> {
              if (entry.node() instanceof YamlMap tab) {
                tab(id, entry.keyLocation(), tab, several).ifPresent(tabs::add);
              } else {
                problems.error(
                    entry.node().location(),
                    "tab \"%s\" must be a map with \"name\" and \"layout\", found %s"
                        .formatted(id, entry.node().describe()));
              }
            });
    return tabs;
  }

  private Optional<TabDefinition> tab(String id, SourceLocation at, YamlMap map, boolean several) {
    YamlFields fields = new YamlFields(map, problems);
    String name = name(fields, several);
    Optional<Content> content = content(fields, map.location());
    fields
        .text("id")
        .filter(own -> !own.equals(id))
        .ifPresent(
            own ->
                problems.error(
                    fields.where("id"),
                    "the id of tab \"%s\" is \"%s\"; write the same, or leave it out"
                        .formatted(id, own)));
    fields.refuseOthers();
    if (several && id.isBlank()) {
      problems.error(at, "a tab needs an id when there are several; write one for its key");
    }
    return content.map(found -> new TabDefinition(id, name, found));
  }

  private List<TabDefinition> inOrder(YamlFields app) {
    Optional<List<YamlMap>> maps = app.maps("tabs");
    if (maps.isEmpty()) {
      return List.of();
    }
    if (maps.get().isEmpty()) {
      problems.error(
          app.where("tabs"),
          "\"tabs\" is empty; give at least one, or leave the key out for one tab with all widgets"
              + " of the folder");
    }
    boolean several = maps.get().size() > 1;
    List<TabDefinition> tabs = new ArrayList<>();
    maps.get().forEach(map -> tab(map, several).ifPresent(tabs::add));
    return tabs;
  }

  private Optional<TabDefinition> tab(YamlMap map, boolean several) {
    YamlFields fields = new YamlFields(map, problems);
    String name = name(fields, several);
    Optional<Content> content = content(fields, map.location());
    fields.refuse("id", "remove \"id\": it is made of the tab's name");
    fields.refuseOthers();
    return content.map(found -> new TabDefinition(id(name), name, found));
  }

  private String name(YamlFields fields, boolean several) {
    String name = fields.text("name").map(String::strip).orElse("");
    if (name.isEmpty()) {
      if (several) {
        problems.error(fields.where("name"), "a tab needs a \"name\" when there are several");
      }
      return name;
    }
    SourceLocation first = names.putIfAbsent(name, fields.where("name"));
    if (first != null) {
      problems.error(
          fields.where("name"),
          "tab \"%s\" is there twice, see line %d; rename one".formatted(name, first.line()));
    }
    return name;
  }

  /** Of the name, unlike the ids before it. */
  private String id(String name) {
    String word = AppNames.id(name);
    String base = word.isEmpty() && !name.isEmpty() ? "tab" : word;
    String id = base;
    for (int i = 2; !ids.add(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  private Optional<Content> content(YamlFields fields, SourceLocation at) {
    Optional<Content> widgets =
        AppReader.texts(fields, "widgets").map(list -> widgets(fields, list));
    Optional<Content> layout = fields.maps("layout").map(items -> layout(fields, items));
    boolean both = fields.has("widgets") && fields.has("layout");
    boolean none = !fields.has("widgets") && !fields.has("layout");
    if (both || none) {
      problems.error(
          at,
          "a tab needs either \"widgets\", a list of ids, or \"layout\", a list of places"
              + (both ? "; remove one of them" : ""));
    }
    return widgets.or(() -> layout);
  }

  private Content layout(YamlFields fields, List<YamlMap> items) {
    if (items.isEmpty()) {
      empty(fields, "layout");
    }
    return new LayoutReader(problems).read(items);
  }

  private Content widgets(YamlFields fields, List<Located<String>> ids) {
    if (ids.isEmpty()) {
      empty(fields, "widgets");
    }
    Set<String> seen = new HashSet<>();
    for (Located<String> id : ids) {
      if (!seen.add(id.value())) {
        problems.error(id.at(), "widget \"%s\" is on this tab twice".formatted(id.value()));
      }
      if (BuiltInIds.isBuiltIn(id.value())) {
        problems.error(
            id.at(),
            "\"%s\" is a widget of the client itself, whose size is not known here; give all places"
                    .formatted(id.value())
                + " of this tab with \"layout\"");
      }
    }
    return new Widgets(ids);
  }

  private void empty(YamlFields fields, String key) {
    problems.error(
        fields.where(key), "\"%s\" is empty; name a widget or remove the tab".formatted(key));
  }
}
