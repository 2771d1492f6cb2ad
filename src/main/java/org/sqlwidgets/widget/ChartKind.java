package org.sqlwidgets.widget;

import static org.sqlwidgets.widget.ChartPart.CLOSE;
import static org.sqlwidgets.widget.ChartPart.COLOR;
import static org.sqlwidgets.widget.ChartPart.HIGH;
import static org.sqlwidgets.widget.ChartPart.LABELS;
import static org.sqlwidgets.widget.ChartPart.LOW;
import static org.sqlwidgets.widget.ChartPart.OPEN;
import static org.sqlwidgets.widget.ChartPart.SIZE;
import static org.sqlwidgets.widget.ChartPart.TEXT;
import static org.sqlwidgets.widget.ChartPart.VALUES;
import static org.sqlwidgets.widget.ChartPart.X;
import static org.sqlwidgets.widget.ChartPart.Y;
import static org.sqlwidgets.widget.ChartPart.Z;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the short form of a figure can draw (docs/types/chart.md). */
public enum ChartKind {
  /** Lines from point to point. */
  LINE,
  /** Lines with the area below filled. */
  AREA,
  /** Bars. */
  BAR,
  /** Points, or bubbles. */
  SCATTER,
  /** A circle cut into slices. */
  PIE,
  /** A ring cut into slices. */
  DONUT,
  /** Bars that count how often values occur. */
  HISTOGRAM,
  /** Median, quartiles and outliers. */
  BOX,
  /** Coloured fields. */
  HEATMAP,
  /** Open, high, low and close of each period. */
  CANDLESTICK;

  /** The word in the file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The parts without which it cannot be drawn. */
  public List<ChartPart> needed() {
    return switch (this) {
      case LINE, AREA, BAR, SCATTER -> List.of(X, Y);
      case PIE, DONUT -> List.of(LABELS, VALUES);
      case HISTOGRAM -> List.of(X);
      case BOX -> List.of(Y);
      case HEATMAP -> List.of(X, Y, Z);
      case CANDLESTICK -> List.of(X, OPEN, HIGH, LOW, CLOSE);
    };
  }

  private List<ChartPart> possible() {
    return switch (this) {
      case LINE, AREA, BAR -> List.of(COLOR, TEXT);
      case SCATTER -> List.of(COLOR, SIZE, TEXT);
      case HISTOGRAM -> List.of(COLOR);
      case BOX -> List.of(X, COLOR);
      case PIE, DONUT, HEATMAP, CANDLESTICK -> List.of();
    };
  }

  /** True when a column may play that part. */
  public boolean takes(ChartPart part) {
    return needed().contains(part) || possible().contains(part);
  }

  /** True when several columns may play that part, each a series of its own. */
  public boolean takesSeveral(ChartPart part) {
    return part == Y && this != HEATMAP;
  }

  /** True when it can be switched on. */
  public boolean takes(ChartSwitch name) {
    return switch (name) {
      case STACKED -> this == AREA || this == BAR || this == HISTOGRAM;
      case HORIZONTAL -> this == BAR || this == BOX || this == HISTOGRAM;
      case MARKERS -> this == LINE;
      case LOG_X -> this == LINE || this == SCATTER;
      case LOG_Y -> hasAxes() && this != HISTOGRAM && this != HEATMAP;
    };
  }

  /** True when a part is drawn as a length or an area, so that it must be a number. */
  public boolean needsNumbers(ChartPart part) {
    return switch (part) {
      case Z, SIZE, VALUES, OPEN, HIGH, LOW, CLOSE -> true;
      case Y -> this != SCATTER && this != HEATMAP;
      case X, COLOR, TEXT, LABELS -> false;
    };
  }

  /** True when it has axes, which may have titles. */
  public boolean hasAxes() {
    return this != PIE && this != DONUT;
  }

  /** All kinds by their word. */
  public static Map<String, ChartKind> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(ChartKind::word, Function.identity()));
  }
}
