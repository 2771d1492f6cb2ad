package org.sqlwidgets.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.sql.SqlDialect;

/** A database of its own for one run of the suite. */
interface TestedDatabase {
  SqlDialect dialect();

  /** What tells the server to use this database. */
  Map<String, Object> settings();

  /** A connection of the role that owns the tables. */
  Connection asOwner() throws SQLException;

  /** A role that may write what the owner grants it, and what tells the server to use it. */
  Map<String, Object> writer(String role);

  /** A new database of the same kind. */
  TestedDatabase another();

  /** How many queries of readers the database is working on now. */
  int runningQueries();

  /** The one number that a query of the owner gives. */
  default int number(String sql) {
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of each row that a query of the owner gives. */
  default List<String> texts(String sql) {
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Runs SQL as the owner. */
  default void execute(String... sql) {
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", sql), e);
    }
  }

  /** One of two texts: what only this database understands. */
  default String pick(String h2, String postgresql) {
    return switch (dialect()) {
      case H2 -> h2;
      case POSTGRESQL -> postgresql;
    };
  }
}
