package org.sqlwidgets.query;

/** A cursor over the rows of a running query; columns are counted from 0. */
public interface Rows {

  /**
   * Goes to the next row.
   *
   * @return false after the last row
   * @throws QueryFailedException when there are more rows than allowed, or the database failed
   */
  boolean next();

  /** The number of columns, at least 1. */
  int columnCount();

  /**
   * Hands the value of a column of the current row to a sink; may be asked for again.
   *
   * @throws QueryFailedException when the value cannot be sent without loss
   */
  void writeTo(int column, ValueSink sink);
}
