package org.sqlwidgets.widget;

import java.util.Locale;

/** What can be switched on in the short form of a figure (docs/types/chart.md). */
public enum ChartSwitch {
  /** One series on top of the other. */
  STACKED,
  /** Bars from left to right. */
  HORIZONTAL,
  /** Dots on the lines. */
  MARKERS,
  /** Equal factors are equal lengths along the first axis. */
  LOG_X,
  /** Equal factors are equal lengths along the second axis. */
  LOG_Y;

  /** The key in the file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
