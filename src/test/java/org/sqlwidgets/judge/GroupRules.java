package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** R34: a group joins params that fit together, of widgets that lie on a tab. */
final class GroupRules {
  private GroupRules() {}

  /** Names are unique; no group is empty; members are placed and have a fitting param. */
  static void r34(AppView app, Report report) {
    for (String name : Repeats.of(app.groups().stream().map(AppView.Group::name).toList())) {
      report.add("R34", app.place("groups"), "two groups are called \"" + name + "\"");
    }
    for (AppView.Group group : app.groups()) {
      if (app.members(group).isEmpty()) {
        report.add("R34", group.place(), "has no widgets");
      }
      placed(app, group, report);
      fitting(group, joined(app, group, report), report);
    }
  }

  private static void placed(AppView app, AppView.Group group, Report report) {
    List<String> onTabs = app.items().stream().map(AppView.Item::id).toList();
    for (String id : group.widgetIds()) {
      if (app.widget(id).isEmpty()) {
        report.add("R34", group.place(), "no widget \"" + id + "\" on this server");
      } else if (!onTabs.contains(id)) {
        report.add("R34", group.place(), "widget \"" + id + "\" lies on no tab");
      }
    }
  }

  /** The params that the group joins; a member without one is reported. */
  private static List<ParamView> joined(AppView app, AppView.Group group, Report report) {
    List<ParamView> params = new ArrayList<>();
    for (String id : app.members(group)) {
      app.widget(id)
          .ifPresent(
              widget ->
                  group
                      .paramOf(widget)
                      .ifPresentOrElse(
                          params::add,
                          () ->
                              report.add(
                                  "R34", group.place(), widget.place() + " has no such param")));
    }
    return params;
  }

  private static void fitting(AppView.Group group, List<ParamView> params, Report report) {
    for (ParamView param : params) {
      if (!fits(group.type(), param.type())) {
        report.add("R34", group.place(), param.place() + " has type \"" + param.type() + "\"");
      }
    }
    if (params.stream().map(GroupRules::source).distinct().count() > 1) {
      report.add("R34", group.place(), "its params have different types or options");
    }
  }

  private static boolean fits(String groupType, String paramType) {
    return switch (groupType) {
      case "endpointParam" -> paramType.equals("endpoint");
      case "ticker" -> paramType.equals("ticker");
      default -> !paramType.equals("endpoint");
    };
  }

  /** What must be the same for all params of a group. */
  private static List<JsonNode> source(ParamView param) {
    return List.of(
        param.node().path("type"),
        param.node().path("optionsEndpoint"),
        param.node().path("options"));
  }
}
