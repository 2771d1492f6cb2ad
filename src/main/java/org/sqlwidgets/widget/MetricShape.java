package org.sqlwidgets.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a metric's query make its figures (widget-file §4).
 *
 * @param figures the figures that each row gives
 * @param narrow true for columns {@code label, value[, delta]}, one row a figure; false for one
 *     wide row, each column a figure
 */
public record MetricShape(List<Figure> figures, boolean narrow) {
  private static final String DELTA = "_delta";

  /**
   * One figure by the 0-based positions of its columns; -1 = none.
   *
   * @param label the column of its label; -1 = the value column's title
   * @param value the column of its value
   * @param delta the column of its change
   */
  public record Figure(int label, int value, int delta) {}

  /** Copies the list. */
  public MetricShape {
    figures = List.copyOf(figures);
  }

  /** The shape of a query with these column labels. */
  public static MetricShape of(List<String> labels) {
    int label = labels.indexOf("label");
    int value = labels.indexOf("value");
    if (label >= 0 && value >= 0) {
      return new MetricShape(List.of(new Figure(label, value, labels.indexOf("delta"))), true);
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      if (!isDelta(labels, i)) {
        figures.add(new Figure(-1, i, labels.indexOf(labels.get(i) + DELTA)));
      }
    }
    return new MetricShape(figures, false);
  }

  /** True for {@code x_delta} when there is an {@code x}. */
  private static boolean isDelta(List<String> labels, int index) {
    String label = labels.get(index);
    return label.endsWith(DELTA)
        && labels.contains(label.substring(0, label.length() - DELTA.length()));
  }
}
