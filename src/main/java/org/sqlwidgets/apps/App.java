package org.sqlwidgets.apps;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prepared dashboard that can be published (contract §5).
 *
 * @param name the title, of which the client makes the app's id
 * @param description the text of the app's card
 * @param published the other published keys in order: {@code img}, {@code allowCustomization}, …
 * @param prompts questions that the AI suggests
 * @param tabs at least one
 * @param groups the params that move together
 */
public record App(
    String name,
    String description,
    Map<String, Object> published,
    List<String> prompts,
    List<Tab> tabs,
    List<Group> groups) {

  /** How a prompt names a widget. */
  private static final Pattern MENTION = Pattern.compile("@\\[id:([^\\]]*)]");

  /** Copies the lists. */
  public App {
    prompts = List.copyOf(prompts);
    tabs = List.copyOf(tabs);
    groups = List.copyOf(groups);
  }

  /**
   * The app with the tabs of which all widgets are there; empty when there is no such tab.
   *
   * @param isThere whether there is a widget of an id
   */
  Optional<App> on(Predicate<String> isThere) {
    List<Tab> kept =
        tabs.stream().filter(tab -> tab.layout().stream().map(Item::i).allMatch(isThere)).toList();
    Set<String> shown =
        kept.stream()
            .flatMap(tab -> tab.layout().stream())
            .map(Item::i)
            .collect(Collectors.toSet());
    List<Group> joined =
        groups.stream()
            .map(group -> group.of(shown))
            .filter(group -> !group.widgetIds().isEmpty())
            .toList();
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new App(name, description, published, promptsOn(isThere), kept, joined));
  }

  private List<String> promptsOn(Predicate<String> isThere) {
    return prompts.stream()
        .filter(
            prompt -> MENTION.matcher(prompt).results().map(one -> one.group(1)).allMatch(isThere))
        .toList();
  }

  /**
   * A tab with its widgets.
   *
   * @param id its key; may be empty when there is one tab
   * @param name the title; may be empty when there is one tab
   * @param layout the widgets, in the author's order
   */
  public record Tab(String id, String name, List<Item> layout) {

    /** Copies the list. */
    public Tab {
      layout = List.copyOf(layout);
    }
  }

  /**
   * A widget at its place on a tab.
   *
   * @param i the widget's id
   * @param x the first column, from 0
   * @param y the first row, from 0
   * @param w the width in columns
   * @param h the height in rows
   * @param groups the names of the groups it belongs to; empty leaves the key out
   * @param published the other published keys in order: {@code minW}, {@code state}, …
   */
  public record Item(
      String i,
      int x,
      int y,
      int w,
      int h,
      Optional<List<String>> groups,
      Map<String, Object> published) {}

  /**
   * A param that several widgets share, so that one choice sets them all (contract §3.6).
   *
   * @param name {@code Group 1}, {@code Group 2}, …
   * @param type what the params have in common
   * @param paramName the param; may be empty for tickers
   * @param widgetIds the widgets, each on a tab of the app
   * @param defaultValue the value at the start; empty leaves each widget its own
   */
  public record Group(
      String name,
      GroupType type,
      Optional<String> paramName,
      List<String> widgetIds,
      Optional<Object> defaultValue) {

    /** Copies the list. */
    public Group {
      widgetIds = List.copyOf(widgetIds);
    }

    private Group of(Set<String> shown) {
      List<String> kept = widgetIds.stream().filter(shown::contains).toList();
      return new Group(name, type, paramName, kept, defaultValue);
    }
  }

  /** What the params of a group have in common. */
  public enum GroupType {
    /** Name, type and fixed options. */
    PARAM("param"),
    /** Name and lookup. */
    ENDPOINT_PARAM("endpointParam"),
    /** The client's symbol search. */
    TICKER("ticker");

    private final String word;

    GroupType(String word) {
      this.word = word;
    }

    /** OpenBB's word for the type. */
    public String word() {
      return word;
    }

    /** All types by OpenBB's word. */
    static Map<String, GroupType> byWord() {
      Map<String, GroupType> types = new LinkedHashMap<>();
      Arrays.stream(values()).forEach(type -> types.put(type.word(), type));
      return types;
    }
  }
}
