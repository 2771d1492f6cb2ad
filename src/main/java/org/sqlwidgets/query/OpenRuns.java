package org.sqlwidgets.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.QueryRunner.RowsReader;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Statement;

/** The queries of one transaction: each with its own time limit, all ended by one cancellation. */
final class OpenRuns {
  private static final int FETCH_SIZE = 1000;

  private final Deadlines deadlines;
  private final SqlDialect dialect;
  private final Cancellation cancellation;
  private final ZoneId zone;
  private @Nullable Query query;
  private @Nullable RunningQuery running;
  private boolean givenRows;

  OpenRuns(Deadlines deadlines, SqlDialect dialect, Cancellation cancellation, ZoneId zone) {
    this.deadlines = deadlines;
    this.dialect = dialect;
    this.cancellation = cancellation;
    this.zone = zone;
  }

  /** True once a reader was given rows, so that nothing can be done over again. */
  boolean hasGivenRows() {
    return givenRows;
  }

  /** Runs queries on a connection. */
  QueryRunner.Runs on(Connection connection) {
    return new QueryRunner.Runs() {
      @Override
      public <T extends @Nullable Object> T run(
          Query query, BoundParams params, RowsReader<T> reader) {
        try {
          return runOn(connection, query, params, reader);
        } catch (SQLException e) {
          throw new RowsFailedException(e);
        }
      }
    };
  }

  private <T extends @Nullable Object> T runOn(
      Connection connection, Query next, BoundParams params, RowsReader<T> reader)
      throws SQLException {
    query = next;
    running = null;
    Statement chosen = next.statements().choose(params::hasValue);
    try (PreparedStatement statement = connection.prepareStatement(chosen.jdbcText())) {
      statement.setFetchSize(FETCH_SIZE);
      statement.setMaxRows(next.maxRows() == Integer.MAX_VALUE ? 0 : next.maxRows() + 1);
      StatementBinder.bind(statement, dialect, chosen.placements(), params);
      RunningQuery started = new RunningQuery(connection, statement, dialect);
      running = started;
      Deadlines.Deadline deadline =
          deadlines.after(
              next.timeout(), cancellation, () -> started.stop(RunningQuery.Stop.DEADLINE));
      cancellation.onCancel(() -> started.stop(RunningQuery.Stop.CLIENT));
      try {
        started.check();
        return read(statement, started, next, chosen, reader);
      } finally {
        started.finish();
        deadline.end();
        cancellation.done();
      }
    }
  }

  private <T extends @Nullable Object> T read(
      PreparedStatement statement,
      RunningQuery started,
      Query next,
      Statement chosen,
      RowsReader<T> reader)
      throws SQLException {
    RunProgress progress = cancellation.progress();
    progress.executing();
    try (ResultSet resultSet = statement.executeQuery()) {
      ColumnCheck.check(resultSet.getMetaData(), next, chosen, dialect);
      givenRows = true;
      Rows rows = ResultSetRows.of(resultSet, started, dialect, next, zone);
      T result = reader.read(progress.executed(rows));
      progress.read();
      return result;
    }
  }

  /** What a failure of the latest query means for the person who asked. */
  QueryFailedException failure(SQLException e) {
    Query failed = query;
    if (failed == null) {
      return SqlErrors.of(e);
    }
    RunningQuery.Stop stop = running == null ? null : running.stop();
    return switch (stop) {
      case CLIENT -> SqlErrors.cancelled(e);
      case DEADLINE -> SqlErrors.timeout(failed.timeout(), e);
      case null ->
          SqlErrors.isCancelled(e) ? SqlErrors.timeout(failed.timeout(), e) : SqlErrors.of(e);
    };
  }
}
