package org.sqlwidgets.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Query;

/** Reads a result set column by column, each by the way that was chosen when it opened. */
final class ResultSetRows implements Rows {
  private final ResultSet resultSet;
  private final RunningQuery running;
  private final ColumnReader[] readers;
  private final int maxRows;
  private int rows;

  private ResultSetRows(
      ResultSet resultSet, RunningQuery running, ColumnReader[] readers, int maxRows) {
    this.resultSet = resultSet;
    this.running = running;
    this.readers = readers;
    this.maxRows = maxRows;
  }

  static ResultSetRows of(
      ResultSet resultSet, RunningQuery running, SqlDialect dialect, Query query, ZoneId zone) {
    List<ColumnDef> columns = query.columns();
    ColumnReader[] readers = new ColumnReader[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] =
          switch (dialect) {
            case POSTGRESQL -> PostgresColumns.reader(columns.get(i), i + 1);
            case H2 -> H2Columns.reader(columns.get(i), i + 1, zone);
          };
    }
    return new ResultSetRows(resultSet, running, readers, query.maxRows());
  }

  @Override
  public boolean next() {
    running.check();
    try {
      if (!resultSet.next()) {
        return false;
      }
    } catch (SQLException e) {
      throw new RowsFailedException(e);
    }
    if (++rows > maxRows) {
      throw new QueryFailedException(
          Reason.REFUSED,
          "The query returns more than "
              + maxRows
              + " rows; narrow the parameters, or ask the author to raise maxRows or to aggregate",
          null);
    }
    return true;
  }

  /** How many rows have been read. */
  int count() {
    return rows;
  }

  @Override
  public int columnCount() {
    return readers.length;
  }

  @Override
  public void writeTo(int column, ValueSink sink) {
    try {
      readers[column].write(resultSet, sink);
    } catch (SQLException e) {
      throw new RowsFailedException(e);
    }
  }
}
