package org.sqlwidgets.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class MigrationsTest extends MigrationsContract {

  private final List<Connection> open = new ArrayList<>();

  @Override
  Map<String, Object> settingsOfAUsedDatabase() throws SQLException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    Connection connection =
        DriverManager.getConnection(url + ";DATABASE_TO_LOWER=TRUE;MODE=PostgreSQL", "sa", "");
    open.add(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE public.used (i integer)");
    }
    return Map.of("datasources.default.url", url);
  }

  @AfterEach
  void close() throws SQLException {
    for (Connection connection : open) {
      connection.close();
    }
  }
}
