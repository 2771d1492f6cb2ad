package org.sqlwidgets.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.sql.SqlDialect;

/**
 * A query between its start and its end, and the one place from which it is stopped.
 *
 * <p>{@code Statement.cancel()} of PostgreSQL's driver does nothing while further rows are fetched,
 * so the connection is told to cancel. The lock keeps a late cancel from reaching the next query on
 * that connection: {@link #finish} waits for a cancel under way.
 */
final class RunningQuery {
  private static final Logger LOG = LoggerFactory.getLogger(RunningQuery.class);

  /** Why a query was stopped from outside. */
  enum Stop {
    DEADLINE,
    CLIENT
  }

  private final Connection connection;
  private final Statement statement;
  private final SqlDialect dialect;
  private volatile @Nullable Stop stop;
  private boolean finished;

  RunningQuery(Connection connection, Statement statement, SqlDialect dialect) {
    this.connection = connection;
    this.statement = statement;
    this.dialect = dialect;
  }

  /** Why it was stopped; null while nobody stopped it. */
  @Nullable Stop stop() {
    return stop;
  }

  /** Stops it; asks again when it was asked before, since a query not yet begun hears nothing. */
  synchronized void stop(Stop reason) {
    if (finished) {
      return;
    }
    stop = stop == null ? reason : stop;
    try {
      switch (dialect) {
        case POSTGRESQL -> connection.unwrap(PGConnection.class).cancelQuery();
        case H2 -> statement.cancel();
      }
    } catch (SQLException e) {
      LOG.debug("a statement could not be cancelled", e);
    }
  }

  /** From here on nothing stops it any more. */
  synchronized void finish() {
    finished = true;
  }

  /** Fails when the query was stopped before it began, or between two fetches. */
  void check() {
    if (stop != null) {
      throw new RowsFailedException(new SQLException("stopped: " + stop, "57014"));
    }
  }
}
