package org.sqlwidgets.ssrm;

import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;

/** A cursor that counts the rows it has passed. */
final class CountedRows implements Rows {
  private final Rows rows;
  private int count;

  CountedRows(Rows rows) {
    this.rows = rows;
  }

  int count() {
    return count;
  }

  @Override
  public boolean next() {
    if (!rows.next()) {
      return false;
    }
    count++;
    return true;
  }

  @Override
  public int columnCount() {
    return rows.columnCount();
  }

  @Override
  public void writeTo(int column, ValueSink sink) {
    rows.writeTo(column, sink);
  }
}
