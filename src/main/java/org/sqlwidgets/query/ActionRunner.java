package org.sqlwidgets.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Statement;

/**
 * Runs actions, each in one transaction with the note of what it did.
 *
 * <p>Whatever goes wrong, nothing is changed; an action that begins is not ended by its client
 * going away.
 */
public final class ActionRunner {
  /** Adds the note of an action; every role that runs actions may do this. */
  public static final String NOTE =
      "INSERT INTO sql_widgets.action_log (action, inputs, changed_rows, said_user, api_key)"
          + " VALUES (?, ?, ?, ?, ?)";

  private static final Logger LOG = LoggerFactory.getLogger(ActionRunner.class);

  private final Databases databases;
  private final Deadlines deadlines = new Deadlines();

  /** Actions run on the connections of writers. */
  public ActionRunner(Databases databases) {
    this.databases = databases;
  }

  /**
   * What is noted of an action beside its name and the number of rows.
   *
   * @param inputs the values as JSON
   * @param saidUser who the client said it was; null = it said nothing
   * @param apiKey which key was shown; null = none is needed
   */
  public record Note(String inputs, @Nullable String saidUser, @Nullable String apiKey) {}

  /**
   * Runs an action.
   *
   * @param params a value for each param of the action
   * @return how many rows were changed; from 1 to what the action allows
   * @throws QueryFailedException when nothing was changed
   */
  public int run(Action action, BoundParams params, Note note) {
    AtomicReference<@Nullable RunningQuery> running = new AtomicReference<>();
    try (Connection connection = databases.writer(action.datasource()).getConnection()) {
      try {
        int rows = change(connection, action, params, running);
        refuseUnexpected(action, rows);
        note(connection, action, note, rows);
        connection.commit();
        return rows;
      } finally {
        rollBack(connection);
      }
    } catch (SQLException e) {
      throw failure(action, running.get(), readable(action, e));
    }
  }

  /** Databases quote the values that they refuse; of an action with secrets only the code stays. */
  private static SQLException readable(Action action, SQLException e) {
    return action.secrets().isEmpty() || e instanceof SQLTransientConnectionException
        ? e
        : new SQLException(
            "its text is left out, as it may hold a secret value",
            e.getSQLState(),
            e.getErrorCode());
  }

  private int change(
      Connection connection,
      Action action,
      BoundParams params,
      AtomicReference<@Nullable RunningQuery> started)
      throws SQLException {
    SqlDialect dialect = databases.dialect(action.datasource());
    Statement chosen = action.statements().choose(params::hasValue);
    try (PreparedStatement statement = connection.prepareStatement(chosen.jdbcText())) {
      StatementBinder.bind(statement, dialect, chosen.placements(), params);
      RunningQuery running = new RunningQuery(connection, statement, dialect);
      started.set(running);
      Deadlines.Deadline deadline =
          deadlines.after(
              action.timeout(), new Cancellation(), () -> running.stop(RunningQuery.Stop.DEADLINE));
      try {
        return statement.executeUpdate();
      } finally {
        running.finish();
        deadline.end();
      }
    }
  }

  /** What was done is undone when it is not what was expected. */
  private static void refuseUnexpected(Action action, int rows) {
    if (rows == 0) {
      throw refused("Nothing was changed: there is no row that fits", null);
    }
    if (rows > action.maxRows()) {
      throw refused(
          "Nothing was changed: %d rows fit, and at most %d may change at once"
              .formatted(rows, action.maxRows()),
          null);
    }
  }

  private static void note(Connection connection, Action action, Note note, int rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
      statement.setString(1, action.name());
      statement.setString(2, note.inputs());
      statement.setInt(3, rows);
      statement.setString(4, note.saidUser());
      statement.setString(5, note.apiKey());
      statement.executeUpdate();
    }
  }

  /** Does nothing after a commit; a connection that cannot do it is closed by its pool. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("a transaction could not be rolled back", e);
    }
  }

  private static QueryFailedException failure(
      Action action, @Nullable RunningQuery running, SQLException e) {
    if ((running != null && running.stop() == RunningQuery.Stop.DEADLINE)
        || SqlErrors.isCancelled(e)) {
      return SqlErrors.timeout(action.timeout(), e);
    }
    String rule = brokenRule(e.getSQLState());
    return rule == null ? SqlErrors.of(e) : refused("Nothing was changed: " + rule, e);
  }

  private static QueryFailedException refused(String message, @Nullable SQLException cause) {
    return new QueryFailedException(Reason.REFUSED, message, cause);
  }

  /** What a rule of the table says to these values (SQLSTATE class 23; H2 has words of its own). */
  private static @Nullable String brokenRule(@Nullable String state) {
    return switch (state) {
      case null -> null;
      case "23505" -> "there is such a row already";
      case "23502" -> "a value is missing that the table needs";
      case "23503", "23506" ->
          "a value names a row of another table that is not there, or other rows need this one";
      case "42501", "90096" ->
          "the database role that runs it may not do this; the operator can grant it";
      default -> state.startsWith("23") ? "a rule of the table refuses these values" : null;
    };
  }
}
