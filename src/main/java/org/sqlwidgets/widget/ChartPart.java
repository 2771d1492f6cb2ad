package org.sqlwidgets.widget;

import java.util.Locale;

/** The parts that columns play in the short form of a figure (docs/types/chart.md). */
public enum ChartPart {
  /** Along the first axis. */
  X,
  /** Along the second axis. */
  Y,
  /** The value in each field of a heat map. */
  Z,
  /** Splits the rows: one line, bar or cloud for each value. */
  COLOR,
  /** The area of bubbles. */
  SIZE,
  /** Words at each point. */
  TEXT,
  /** The names of slices. */
  LABELS,
  /** The sizes of slices. */
  VALUES,
  /** The first price of a period. */
  OPEN,
  /** The highest price of a period. */
  HIGH,
  /** The lowest price of a period. */
  LOW,
  /** The last price of a period. */
  CLOSE;

  /** The key in the file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
