package org.sqlwidgets.apps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlwidgets.apps.App.GroupType;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.yaml.YamlNode;

/**
 * What an {@code app.yml} file says, right in itself; the widgets were not looked at yet.
 *
 * @param file the file as people know it
 * @param name the title, with the place to change it
 * @param description the text of the card, if the author wrote one
 * @param published keys that are handed on as they are
 * @param prompts texts that may mention widgets
 * @param tabs empty = one tab with all widgets of the folder
 * @param groups which params move together
 */
record AppDefinition(
    String file,
    Located<String> name,
    Optional<String> description,
    Map<String, Object> published,
    List<Located<String>> prompts,
    List<TabDefinition> tabs,
    Groups groups) {

  /** The folder of the file, as people know it. */
  String folder() {
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }

  /** True when a tab names a widget. */
  boolean names(String id) {
    return tabs.stream().flatMap(tab -> tab.content().named()).anyMatch(id::equals);
  }

  /**
   * A tab.
   *
   * @param id made of the name, unique in the app
   * @param name the title
   * @param content its widgets
   */
  record TabDefinition(String id, String name, Content content) {}

  /** The widgets of a tab. */
  sealed interface Content {

    /** The ids that it names. */
    Stream<String> named();
  }

  /** Widgets in an order, to be packed. */
  record Widgets(List<Located<String>> ids) implements Content {
    @Override
    public Stream<String> named() {
      return ids.stream().map(Located::value);
    }
  }

  /** Widgets at places of the author's choice. */
  record Layout(List<ItemDefinition> items) implements Content {
    @Override
    public Stream<String> named() {
      return items.stream().map(item -> item.i().value());
    }
  }

  /**
   * A widget at its place.
   *
   * @param i the widget's id
   * @param place where the author puts it
   * @param published {@code minW}, {@code static} and the like
   * @param groups the groups it belongs to, if the author says so
   * @param state its stored state
   */
  record ItemDefinition(
      Located<String> i,
      Place place,
      Map<String, Object> published,
      Optional<List<Located<String>>> groups,
      StateDefinition state) {}

  /**
   * The stored state of a placed widget.
   *
   * @param params values by param
   * @param paramOrder the order of the controls
   * @param chartView the chart that is opened, with its place
   * @param others keys that are handed on as they are
   */
  record StateDefinition(
      Map<String, Located<YamlNode>> params,
      List<Located<String>> paramOrder,
      Optional<Located<Map<String, Object>>> chartView,
      Map<String, Object> others) {

    static final StateDefinition NONE =
        new StateDefinition(Map.of(), List.of(), Optional.empty(), Map.of());
  }

  /** Which params move together. */
  sealed interface Groups {}

  /** Those that several widgets have in common. */
  record Automatic() implements Groups {}

  /** Exactly these; none for {@code groups: none}. */
  record Given(List<GroupDefinition> groups) implements Groups {}

  /**
   * A group of the author's.
   *
   * @param name the name
   * @param at where the group stands
   * @param type empty = that of its params
   * @param paramName the param; empty only for tickers
   * @param widgetIds empty = the widgets that name the group, else all that have the param
   * @param defaultValue empty = the common default
   */
  record GroupDefinition(
      String name,
      SourceLocation at,
      Optional<Located<GroupType>> type,
      Optional<Located<String>> paramName,
      Optional<List<Located<String>>> widgetIds,
      Optional<YamlNode> defaultValue) {}
}
