package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlwidgets.apps.App.Group;
import org.sqlwidgets.apps.App.Item;
import org.sqlwidgets.apps.App.Tab;
import org.sqlwidgets.apps.AppDefinition.Automatic;
import org.sqlwidgets.apps.AppDefinition.Given;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.widget.Widget;

/**
 * Makes an app of its definition and the widgets that are served.
 *
 * <p>What does not fit the widgets is left out and reported: a widget that is not there would show
 * as a hole, a group that does not fit would fail in the client. So an app is the same whether the
 * widget or the app was changed last.
 */
final class AppBuilder {
  private static final Pattern MENTION = Pattern.compile("@\\[id:([^\\]]*)]");
  private static final int NAMED = 3;

  private final ServedWidgets widgets;
  private final Problems problems;

  AppBuilder(Snapshot served, Problems problems) {
    this.widgets = new ServedWidgets(served, problems);
    this.problems = problems;
  }

  /** The app; empty when none of its widgets is served. */
  Optional<App> build(AppDefinition definition) {
    List<PlacedTab> tabs = new TabBuilder(widgets, problems).build(definition);
    if (tabs.isEmpty()) {
      boolean folder = definition.tabs().isEmpty();
      problems.error(
          folder ? SourceLocation.of(definition.file()) : definition.name().at(),
          nothingToShow(definition));
      return Optional.empty();
    }
    Map<String, Widget> placed = new LinkedHashMap<>();
    tabs.forEach(tab -> tab.widgets().forEach(w -> placed.putIfAbsent(w.id().value(), w)));
    List<Group> groups =
        switch (definition.groups()) {
          case Automatic automatic -> SharedParams.groups(placed.values());
          case Given given ->
              new GivenGroups(definition, tabs, placed, widgets, problems).build(given.groups());
        };
    return Optional.of(
        new App(
            definition.name().value(),
            definition.description().orElseGet(() -> description(placed.values())),
            definition.published(),
            definition.prompts().stream().flatMap(p -> prompt(p).stream()).toList(),
            tabs.stream().map(tab -> tab(tab, groups)).toList(),
            groups));
  }

  private static String nothingToShow(AppDefinition definition) {
    return definition.tabs().isEmpty()
        ? "no widget of this folder is served, so the app has nothing to show; add a .sql file, or"
            + " name widgets in \"tabs\""
        : "none of its widgets is served, so the app has nothing to show and is left out";
  }

  private static String description(java.util.Collection<Widget> widgets) {
    List<String> names = widgets.stream().limit(NAMED).map(Widget::name).toList();
    int more = widgets.size() - names.size();
    return String.join(", ", names) + (more == 0 ? "" : " and %d more".formatted(more));
  }

  private Optional<String> prompt(Located<String> prompt) {
    List<String> unknown = new ArrayList<>();
    String text =
        MENTION
            .matcher(prompt.value())
            .replaceAll(mention -> Matcher.quoteReplacement(mention(prompt, mention, unknown)));
    return unknown.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  private String mention(Located<String> prompt, MatchResult mention, List<String> unknown) {
    String id = mention.group(1);
    Optional<Widget> widget =
        widgets.find(new Located<>(id, prompt.at()), "this prompt is left out");
    if (widget.isEmpty()) {
      unknown.add(id);
    }
    return "@[id:" + widget.map(found -> found.id().value()).orElse(id) + "]";
  }

  private static Tab tab(PlacedTab tab, List<Group> groups) {
    return new Tab(
        tab.id(), tab.name(), tab.items().stream().map(item -> item(item, groups)).toList());
  }

  private static Item item(PlacedTab.PlacedItem placed, List<Group> groups) {
    List<String> named = placed.groups().orElse(List.of()).stream().map(Located::value).toList();
    List<String> names =
        groups.stream()
            .filter(group -> group.widgetIds().contains(placed.i()))
            .map(Group::name)
            .filter(name -> placed.groups().isEmpty() || named.contains(name))
            .toList();
    return new Item(
        placed.i(),
        placed.place().x(),
        placed.place().y(),
        placed.place().w(),
        placed.place().h(),
        names.isEmpty() && placed.groups().isEmpty() ? Optional.empty() : Optional.of(names),
        placed.published());
  }
}
