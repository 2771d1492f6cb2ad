package org.sqlwidgets.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server, one for all tests of a run, started when the first asks for it.
 *
 * <p>Each test class makes a database of its own, with an owner and a reader as {@code db/init}
 * makes them:
 *
 * <pre>{@code
 * private static final PostgresServer.Database DATABASE = PostgresServer.newDatabase();
 * }</pre>
 */
public final class PostgresServer {
  private static final List<Path> SCRIPTS =
      List.of(
          Path.of("db/init/10-owner.sql"),
          Path.of("db/init/20-reader.sql"),
          Path.of("db/init/30-public.sql"));
  private static final String OWNER = "sql_widgets_owner";
  private static final String READER = "sql_widgets_reader";
  private static final String PASSWORD = "only in tests";

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  private static final class Running {
    static final PostgresServer SERVER = start();
  }

  private static PostgresServer start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      askForPasswords(server);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      return new PostgresServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets nobody but the administrator in without a password. */
  private static void askForPasswords(EmbeddedPostgres server) throws SQLException, IOException {
    try (Connection connection = new Database(server.getPort(), "postgres").asSuperuser();
        Statement statement = connection.createStatement()) {
      try (ResultSet file = statement.executeQuery("SHOW hba_file")) {
        file.next();
        Files.writeString(
            Path.of(file.getString(1)),
            """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """);
      }
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new database with owner and reader. */
  public static Database newDatabase() {
    Database database = newBareDatabase();
    Map<String, String> passwords =
        Map.of("SQL_WIDGETS_OWNER_PASSWORD", PASSWORD, "SQL_WIDGETS_READER_PASSWORD", PASSWORD);
    SCRIPTS.forEach(script -> database.psql(script, passwords));
    return database;
  }

  /** A new database as PostgreSQL makes it; the roles may have no rights in it. */
  public static Database newBareDatabase() {
    PostgresServer running = Running.SERVER;
    Database database =
        new Database(running.server.getPort(), "test_" + running.databases.incrementAndGet());
    try (Connection connection = new Database(database.port(), "postgres").asSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database.name());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database;
  }

  /**
   * One database of the server.
   *
   * @param port the server's port on 127.0.0.1
   * @param name the database's name
   */
  public record Database(int port, String name) {

    /** The JDBC address. */
    public String url() {
      return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** The settings of a product whose tables and data are both in this database. */
    public Map<String, Object> settings() {
      return Map.of(
          "datasources.default.url", url(),
          "datasources.default.username", OWNER,
          "datasources.default.password", PASSWORD,
          "datasources.widgets.url", url(),
          "datasources.widgets.username", READER,
          "datasources.widgets.password", PASSWORD);
    }

    /** A connection of the role that owns the product's tables. */
    public Connection asOwner() throws SQLException {
      return DriverManager.getConnection(url(), OWNER, PASSWORD);
    }

    /** A connection of the role that may only SELECT, without the pool's settings. */
    public Connection asReader() throws SQLException {
      return DriverManager.getConnection(url(), READER, PASSWORD);
    }

    /** A connection of the server's administrator. */
    public Connection asSuperuser() throws SQLException {
      return DriverManager.getConnection(url(), "postgres", "");
    }

    /**
     * Runs a script of {@code db/init} as the administrator's psql would.
     *
     * @param environment the variables that the script reads
     */
    public void psql(Path script, Map<String, String> environment) {
      try (Connection connection = asSuperuser()) {
        new PsqlScript(environment).run(script, connection);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Runs SQL as the administrator. */
    public void execute(String... sql) {
      try (Connection connection = asSuperuser();
          Statement statement = connection.createStatement()) {
        for (String one : sql) {
          statement.execute(one);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
