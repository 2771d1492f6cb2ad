package org.sqlwidgets.query;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Hands the value of one column of the current row to a sink. */
@FunctionalInterface
interface ColumnReader {
  void write(ResultSet row, ValueSink sink) throws SQLException;
}
