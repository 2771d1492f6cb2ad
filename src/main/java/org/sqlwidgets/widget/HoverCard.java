package org.sqlwidgets.widget;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A hover card over a plain cell: the object that the client wants, made of the row (contract
 * §2.5).
 *
 * @param cellField the key of the cell's own value
 * @param fields the other columns that go into the object: those that the card's text names, and
 *     the one that decides about the colour
 */
public record HoverCard(String cellField, List<String> fields) {
  private static final Pattern NAME = Pattern.compile("\\{([\\p{L}_][\\p{L}\\p{N}_ ]*)}");

  /** Copies the list. */
  public HoverCard {
    fields = List.copyOf(fields);
  }

  /** The card of what is published about a column, whatever it names. */
  public static HoverCard of(Map<String, Object> published) {
    Map<?, ?> settings = map(published.get("renderFnParams"));
    Map<?, ?> card = map(settings.get("hoverCard"));
    String cellField = text(card, "cellField", "value");
    Set<String> fields = new LinkedHashSet<>(names(text(card, "markdown", "")));
    fields.add(text(settings, "colorValueKey", cellField));
    fields.remove(cellField);
    return new HoverCard(cellField, List.copyOf(fields));
  }

  private static String text(Map<?, ?> map, String key, String otherwise) {
    return map.get(key) instanceof String text ? text : otherwise;
  }

  /** The names that stand in braces in a text of the client's: {@code {column}}. */
  public static List<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map((MatchResult name) -> name.group(1))
        .distinct()
        .toList();
  }

  private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
