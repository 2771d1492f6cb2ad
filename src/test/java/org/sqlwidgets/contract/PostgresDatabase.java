package org.sqlwidgets.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.testing.PostgresServer;

/**
 * A database of the PostgreSQL server that all tests share.
 *
 * <p>The reader's settings ask for what the product must not allow: binary values, another zone.
 */
final class PostgresDatabase implements TestedDatabase {
  private final PostgresServer.Database database = PostgresServer.newDatabase();

  @Override
  public SqlDialect dialect() {
    return SqlDialect.POSTGRESQL;
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(database.settings());
    settings.put(
        "datasources.widgets.url",
        database.url() + "?binaryTransfer=true&binaryTransferEnable=INT4,FLOAT8,DATE");
    settings.put("datasources.widgets.connection-init-sql", "SET TIME ZONE 'America/New_York'");
    return settings;
  }

  @Override
  public Map<String, Object> writer(String role) {
    Map<String, Object> settings = new HashMap<>(database.writerSettings(role));
    settings.putAll(database.optionsSettings());
    return settings;
  }

  @Override
  public TestedDatabase another() {
    return new PostgresDatabase();
  }

  @Override
  public int runningQueries() {
    return Integer.parseInt(
        administrator(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'sql_widgets_reader'"
                    + " AND datname = current_database() AND state <> 'idle'")
            .getFirst());
  }

  @Override
  public Connection asOwner() throws SQLException {
    return database.asOwner();
  }

  /** What a query gives the server's administrator: the first column of each row. */
  List<String> administrator(String sql) {
    try (Connection connection = database.asSuperuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
