package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.PostgresServer;

class ConnectionPoolIT {
  private static final String DRIVERS_WORDS = "FATAL: too many connections for role \"pooled\"";

  private final AtomicLong now = new AtomicLong();

  @Test
  void databaseThatIsDown_isToldAtOnceUntilARestLater() throws SQLException {
    PostgresServer.Database database = PostgresServer.newDatabase();
    database.execute("CREATE ROLE pooled LOGIN PASSWORD 'x' CONNECTION LIMIT 0");
    try (ConnectionPool pool = pool(database)) {
      Throwable first = refused(pool);
      assertThat(refused(pool).getCause()).isSameAs(first.getCause());

      now.addAndGet(ConnectionPool.REST.toNanos());
      Throwable second = refused(pool);
      assertThat(second.getCause()).isNotSameAs(first.getCause());

      database.execute("ALTER ROLE pooled CONNECTION LIMIT -1");
      now.addAndGet(ConnectionPool.REST.toNanos());
      try (Connection connection = pool.getConnection()) {
        assertThat(TestDatabases.rows(connection, "SELECT 1")).containsExactly("1");
      }
    }
  }

  @Test
  void connectionsThatAreAllBusy_areNoOutage() throws SQLException {
    PostgresServer.Database database = PostgresServer.newDatabase();
    database.execute("CREATE ROLE busy LOGIN PASSWORD 'x'");
    HikariConfig config = config(database, "busy");
    config.setMaximumPoolSize(1);
    try (ConnectionPool pool = new ConnectionPool(config, connection -> {}, now::get)) {
      try (Connection held = pool.getConnection()) {
        assertThat(held.isClosed()).isFalse();
        assertThat(catchThrowable(pool::getConnection))
            .isInstanceOf(SQLTransientConnectionException.class)
            .hasMessageContaining("request timed out")
            .hasMessageContaining("active=1");
      }
      try (Connection next = pool.getConnection()) {
        assertThat(next.isClosed()).isFalse();
      }
    }
  }

  @Test
  void readerThatCannotConnect_doesNotKeepFromStarting() {
    Map<String, Object> settings = new HashMap<>(PostgresServer.newDatabase().settings());
    settings.put("datasources.widgets.url", "jdbc:postgresql://127.0.0.1:1/nowhere");
    try (Databases databases = TestDatabases.open(settings, false)) {
      assertThat(databases.readerNames()).containsExactly("widgets");
    }
  }

  private static Throwable refused(ConnectionPool pool) {
    Throwable thrown = catchThrowable(pool::getConnection);
    assertThat(thrown)
        .isInstanceOf(SQLTransientConnectionException.class)
        .hasMessage("datasource pool cannot connect: " + DRIVERS_WORDS);
    return thrown;
  }

  private ConnectionPool pool(PostgresServer.Database database) {
    return new ConnectionPool(config(database, "pooled"), connection -> {}, now::get);
  }

  private static HikariConfig config(PostgresServer.Database database, String role) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("pool");
    config.setJdbcUrl(database.url());
    config.setUsername(role);
    config.setPassword("x");
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(300);
    config.setMinimumIdle(0);
    return config;
  }
}
