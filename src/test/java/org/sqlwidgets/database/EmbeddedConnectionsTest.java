package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.h2.engine.Engine;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the embedded database is found again when H2 gave it up or has lost sight of it. */
class EmbeddedConnectionsTest {
  @TempDir private Path folder;
  private EmbeddedConnections connections;
  private DataSource source;

  @BeforeEach
  void open() throws SQLException {
    String text = "jdbc:h2:file:" + folder.resolve("widgets");
    H2Url url = H2Url.inThisProcess("datasources.default.url", text).orElseThrow();
    DatasourceSettings owner = new DatasourceSettings("default", url.forOwner(), "sa", "");
    Connection kept = DriverManager.getConnection(DatabasePlan.url(owner), "sa", "");
    connections = new EmbeddedConnections(url, owner, kept);
    PoolSettings pool = new PoolSettings(new HikariConfig(), key -> false, ZoneOffset.UTC);
    source = connections.in(pool, owner).config().getDataSource();
    execute("CREATE TABLE kept (x integer)", "INSERT INTO kept VALUES (1)");
  }

  @AfterEach
  void close() {
    connections.close();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void databaseWhoseNameH2HasForgotten_isOpenedAgain_withAllThatWasCommitted() throws Exception {
    SessionLocal session =
        (SessionLocal) connections.kept().unwrap(JdbcConnection.class).getSession();
    Method ended = Engine.class.getDeclaredMethod("close", String.class);
    ended.setAccessible(true);
    ended.invoke(null, session.getDatabase().getName());
    execute("INSERT INTO kept VALUES (2)");
    try (Connection connection = source.getConnection()) {
      assertThat(TestDatabases.rows(connection, "SELECT x FROM kept ORDER BY x"))
          .containsExactly("1", "2");
    }
  }

  @Test
  void databaseThatWasGivenUp_isOpenedAgain_withAllThatWasCommitted() throws SQLException {
    try (Statement statement = connections.kept().createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    }
    execute("INSERT INTO kept VALUES (2)");
    try (Connection connection = source.getConnection()) {
      assertThat(TestDatabases.rows(connection, "SELECT x FROM kept ORDER BY x"))
          .containsExactly("1", "2");
    }
  }
}
