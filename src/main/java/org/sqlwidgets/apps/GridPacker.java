package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.widget.GridData;

/**
 * Places widgets on the 40 columns of a tab, row by row, in the order given.
 *
 * <p>A row is filled from left to right and is as high as its highest widget; what is lower has
 * room below for the widgets that follow. Space left over is given to the widgets, up to twice
 * their size or to their own limit, if that fills it; so the edges of a row are straight. A widget
 * never stands before an earlier one, reading row by row.
 */
final class GridPacker {
  /** The client makes smaller widgets that large, unless they say otherwise (contract §2.3). */
  private static final int LEAST_W = 8;

  private static final int LEAST_H = 4;

  private GridPacker() {}

  /** The places of widgets of these sizes, in their order. */
  static List<Place> pack(List<GridData> sizes) {
    List<Box> boxes = sizes.stream().map(Box::new).toList();
    List<Row> rows = new ArrayList<>();
    for (Box box : boxes) {
      if (rows.isEmpty() || !rows.getLast().take(box)) {
        rows.add(new Row(box));
      }
    }
    int top = 0;
    for (Row row : rows) {
      row.settle(top);
      top += row.height;
    }
    return boxes.stream().map(Box::place).toList();
  }

  /** A widget that is being placed. */
  private static final class Box {
    final int mostW;
    final int mostH;
    int x;
    int y;
    int w;
    int h;

    Box(GridData size) {
      w = size.minW() == null ? Math.max(size.w(), LEAST_W) : size.w();
      h = size.minH() == null ? Math.max(size.h(), LEAST_H) : size.h();
      int limitW = size.maxW() == null ? GridData.COLUMNS : size.maxW();
      int limitH = size.maxH() == null ? Integer.MAX_VALUE : size.maxH();
      mostW = Math.max(w, Math.min(2 * w, limitW));
      mostH = Math.max(h, Math.min(2 * h, limitH));
    }

    Place place() {
      return new Place(x, y, w, h);
    }
  }

  /** Widgets one below the other, the first being the widest. */
  private static final class Column {
    final List<Box> boxes = new ArrayList<>();
    int height;

    Column(Box box) {
      add(box);
    }

    void add(Box box) {
      boxes.add(box);
      height += box.h;
    }

    int width() {
      return boxes.getFirst().w;
    }

    int mostWidth() {
      return boxes.stream().mapToInt(box -> box.mostW).min().orElseThrow();
    }

    void settle(int x, int top, int width, int rowHeight) {
      Box last = boxes.getLast();
      int free = rowHeight - height;
      if (last.h + free <= last.mostH) {
        last.h += free;
      }
      int y = top;
      for (Box box : boxes) {
        box.x = x;
        box.y = y;
        box.w = width;
        y += box.h;
      }
    }
  }

  /** Columns side by side. */
  private static final class Row {
    final List<Column> columns = new ArrayList<>();
    int width;
    int height;
    private int lastTop;
    private int lastColumn;

    Row(Box first) {
      append(first);
    }

    /** True when the widget has found room after all that came before it. */
    boolean take(Box box) {
      if (lastTop == 0 && width + box.w <= GridData.COLUMNS) {
        append(box);
        return true;
      }
      int best = -1;
      for (int i = 0; i < columns.size(); i++) {
        if (fits(box, i) && (best < 0 || columns.get(i).height < columns.get(best).height)) {
          best = i;
        }
      }
      if (best >= 0) {
        lastTop = columns.get(best).height;
        lastColumn = best;
        columns.get(best).add(box);
      }
      return best >= 0;
    }

    private void append(Box box) {
      columns.add(new Column(box));
      width += box.w;
      height = Math.max(height, box.h);
      lastColumn = columns.size() - 1;
    }

    private boolean fits(Box box, int index) {
      Column column = columns.get(index);
      boolean later = column.height > lastTop || (column.height == lastTop && index > lastColumn);
      return later
          && box.w <= column.width()
          && column.width() <= box.mostW
          && column.height + box.h <= height;
    }

    void settle(int top) {
      int[] widths = widths();
      int x = 0;
      for (int i = 0; i < widths.length; i++) {
        columns.get(i).settle(x, top, widths[i], height);
        x += widths[i];
      }
    }

    /** The columns' own widths, or wider ones in the same proportion that fill the row. */
    private int[] widths() {
      int[] most = columns.stream().mapToInt(Column::mostWidth).toArray();
      int[] widths = columns.stream().mapToInt(Column::width).toArray();
      if (java.util.Arrays.stream(most).sum() < GridData.COLUMNS) {
        return widths;
      }
      int free = GridData.COLUMNS;
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.min(most[i], widths[i] * GridData.COLUMNS / width);
        free -= widths[i];
      }
      for (int i = 0; free > 0; i = (i + 1) % widths.length) {
        if (widths[i] < most[i]) {
          widths[i]++;
          free--;
        }
      }
      return widths;
    }
  }
}
