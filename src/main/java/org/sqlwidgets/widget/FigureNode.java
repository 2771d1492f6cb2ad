package org.sqlwidgets.widget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a chart's specification: fixed, or filled from the rows of the query. */
public sealed interface FigureNode {

  /**
   * A value that is always the same.
   *
   * @param value a text, number or boolean; null is JSON's null
   */
  record Leaf(@Nullable Object value) implements FigureNode {}

  /**
   * Keys with their values.
   *
   * @param nodes in the order in which they are written
   */
  record Members(Map<String, FigureNode> nodes) implements FigureNode {
    /** Copies the map, in its order. */
    public Members {
      nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    /** The same with one key more, or with another value of it. */
    public Members with(String key, FigureNode node) {
      Map<String, FigureNode> more = new LinkedHashMap<>(nodes);
      more.put(key, node);
      return new Members(more);
    }
  }

  /**
   * Values one after the other.
   *
   * @param nodes the values
   */
  record Items(List<FigureNode> nodes) implements FigureNode {
    /** Copies the list. */
    public Items {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * An item of a list that is written once for each value of a column, with its rows only.
   *
   * @param column the 0-based position of the column
   * @param item what is written; its key {@code name} is the value unless it has one
   */
  record Each(int column, Members item) implements FigureNode {}

  /** The value of the column of the {@link Each} around it, as a text; NULL is a dash. */
  record GroupName() implements FigureNode {}

  /** What is made of all rows, or of those of the {@link Each} around it. */
  sealed interface FromRows extends FigureNode {}

  /**
   * The values of a column, as a list.
   *
   * @param column its 0-based position
   */
  record Values(int column) implements FromRows {}

  /**
   * The first row's value of a column; null when there are no rows.
   *
   * @param column its 0-based position
   */
  record First(int column) implements FromRows {}

  /**
   * A list with a list or an object for each row.
   *
   * @param keys the keys of each object; empty = lists
   * @param columns the 0-based positions of the values
   */
  record EachRow(List<String> keys, List<Integer> columns) implements FromRows {
    /** Copies the lists; refuses keys and columns of different number. */
    public EachRow {
      keys = List.copyOf(keys);
      columns = List.copyOf(columns);
      if (columns.isEmpty() || (!keys.isEmpty() && keys.size() != columns.size())) {
        throw new IllegalArgumentException("keys and columns do not fit");
      }
    }
  }

  /**
   * The factor by which a column's numbers become areas of bubbles, over all rows.
   *
   * @param column its 0-based position
   * @param diameter of the largest bubble, in pixels
   */
  record BubbleScale(int column, int diameter) implements FigureNode {}

  /**
   * The tree for plain values.
   *
   * @param plain a Map, List, text, number, boolean or null, at any depth; nodes stay as they are
   */
  static FigureNode of(@Nullable Object plain) {
    return switch (plain) {
      case FigureNode node -> node;
      case Map<?, ?> map -> members(map);
      case List<?> list -> {
        List<FigureNode> nodes = new ArrayList<>(list.size());
        for (Object item : list) {
          nodes.add(of(item));
        }
        yield new Items(nodes);
      }
      case null, default -> new Leaf(plain);
    };
  }

  /** The tree for a plain map. */
  static Members members(Map<?, ?> plain) {
    Map<String, FigureNode> nodes = new LinkedHashMap<>();
    plain.forEach((key, value) -> nodes.put(String.valueOf(key), of(value)));
    return new Members(nodes);
  }
}
