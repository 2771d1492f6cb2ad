package org.sqlwidgets.query;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Statement;

/**
 * Runs queries of few rows on PostgreSQL with one exchange, transaction and all.
 *
 * <p>A cursor needs the transaction to stay open while it is read, so its end is a second exchange
 * with the server, which costs as much as a small query. Rows that all come at once need no cursor:
 * query, rollback and the return of session locks go out together. Whether a query is one of few
 * rows is learnt from its runs; when a brief run meets more, its rows are dropped and the query is
 * run again with a cursor.
 */
final class BriefQueries {
  /** As many as a cursor would fetch at once, so that no more are held than otherwise. */
  static final int MOST_ROWS = 1000;

  /** Begins a new line, since the author's text may end with a comment. */
  private static final String END = "\n; ROLLBACK; SELECT pg_advisory_unlock_all()";

  private final LoadingCache<Query, History> histories =
      Caffeine.newBuilder().weakKeys().build(query -> new History());

  /** What the runs of a query were like; a file that is compiled again starts anew. */
  History of(Query query) {
    return histories.get(query);
  }

  /** How many rows the runs of one query gave; races cost a run of the other kind, no more. */
  static final class History {
    private static final int FIRST_PROOF = 2;
    private static final int LONGEST_PROOF = 1 << 16;

    private volatile int fewInARow;
    private volatile int proof = FIRST_PROOF;
    private volatile Prepared prepared = new Prepared(new Statement("", java.util.List.of()), "");

    /** True when the next run is expected to give few rows. */
    boolean isBrief() {
      return fewInARow >= proof;
    }

    /** A run with a cursor gave so many rows. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a lost count only delays the first brief run
    void gave(int rows) {
      fewInARow = rows > MOST_ROWS ? 0 : Math.min(fewInARow + 1, LONGEST_PROOF);
    }

    /** A brief run met more rows, for nothing: the next is tried only after more proof. */
    void gaveTooMany() {
      fewInARow = 0;
      proof = Math.min(proof * 4, LONGEST_PROOF);
    }

    /** The text of a brief run; the driver finds the same string faster. */
    @SuppressWarnings("ReferenceEquality") // another but equal statement makes an equal text
    String text(Statement statement) {
      Prepared last = prepared;
      if (last.statement() != statement) {
        last = new Prepared(statement, statement.jdbcText() + END);
        prepared = last;
      }
      return last.text();
    }

    private record Prepared(Statement statement, String text) {}
  }

  /** Prepares a brief run; values are bound as for any other. */
  static PreparedStatement prepare(Connection connection, History history, Statement statement)
      throws SQLException {
    PreparedStatement prepared =
        connection.prepareStatement(
            history.text(statement), ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
    prepared.setMaxRows(MOST_ROWS + 1);
    return prepared;
  }

  /** Runs it; the transaction is over when this returns, its rows stay readable. */
  static ResultSet execute(PreparedStatement prepared) throws SQLException {
    prepared.execute();
    return prepared.getResultSet();
  }

  /** Whether these are all rows; they are then still before the first. */
  static boolean isWhole(ResultSet rows) throws SQLException {
    boolean whole = !rows.absolute(MOST_ROWS + 1);
    rows.beforeFirst();
    return whole;
  }
}
