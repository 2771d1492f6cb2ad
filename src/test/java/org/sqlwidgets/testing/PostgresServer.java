package org.sqlwidgets.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

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
          Path.of("db/init/30-public.sql"),
          Path.of("db/init/40-options.sql"));
  private static final String OWNER = "sql_widgets_owner";
  private static final String READER = "sql_widgets_reader";
  private static final String OPTIONS = "sql_widgets_options";
  private static final String PASSWORD = PostgresHost.PASSWORD;

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  private static final class Running {
    static final PostgresHost HOST = PostgresHost.start();
  }

  /** A new database with owner and reader. */
  public static Database newDatabase() {
    return withRoles(newBareDatabase());
  }

  private static Database withRoles(Database database) {
    Map<String, String> passwords =
        Map.of(
            "SQL_WIDGETS_OWNER_PASSWORD", PASSWORD,
            "SQL_WIDGETS_READER_PASSWORD", PASSWORD,
            "SQL_WIDGETS_OPTIONS_PASSWORD", PASSWORD);
    SCRIPTS.forEach(script -> database.psql(script, passwords));
    return database;
  }

  /** A new database as PostgreSQL makes it; the roles may have no rights in it. */
  public static Database newBareDatabase() {
    return create(new Database(Running.HOST, "test_" + DATABASES.incrementAndGet()));
  }

  /** A database of another server, with owner and reader. */
  static Database newDatabase(PostgresHost host) {
    return withRoles(create(new Database(host, "test")));
  }

  private static Database create(Database database) {
    try (Connection connection = database.host().asSuperuser(PostgresHost.SUPERUSER);
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
   * @param host where the server runs
   * @param name the database's name
   */
  public record Database(PostgresHost host, String name) {

    /** The JDBC address. */
    public String url() {
      return host.url(name);
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

    /** The settings of the role that changes options, which counts only while actions are on. */
    public Map<String, Object> optionsSettings() {
      return Map.of(
          "datasources.options.url", url(),
          "datasources.options.username", OPTIONS,
          "datasources.options.password", PASSWORD);
    }

    /** The settings of a role of that name, which is made when there is none. */
    public Map<String, Object> writerSettings(String role) {
      execute(
          "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN"
              .concat(" CREATE ROLE %1$s LOGIN PASSWORD '%2$s'; END IF; END $$")
              .formatted(role, PASSWORD));
      return Map.of(
          "datasources." + role + ".url", url(),
          "datasources." + role + ".username", role,
          "datasources." + role + ".password", PASSWORD);
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
      return host.asSuperuser(name);
    }

    /** The administrator's connections, for those who take a DataSource. */
    public DataSource superuser() {
      PGSimpleDataSource connections = new PGSimpleDataSource();
      connections.setUrl(url());
      connections.setUser(PostgresHost.SUPERUSER);
      connections.setPassword(PASSWORD);
      return connections;
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
