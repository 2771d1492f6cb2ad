package org.sqlwidgets.widget;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a chart draws, checked against the columns of its query (widget-file §4). */
public sealed interface Figure {

  /**
   * A common chart said in a few words.
   *
   * @param kind what is drawn
   * @param parts the 0-based positions of the columns that play each part; never an empty list
   * @param switches what is switched on
   * @param bins how many bars a histogram has; empty = left to the client
   * @param titles the texts beside the chart
   */
  record ShortFigure(
      ChartKind kind,
      Map<ChartPart, List<Integer>> parts,
      Set<ChartSwitch> switches,
      Optional<Integer> bins,
      Titles titles)
      implements Figure {

    /** Copies the collections; refuses a figure that lacks a part of its kind. */
    public ShortFigure {
      Map<ChartPart, List<Integer>> copies = new EnumMap<>(ChartPart.class);
      parts.forEach((part, columns) -> copies.put(part, List.copyOf(columns)));
      parts = java.util.Collections.unmodifiableMap(copies);
      Set<ChartSwitch> on = EnumSet.noneOf(ChartSwitch.class);
      on.addAll(switches);
      switches = java.util.Collections.unmodifiableSet(on);
      if (!parts.keySet().containsAll(kind.needed()) || parts.containsValue(List.of())) {
        throw new IllegalArgumentException("parts are missing");
      }
    }

    /** The columns of a part; none when nobody plays it. */
    public List<Integer> columns(ChartPart part) {
      return parts.getOrDefault(part, List.of());
    }

    /** The first column of a part. */
    public Optional<Integer> column(ChartPart part) {
      return columns(part).stream().findFirst();
    }

    /** True when it is switched on. */
    public boolean has(ChartSwitch name) {
      return switches.contains(name);
    }
  }

  /**
   * The texts beside a chart; empty = made from the columns, or none.
   *
   * @param title above the chart
   * @param x below the horizontal axis
   * @param y beside the vertical axis
   */
  record Titles(Optional<String> title, Optional<String> x, Optional<String> y) {
    /** No texts of the author's own. */
    public static final Titles NONE =
        new Titles(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A whole specification in the terms of the library that draws it.
   *
   * @param root the specification, with the places where values of the query go
   */
  record FullFigure(FigureNode.Members root) implements Figure {}
}
