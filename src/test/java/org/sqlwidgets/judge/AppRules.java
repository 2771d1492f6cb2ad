package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** R30 to R33, R35 to R39: apps, their tabs, layout and stored state. */
final class AppRules {
  private static final int GRID_COLUMNS = 40;
  private static final Pattern MENTION = Pattern.compile("@\\[id:([^\\]]*)]");
  private static final Pattern GROUP_NAME = Pattern.compile("Group [1-9][0-9]*");

  private AppRules() {}

  /** Names give different app ids. */
  static void r30(List<AppView> apps, Report report) {
    for (AppView app : apps) {
      if (!slug(app).matches(".*[a-z0-9].*")) {
        report.add("R30", app.place("name"), "no letter or digit to make an id from");
      }
    }
    for (String slug : Repeats.of(apps.stream().map(AppRules::slug).toList())) {
      report.add("R30", "apps", "two names give the id \"" + slug + "\"");
    }
  }

  private static String slug(AppView app) {
    return app.name().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-").replaceAll("[^a-z0-9-]", "");
  }

  /** A tab's id is its key; several tabs have names of their own. */
  static void r31(AppView app, Report report) {
    for (AppView.Tab tab : app.tabs()) {
      if (!tab.id().equals(tab.key())) {
        report.add("R31", tab.place(), "its id is \"" + tab.id() + "\"");
      }
      if (app.tabs().size() > 1 && (tab.id().isBlank() || tab.name().isBlank())) {
        report.add("R31", tab.place(), "blank id or name beside other tabs");
      }
    }
    for (String name : Repeats.of(app.tabs().stream().map(AppView.Tab::name).toList())) {
      report.add("R31", app.place("tabs"), "two tabs are called \"" + name + "\"");
    }
  }

  /** Every placed widget exists. */
  static void r32(AppView app, Report report) {
    for (AppView.Item item : app.items()) {
      if (app.widget(item.id()).isEmpty() && !BuiltInIds.LIST.include(item.id())) {
        report.add("R32", item.place(), "no widget of this server and not built in");
      }
    }
  }

  /** Items lie on the grid, side by side. */
  static void r33(AppView app, Report report) {
    for (AppView.Tab tab : app.tabs()) {
      List<AppView.Item> items = tab.items();
      for (int i = 0; i < items.size(); i++) {
        AppView.Item item = items.get(i);
        if (item.number("x") + item.number("w") > GRID_COLUMNS) {
          report.add("R33", item.place(), "reaches beyond column " + GRID_COLUMNS);
        }
        items.subList(i + 1, items.size()).stream()
            .filter(item::overlaps)
            .forEach(other -> report.add("R33", item.place(), "overlaps " + other.place()));
      }
    }
  }

  /** Items name groups of their app. */
  static void r35(AppView app, Report report) {
    List<String> names = app.groups().stream().map(AppView.Group::name).toList();
    for (AppView.Item item : app.items()) {
      item.groups().stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> report.add("R35", item.place(), "no group \"" + name + "\""));
    }
  }

  /** Stored values belong to params of the widget and can be chosen there. */
  static void r36(AppView app, Report report) {
    for (AppView.Item item : app.items()) {
      app.widget(item.id()).ifPresent(widget -> r36(item, widget, report));
    }
  }

  private static void r36(AppView.Item item, WidgetView widget, Report report) {
    item.state()
        .path("params")
        .properties()
        .forEach(entry -> r36(item, widget, entry.getKey(), entry.getValue(), report));
    for (JsonNode name : Values.list(item.state().path("paramOrder"))) {
      if (!widget.paramNames().contains(Values.text(name))) {
        report.add("R36", item.place() + " state.paramOrder", "no param " + name);
      }
    }
  }

  private static void r36(
      AppView.Item item, WidgetView widget, String name, JsonNode value, Report report) {
    String place = item.place() + " state.params." + name;
    Optional<ParamView> param =
        widget.params().stream().filter(p -> p.name().equals(name)).findFirst();
    if (param.isEmpty()) {
      report.add("R36", place, "the widget has no such param");
    } else if (Values.texts(value).stream().anyMatch(text -> text.contains("$currentDate"))) {
      report.add("R36", place, "$currentDate is not resolved here");
    } else if (param.get().hasOptions() && !Values.none(value) && !param.get().offers(value)) {
      report.add("R36", place, value + " is none of the options");
    }
  }

  /** Stored charts use declared columns. */
  static void r37(AppView app, Report report) {
    for (AppView.Item item : app.items()) {
      String place = item.place() + " state.chartView.cellRangeCols";
      JsonNode chartView = item.state().path("chartView");
      app.widget(item.id())
          .ifPresent(w -> ColumnRules.chartColumns("R37", place, chartView, w, report));
    }
  }

  /** Note: groups are called {@code Group 1}, {@code Group 2}, … */
  static void r38(AppView app, Report report) {
    for (AppView.Group group : app.groups()) {
      if (!GROUP_NAME.matcher(group.name()).matches()) {
        report.add("R38", group.place(), "not called \"Group 1\", \"Group 2\", ...");
      }
    }
  }

  /** Prompts mention widgets of this server. */
  static void r39(AppView app, Report report) {
    for (String prompt : Values.texts(app.node().path("prompts"))) {
      MENTION
          .matcher(prompt)
          .results()
          .filter(mention -> app.widget(mention.group(1)).isEmpty())
          .forEach(
              mention ->
                  report.add(
                      "R39",
                      app.place("prompts"),
                      mention.group() + " names no widget of this server"));
    }
  }
}
