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
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Where the PostgreSQL server of the tests runs, until the tests end.
 *
 * <p>{@code -Dpostgres=embedded}, the default, takes binaries from a jar and needs nothing else;
 * {@code -Dpostgres=container} takes the image of docker-compose.yml and needs a Docker engine.
 *
 * @param address host and port
 */
record PostgresHost(String address) {
  static final String SUPERUSER = "postgres";
  static final String PASSWORD = "only in tests";

  private static final String SETTING = "postgres";
  private static final String IMAGE = "postgres:17";

  static PostgresHost start() {
    String kind = System.getProperty(SETTING, "embedded");
    return switch (kind) {
      case "embedded" -> embedded();
      case "container" -> container();
      default ->
          throw new IllegalArgumentException(
              "-D%s is \"%s\", expected \"embedded\" or \"container\"".formatted(SETTING, kind));
    };
  }

  private static PostgresHost embedded() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      PostgresHost host = new PostgresHost("127.0.0.1:" + server.getPort());
      host.askForPasswords();
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets nobody but the administrator in without a password. */
  void askForPasswords() throws SQLException, IOException {
    try (Connection connection = asSuperuser(SUPERUSER);
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

  /** A server that asks everybody for a password, as the image does by itself. */
  private static PostgresHost container() {
    PostgreSQLContainer server =
        new PostgreSQLContainer(IMAGE).withUsername(SUPERUSER).withPassword(PASSWORD);
    server.setCommand("postgres", "-c", "fsync=off");
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    return new PostgresHost(
        server.getHost() + ":" + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
  }

  String url(String database) {
    return "jdbc:postgresql://%s/%s".formatted(address, database);
  }

  Connection asSuperuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database), SUPERUSER, PASSWORD);
  }
}
