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
  private final @Nullable BriefQueries brief;
  private final RunMeasure measure;
  private @Nullable Query query;
  private @Nullable RunningQuery running;
  private boolean givenRows;
  private int fetchSize = FETCH_SIZE;
  private boolean transactionOpen = true;

  /**
   * Runs queries of one transaction.
   *
   * @param brief runs it with one exchange; only for a query that is alone in its transaction
   * @param measure is told what is run
   */
  OpenRuns(
      Deadlines deadlines,
      SqlDialect dialect,
      Cancellation cancellation,
      ZoneId zone,
      @Nullable BriefQueries brief,
      RunMeasure measure) {
    this.deadlines = deadlines;
    this.dialect = dialect;
    this.cancellation = cancellation;
    this.zone = zone;
    this.measure = measure;
    this.brief = dialect == SqlDialect.POSTGRESQL ? brief : null;
  }

  /** False once a query has ended its transaction itself. */
  boolean isTransactionOpen() {
    return transactionOpen;
  }

  /** What the run takes. */
  RunMeasure measure() {
    return measure;
  }

  /** True once a reader was given rows, so that nothing can be done over again. */
  boolean hasGivenRows() {
    return givenRows;
  }

  /** Has fewer rows fetched at once next time, for they are large; false when there is no less. */
  boolean fetchLess() {
    boolean less = fetchSize > 1;
    fetchSize = Math.max(1, fetchSize / 32);
    return less;
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
    measure.of(next, params);
    running = null;
    Statement chosen = next.statements().choose(params::hasValue);
    if (brief != null && fetchSize == FETCH_SIZE && brief.of(next).isBrief()) {
      Answer<T> answer = runBriefly(connection, brief.of(next), next, chosen, params, reader);
      if (answer != null) {
        return answer.value();
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(chosen.jdbcText())) {
      statement.setFetchSize(fetchSize);
      statement.setMaxRows(next.maxRows() == Integer.MAX_VALUE ? 0 : next.maxRows() + 1);
      StatementBinder.bind(statement, dialect, chosen.placements(), params);
      try (Watch watch = watch(connection, statement, next);
          ResultSet rows = statement.executeQuery()) {
        return read(rows, watch, next, chosen, reader);
      }
    }
  }

  private record Answer<T extends @Nullable Object>(T value) {}

  /** Null when there were too many rows, so that the query has to be run with a cursor. */
  private <T extends @Nullable Object> @Nullable Answer<T> runBriefly(
      Connection connection,
      BriefQueries.History history,
      Query next,
      Statement chosen,
      BoundParams params,
      RowsReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = BriefQueries.prepare(connection, history, chosen)) {
      StatementBinder.bind(statement, dialect, chosen.placements(), params);
      try (Watch watch = watch(connection, statement, next);
          ResultSet rows = BriefQueries.execute(statement)) {
        if (BriefQueries.isWhole(rows)) {
          transactionOpen = false;
          return new Answer<>(read(rows, watch, next, chosen, reader));
        }
        history.gaveTooMany();
        return null;
      }
    }
  }

  /** From here on the query can be stopped: by its time limit, and by whoever asked for it. */
  private Watch watch(Connection connection, PreparedStatement statement, Query next) {
    RunningQuery started = new RunningQuery(connection, statement, dialect);
    running = started;
    Deadlines.Deadline deadline =
        deadlines.after(
            next.timeout(), cancellation, () -> started.stop(RunningQuery.Stop.DEADLINE));
    cancellation.onCancel(() -> started.stop(RunningQuery.Stop.CLIENT));
    Watch watch = new Watch(started, deadline, cancellation);
    try {
      started.check();
    } catch (RowsFailedException e) {
      watch.close();
      throw e;
    }
    cancellation.progress().executing();
    return watch;
  }

  /** A running query under its time limit; ended before its statement is closed. */
  private record Watch(RunningQuery running, Deadlines.Deadline deadline, Cancellation cancellation)
      implements AutoCloseable {

    @Override
    public void close() {
      running.finish();
      deadline.end();
      cancellation.done();
    }
  }

  private <T extends @Nullable Object> T read(
      ResultSet resultSet, Watch watch, Query next, Statement chosen, RowsReader<T> reader)
      throws SQLException {
    ColumnCheck.check(resultSet.getMetaData(), next, chosen, dialect);
    givenRows = true;
    ResultSetRows rows = ResultSetRows.of(resultSet, watch.running(), dialect, next, zone);
    RunProgress progress = cancellation.progress();
    T result;
    try {
      result = reader.read(progress.executed(rows));
    } finally {
      measure.read(rows.count());
    }
    progress.read();
    if (brief != null) {
      brief.of(next).gave(rows.count());
    }
    return result;
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
