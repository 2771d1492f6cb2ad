package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.apps.App.Group;
import org.sqlwidgets.apps.App.GroupType;
import org.sqlwidgets.apps.AppDefinition.GroupDefinition;
import org.sqlwidgets.apps.SharedParams.Kind;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.Widget;

/** Holds the author's groups to the params of the placed widgets (rule R34). */
final class GivenGroups {
  private final AppDefinition app;
  private final List<PlacedTab> tabs;
  private final Map<String, Widget> placed;
  private final ServedWidgets widgets;
  private final Problems problems;

  /**
   * For one app.
   *
   * @param placed the widgets on its tabs, by id
   */
  GivenGroups(
      AppDefinition app,
      List<PlacedTab> tabs,
      Map<String, Widget> placed,
      ServedWidgets widgets,
      Problems problems) {
    this.app = app;
    this.tabs = tabs;
    this.placed = placed;
    this.widgets = widgets;
    this.problems = problems;
  }

  /** The groups that fit; of the others each is reported. */
  List<Group> build(List<GroupDefinition> definitions) {
    List<Group> groups = new ArrayList<>();
    definitions.forEach(definition -> group(definition).ifPresent(groups::add));
    return groups;
  }

  private Optional<Group> group(GroupDefinition definition) {
    Map<String, Param> params = members(definition);
    if (params.isEmpty()) {
      return Optional.empty();
    }
    Param first = params.values().iterator().next();
    GroupType type = SharedParams.type(first.type());
    if (!fits(definition, type, first) || !isOneKind(definition, params)) {
      return Optional.empty();
    }
    return Optional.of(
        new Group(
            definition.name(),
            type,
            Optional.of(first.paramName()),
            List.copyOf(params.keySet()),
            defaultValue(definition, first, params)));
  }

  /** The param of each widget in the group; a widget without it is reported. */
  private Map<String, Param> members(GroupDefinition definition) {
    Map<String, Param> params = new LinkedHashMap<>();
    Set<Located<String>> named = named(definition);
    if (named.isEmpty() && definition.widgetIds().isEmpty()) {
      placed.forEach((id, widget) -> param(definition, widget).ifPresent(p -> params.put(id, p)));
      if (params.isEmpty()) {
        problems.error(place(definition), noWidget(definition));
      }
      return params;
    }
    for (Located<String> id : named) {
      placed(definition, id).ifPresent(widget -> member(definition, id, widget, params));
    }
    return params;
  }

  private void member(
      GroupDefinition definition, Located<String> id, Widget widget, Map<String, Param> params) {
    Optional<Param> param = param(definition, widget);
    param.ifPresent(found -> params.put(widget.id().value(), found));
    if (param.isEmpty()) {
      problems.error(id.at(), lacks(definition, widget));
    }
  }

  /** The ids in {@code widgetIds}, then the widgets that name the group in the layout. */
  private Set<Located<String>> named(GroupDefinition definition) {
    Map<String, Located<String>> named = new LinkedHashMap<>();
    definition.widgetIds().orElse(List.of()).forEach(id -> named.put(id.value(), id));
    for (PlacedTab tab : tabs) {
      for (PlacedTab.PlacedItem item : tab.items()) {
        item.groups().orElse(List.of()).stream()
            .filter(name -> name.value().equals(definition.name()))
            .forEach(name -> named.putIfAbsent(item.i(), new Located<>(item.i(), name.at())));
      }
    }
    return new LinkedHashSet<>(named.values());
  }

  private static Optional<Param> param(GroupDefinition definition, Widget widget) {
    return widget.params().stream()
        .filter(
            param ->
                definition.paramName().isPresent()
                    ? param.paramName().equals(definition.paramName().get().value())
                    : param.type() == ParamType.TICKER)
        .findFirst();
  }

  /** The widget of an id, if it is on a tab; one that is missing there was reported before. */
  private Optional<Widget> placed(GroupDefinition definition, Located<String> id) {
    if (app.names(id.value()) && !widgets.isServed(id.value())) {
      return Optional.empty();
    }
    String consequence = "group \"%s\" goes without it".formatted(definition.name());
    Optional<Widget> widget = widgets.find(id, consequence);
    boolean onTab = widget.filter(w -> placed.containsKey(w.id().value())).isPresent();
    if (widget.isPresent() && !onTab) {
      problems.error(
          id.at(),
          "widget \"%s\" is on no tab of this app, so %s%s"
              .formatted(id.value(), consequence, NearMiss.hint(id.value(), placed.keySet())));
    }
    return onTab ? widget : Optional.empty();
  }

  private static SourceLocation place(GroupDefinition definition) {
    return definition.paramName().map(Located::at).orElse(definition.at());
  }

  private String noWidget(GroupDefinition definition) {
    Set<String> names = new LinkedHashSet<>();
    placed.values().forEach(w -> w.params().forEach(p -> names.add(p.paramName())));
    String wanted = definition.paramName().map(Located::value).orElse("");
    return "no widget of this app has %s, so group \"%s\" is left out%s"
        .formatted("a " + param(wanted), definition.name(), near(wanted, names));
  }

  private static String lacks(GroupDefinition definition, Widget widget) {
    List<String> names = widget.params().stream().map(Param::paramName).toList();
    String wanted = definition.paramName().map(Located::value).orElse("");
    return "widget \"%s\" has no %s, so group \"%s\" goes without it%s"
        .formatted(widget.id(), param(wanted), definition.name(), near(wanted, names));
  }

  private static String param(String wanted) {
    return wanted.isEmpty() ? "param of type ticker" : "param \"" + wanted + "\"";
  }

  private static String near(String wanted, Collection<String> names) {
    return wanted.isEmpty() ? "" : NearMiss.hint(wanted, names);
  }

  private boolean fits(GroupDefinition definition, GroupType type, Param first) {
    Optional<Located<GroupType>> given = definition.type().filter(t -> t.value() != type);
    given.ifPresent(
        wrong ->
            problems.error(
                wrong.at(),
                "param \"%s\" is of type %s, so group \"%s\" cannot be of type %s and is left out; write \"type: %s\" or leave it out"
                    .formatted(
                        first.paramName(),
                        first.type().word(),
                        definition.name(),
                        wrong.value().word(),
                        type.word())));
    return given.isEmpty();
  }

  private boolean isOneKind(GroupDefinition definition, Map<String, Param> params) {
    Map<Kind, String> kinds = new LinkedHashMap<>();
    params.forEach((id, param) -> kinds.putIfAbsent(Kind.of(param), id));
    if (kinds.size() > 1) {
      List<Map.Entry<Kind, String>> two = kinds.entrySet().stream().limit(2).toList();
      problems.error(
          place(definition),
          "the params of widgets \"%s\" and \"%s\" take different values (%s and %s), so group \"%s\" is left out; name in \"widgetIds\" those that fit together"
              .formatted(
                  two.getFirst().getValue(),
                  two.getLast().getValue(),
                  two.getFirst().getKey().describe(),
                  two.getLast().getKey().describe(),
                  definition.name()));
    }
    return kinds.size() == 1;
  }

  private Optional<Object> defaultValue(
      GroupDefinition definition, Param first, Map<String, Param> params) {
    if (definition.defaultValue().isEmpty()) {
      return SharedParams.commonDefault(params.values());
    }
    ChosenValue chosen = ChosenValue.of(first, definition.defaultValue().get());
    if (chosen.value().isEmpty()) {
      problems.error(
          definition.defaultValue().get().location(),
          "the default of group \"%s\" is %s; it is left out"
              .formatted(definition.name(), chosen.refusal()));
    }
    return chosen.value();
  }
}
