package org.sqlwidgets.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.Query;

/**
 * Runs queries in read-only transactions that are always rolled back.
 *
 * <p>Blocks its thread; never interrupt that thread, cancel by the {@link Cancellation}.
 */
public final class QueryRunner {
  private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);

  /** One round trip; prepared, because the server would else parse it for each request. */
  private static final String END_OF_TRANSACTION = "ROLLBACK; SELECT pg_advisory_unlock_all()";

  /** Ends with the transaction. */
  private static final String ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

  /** H2's own number for the isolation level "snapshot"; the pool sets it back. */
  private static final int H2_SNAPSHOT = 6;

  private static final int MOST_STALE_PLANS = 20;

  /** A database that is given up again and again has a disk without room. */
  private static final int MOST_GIVEN_UP = 3;

  private final Databases databases;
  private final ZoneId zone;
  private final RunObserver observer;
  private final Deadlines deadlines = new Deadlines();
  private final BriefQueries brief = new BriefQueries();

  /** Values with a time zone are handed out in the given zone. */
  public QueryRunner(Databases databases, ZoneId zone) {
    this(databases, zone, run -> {});
  }

  /** The same, telling of every run. */
  QueryRunner(Databases databases, ZoneId zone, RunObserver observer) {
    this.databases = databases;
    this.zone = zone;
    this.observer = observer;
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
    SqlDialect dialect = databases.dialect(query.datasource());
    RunMeasure measure = new RunMeasure(query.datasource(), cancellation).of(query, params);
    OpenRuns runs = new OpenRuns(deadlines, dialect, cancellation, zone, brief, measure);
    return observed(
        query.datasource(),
        runs,
        dialect,
        false,
        cancellation,
        one -> one.run(query, params, reader));
  }

  /** Queries that are run one after the other in one transaction. */
  @FunctionalInterface
  public interface Work<R extends @Nullable Object> {

    /** Runs them; may be called again as long as no query has given rows. */
    R with(Runs runs);
  }

  /** Runs queries in the transaction that is open. */
  public interface Runs {

    /** Runs a query of this datasource and hands its rows to a reader. */
    <T extends @Nullable Object> T run(Query query, BoundParams params, RowsReader<T> reader);
  }

  /**
   * Runs several queries in one transaction.
   *
   * @param datasource where all of them run
   * @param cancellation ends them from another thread
   * @param frozen true when all are to see the same state of the data
   * @param work runs them
   * @throws QueryFailedException when one failed, took too long or was cancelled
   */
  public <R extends @Nullable Object> R together(
      String datasource, Cancellation cancellation, boolean frozen, Work<R> work) {
    SqlDialect dialect = databases.dialect(datasource);
    RunMeasure measure = new RunMeasure(datasource, cancellation);
    OpenRuns runs = new OpenRuns(deadlines, dialect, cancellation, zone, null, measure);
    return observed(datasource, runs, dialect, frozen, cancellation, work);
  }

  private <R extends @Nullable Object> R observed(
      String datasource,
      OpenRuns runs,
      SqlDialect dialect,
      boolean frozen,
      Cancellation cancellation,
      Work<R> work) {
    Optional<Reason> failure = Optional.of(Reason.FAILED);
    try {
      R result = inTransaction(datasource, runs, dialect, frozen, cancellation, work);
      failure = Optional.empty();
      return result;
    } catch (QueryFailedException e) {
      failure = Optional.of(e.reason());
      throw e;
    } finally {
      observer.ended(runs.measure().ended(failure));
    }
  }

  private <R extends @Nullable Object> R inTransaction(
      String datasource,
      OpenRuns runs,
      SqlDialect dialect,
      boolean frozen,
      Cancellation cancellation,
      Work<R> work) {
    try {
      return connected(
          datasource,
          runs,
          connection -> {
            runs.measure().connected();
            cancellation.progress().connected();
            try {
              if (frozen) {
                freeze(connection, dialect);
              }
              return work.with(runs.on(connection));
            } catch (RowsFailedException e) {
              throw e.sqlException();
            } finally {
              if (runs.isTransactionOpen()) {
                release(connection, dialect);
              }
            }
          });
    } catch (SQLException e) {
      throw runs.failure(e);
    }
  }

  @FunctionalInterface
  private interface Use<R extends @Nullable Object> {
    R of(Connection connection) throws SQLException;
  }

  /**
   * A connection that refuses a statement for its stale plan is closed; others may be as old. So is
   * one to an embedded database that has given up its file, which the next one opens again. Rows
   * that are too large to be fetched together are fetched in smaller numbers.
   */
  private <R extends @Nullable Object> R connected(String datasource, OpenRuns runs, Use<R> use)
      throws SQLException {
    for (int left = MOST_STALE_PLANS; ; left--) {
      try (Connection connection = databases.reader(datasource).getConnection()) {
        return use.of(connection);
      } catch (SQLException e) {
        if (left == 0 || runs.hasGivenRows() || !isWorthAnother(e, runs, left)) {
          throw e;
        }
      }
    }
  }

  private static boolean isWorthAnother(SQLException e, OpenRuns runs, int left) {
    return SqlErrors.isStalePlan(e)
        || (SqlErrors.isGivenUp(e) && left > MOST_STALE_PLANS - MOST_GIVEN_UP)
        || (SqlErrors.isTooMuchAtOnce(e) && runs.fetchLess());
  }

  /** From the first statement on, the transaction sees the data as they are then. */
  private static void freeze(Connection connection, SqlDialect dialect) throws SQLException {
    switch (dialect) {
      case POSTGRESQL -> {
        try (PreparedStatement level = connection.prepareStatement(ONE_STATE)) {
          level.execute();
        }
      }
      case H2 -> connection.setTransactionIsolation(H2_SNAPSHOT);
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
}
