package org.sqlwidgets.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sqlwidgets.testing.PostgresServer;

/** Databases opened without a container. */
final class TestDatabases {
  private TestDatabases() {}

  /** A new H2 database in memory with a reader. */
  static Databases inMemory(boolean example) {
    return open(Map.of("datasources.default.url", "jdbc:h2:mem:" + UUID.randomUUID()), example);
  }

  /** Our tables and the data in one PostgreSQL database. */
  static Databases on(PostgresServer.Database database, boolean example) {
    return open(database.settings(), example);
  }

  static Databases open(Map<String, Object> settings, boolean example) {
    Map<String, DatasourceSettings> given = new TreeMap<>();
    for (String key : settings.keySet()) {
      String name = key.split("\\.")[1];
      String prefix = "datasources." + name;
      given.put(
          name,
          new DatasourceSettings(
              name,
              (String) settings.get(prefix + ".url"),
              (String) settings.get(prefix + ".username"),
              (String) settings.get(prefix + ".password")));
    }
    return Databases.open(
        DatabasePlan.of(
            given,
            new DatabaseConfiguration(example, DatabaseConfiguration.EMBEDDED_URL),
            ActionsConfiguration.OFF),
        name -> new PoolSettings(new HikariConfig(), key -> false, ZoneOffset.UTC));
  }

  /** The rows of a query, cells joined by a bar. */
  static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }

  /** The rows that a reader sees. */
  static List<String> read(Databases databases, String sql) throws SQLException {
    try (Connection connection = databases.reader("widgets").getConnection()) {
      return rows(connection, sql);
    }
  }

  /** Runs statements as the owner. */
  static void asOwner(Databases databases, String... statements) throws SQLException {
    try (Connection connection = databases.owner().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
