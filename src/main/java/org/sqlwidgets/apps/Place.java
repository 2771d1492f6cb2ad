package org.sqlwidgets.apps;

/**
 * A place on the grid of a tab.
 *
 * @param x the first column, from 0
 * @param y the first row, from 0
 * @param w the width in columns
 * @param h the height in rows
 */
record Place(int x, int y, int w, int h) {

  /** The first column to the right of it. */
  int right() {
    return x + w;
  }

  /** The first row below it. */
  int bottom() {
    return y + h;
  }

  /** True when two places have a cell in common. */
  boolean overlaps(Place other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
