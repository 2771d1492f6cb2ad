package org.sqlwidgets.query;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.sqlwidgets.query.QueryFailedException.Reason;

/** Says what a database error means for the person who asked (widget-file §9, contract §7). */
final class SqlErrors {
  private static final String CANCELLED = "57014";
  private static final String OUT_OF_MEMORY = "53200";

  /** Of PostgreSQL, such as for the temporary files of a sort. */
  private static final String DISK_FULL = "53100";

  /** A limit that is set for the role, such as that of temporary files: asking again is no use. */
  private static final String LIMIT_EXCEEDED = "53400";

  /** Of H2: the database was closed, by itself or by another thread that opens it again. */
  private static final Set<String> GIVEN_UP = Set.of("90098", "90121");

  /** Of H2: a file cannot be written or read, or not be written until there is room again. */
  private static final Set<String> H2_DISK = Set.of("90028", "90031", "90097");

  /** Of PostgreSQL and of our own pools. */
  private static final String TOO_MANY = "53300";

  private SqlErrors() {}

  /** True when the database says that the statement was cancelled. */
  static boolean isCancelled(SQLException e) {
    return CANCELLED.equals(e.getSQLState());
  }

  /**
   * True when the server has planned the statement before a table was changed.
   *
   * <p>Its message is translated, the name of its routine is not.
   */
  static boolean isStalePlan(SQLException e) {
    return e instanceof PSQLException postgres
        && postgres.getServerErrorMessage() != null
        && "RevalidateCachedQuery".equals(postgres.getServerErrorMessage().getRoutine());
  }

  /**
   * True when H2 has given up its file: {@code database} opens it again for the next connection.
   */
  static boolean isGivenUp(SQLException e) {
    return GIVEN_UP.contains(String.valueOf(e.getSQLState()));
  }

  /**
   * True when the driver found the rows of one exchange too large for the memory.
   *
   * <p>Its message is translated, the name of its setting is not; it calls that a lost connection.
   */
  static boolean isTooMuchAtOnce(SQLException e) {
    return e instanceof PSQLException postgres
        && postgres.getServerErrorMessage() == null
        && (OUT_OF_MEMORY.equals(e.getSQLState())
            || String.valueOf(e.getMessage()).contains("maxResultBuffer"));
  }

  static QueryFailedException timeout(Duration timeout, SQLException cause) {
    return new QueryFailedException(
        Reason.TIMEOUT,
        "The query took longer than "
            + seconds(timeout)
            + " and was stopped; narrow the parameters or ask the author to raise its timeout",
        cause);
  }

  static QueryFailedException cancelled(SQLException cause) {
    return new QueryFailedException(Reason.CANCELLED, "The query was cancelled", cause);
  }

  static QueryFailedException of(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals(LIMIT_EXCEEDED)) {
      return new QueryFailedException(
          Reason.REFUSED,
          "The query needs more room than the database allows it; narrow the parameters, or ask"
              + " the author",
          e);
    }
    if (H2_DISK.contains(state)) {
      return new QueryFailedException(
          Reason.UNAVAILABLE, "The database cannot use its disk; try again later", e);
    }
    if (state.equals(DISK_FULL)) {
      return new QueryFailedException(
          Reason.UNAVAILABLE, "The database has no room left on its disk; try again later", e);
    }
    if (isTooMuchAtOnce(e)) {
      return new QueryFailedException(
          Reason.REFUSED,
          "The query returns values that are too large for the server's memory; narrow the"
              + " parameters, or ask the author",
          e);
    }
    if (isUnavailable(e, state)) {
      return state.equals(TOO_MANY) ? busy(e) : unavailable(e);
    }
    if (state.startsWith("22")) {
      return new QueryFailedException(
          Reason.REFUSED,
          "A value does not fit the query: the data or a parameter cannot be converted or"
              + " calculated with; change the parameters or ask the author",
          e);
    }
    return new QueryFailedException(
        isMissing(state) ? Reason.MISSING : Reason.FAILED,
        "The query failed; its author finds the reason in the server's log",
        e);
  }

  static QueryFailedException unavailable(Throwable cause) {
    return new QueryFailedException(
        Reason.UNAVAILABLE, "The database is busy or not reachable; try again shortly", cause);
  }

  private static QueryFailedException busy(SQLException cause) {
    return new QueryFailedException(
        Reason.UNAVAILABLE, "All connections to the database are busy; try again shortly", cause);
  }

  /** Connection lost or refused, too many clients, shut-down, lock not granted; H2's own codes. */
  private static boolean isUnavailable(SQLException e, String state) {
    return e instanceof java.sql.SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.equals("55P03")
        || state.equals("40001")
        || state.equals("40P01")
        || state.equals("HYT00")
        || state.equals("90007")
        || state.equals("90067")
        || GIVEN_UP.contains(state);
  }

  /** Something that the query names is not there, or no longer for its reader; H2's own codes. */
  private static boolean isMissing(String state) {
    return state.startsWith("42S")
        || state.equals("42P01")
        || state.equals("42703")
        || state.equals("42883")
        || state.equals("42501")
        || state.equals("3F000")
        || state.equals("90022")
        || state.equals("90079")
        || state.equals("90096");
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }
}
