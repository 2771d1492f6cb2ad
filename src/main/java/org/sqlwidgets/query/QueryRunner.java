package org.sqlwidgets.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Statement;

/**
 * Runs queries in read-only transactions that are always rolled back.
 *
 * <p>Blocks its thread; never interrupt that thread, cancel by the {@link Cancellation}.
 */
public final class QueryRunner {
  private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);
  private static final int FETCH_SIZE = 1000;

  /** One round trip; prepared, because the server would else parse it for each request. */
  private static final String END_OF_TRANSACTION = "ROLLBACK; SELECT pg_advisory_unlock_all()";

  private static final int MOST_STALE_PLANS = 20;

  private final Databases databases;
  private final ZoneId zone;
  private final Deadlines deadlines = new Deadlines();

  /** Values with a time zone are handed out in the given zone. */
  public QueryRunner(Databases databases, ZoneId zone) {
    this.databases = databases;
    this.zone = zone;
  }

  /** What is done with the rows while the query runs. */
  @FunctionalInterface
  public interface RowsReader<R extends @Nullable Object> {

    /** Reads the rows from first to last; the cursor is closed afterwards. */
    R read(Rows rows);
  }

  /**
   * Runs a query and hands its rows to a reader.
   *
   * @param query what to run
   * @param params a value for each param of the query
   * @param cancellation ends the query from another thread
   * @param reader takes the rows
   * @throws QueryFailedException when the query failed, took too long or was cancelled
   */
  public <R extends @Nullable Object> R run(
      Query query, BoundParams params, Cancellation cancellation, RowsReader<R> reader) {
    AtomicReference<@Nullable RunningQuery> running = new AtomicReference<>();
    try {
      return connected(
          query,
          connection -> {
            return runOn(connection, query, params, cancellation, running, reader);
          });
    } catch (SQLException e) {
      throw failure(query, running.get(), e);
    } catch (RowsFailedException e) {
      throw failure(query, running.get(), e.sqlException());
    }
  }

  @FunctionalInterface
  private interface Use<R extends @Nullable Object> {
    R of(Connection connection) throws SQLException;
  }

  /** A connection that refuses a statement for its stale plan is closed; others may be as old. */
  private <R extends @Nullable Object> R connected(Query query, Use<R> use) throws SQLException {
    for (int left = MOST_STALE_PLANS; ; left--) {
      try (Connection connection = databases.reader(query.datasource()).getConnection()) {
        return use.of(connection);
      } catch (SQLException e) {
        if (left == 0 || !SqlErrors.isStalePlan(e)) {
          throw e;
        }
      }
    }
  }

  private <R extends @Nullable Object> R runOn(
      Connection connection,
      Query query,
      BoundParams params,
      Cancellation cancellation,
      AtomicReference<@Nullable RunningQuery> started,
      RowsReader<R> reader)
      throws SQLException {
    SqlDialect dialect = databases.dialect(query.datasource());
    Statement chosen = query.statements().choose(params::hasValue);
    try (PreparedStatement statement = connection.prepareStatement(chosen.jdbcText())) {
      statement.setFetchSize(FETCH_SIZE);
      statement.setMaxRows(query.maxRows() == Integer.MAX_VALUE ? 0 : query.maxRows() + 1);
      StatementBinder.bind(statement, dialect, chosen.placements(), params);
      RunningQuery running = new RunningQuery(connection, statement, dialect);
      started.set(running);
      Deadlines.Deadline deadline =
          deadlines.after(
              query.timeout(), cancellation, () -> running.stop(RunningQuery.Stop.DEADLINE));
      cancellation.onCancel(() -> running.stop(RunningQuery.Stop.CLIENT));
      try (ResultSet resultSet = statement.executeQuery()) {
        ColumnCheck.check(resultSet.getMetaData(), query, chosen, dialect);
        return reader.read(ResultSetRows.of(resultSet, running, dialect, query, zone));
      } finally {
        running.finish();
        deadline.end();
        cancellation.done();
      }
    } finally {
      release(connection, dialect);
    }
  }

  /** Ends the transaction; on PostgreSQL also gives back locks that outlive a rollback. */
  private static void release(Connection connection, SqlDialect dialect) {
    try {
      switch (dialect) {
        case POSTGRESQL -> {
          try (PreparedStatement end = connection.prepareStatement(END_OF_TRANSACTION)) {
            end.execute();
          }
        }
        case H2 -> connection.rollback();
      }
    } catch (SQLException e) {
      LOG.debug("a connection could not be given back clean and is closed", e);
      abort(connection);
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("a connection could not be closed", e);
    }
  }

  private static QueryFailedException failure(
      Query query, @Nullable RunningQuery running, SQLException e) {
    RunningQuery.Stop stop = running == null ? null : running.stop();
    return switch (stop) {
      case CLIENT -> SqlErrors.cancelled(e);
      case DEADLINE -> SqlErrors.timeout(query.timeout(), e);
      case null ->
          SqlErrors.isCancelled(e) ? SqlErrors.timeout(query.timeout(), e) : SqlErrors.of(e);
    };
  }
}
