package org.sqlwidgets.widget;

import org.jspecify.annotations.Nullable;

/**
 * The size of a widget on the 40-column dashboard (contract §2.3).
 *
 * @param w width in columns, 1 to 40
 * @param h height in rows, 1 to 100
 * @param minW smallest width, at most {@code w}; null leaves it to the client
 * @param minH smallest height, at most {@code h}; null leaves it to the client
 * @param maxW largest width, at least {@code w}; null leaves it to the client
 * @param maxH largest height, at least {@code h}; null leaves it to the client
 */
public record GridData(
    int w,
    int h,
    @Nullable Integer minW,
    @Nullable Integer minH,
    @Nullable Integer maxW,
    @Nullable Integer maxH) {

  /** The number of columns of a dashboard. */
  public static final int COLUMNS = 40;

  /** The largest height of a widget, in rows. */
  public static final int MOST_ROWS = 100;

  /** A size without limits. */
  public GridData(int w, int h) {
    this(w, h, null, null, null, null);
  }
}
