package org.sqlwidgets.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of its own that a test may kill and start again on the same data. */
public final class KillablePostgres implements AutoCloseable {
  private final Path data;
  private EmbeddedPostgres server;
  private final PostgresServer.Database database;

  private KillablePostgres(Path data) throws IOException, SQLException {
    this.data = data;
    server = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start();
    PostgresHost host = new PostgresHost("127.0.0.1:" + server.getPort());
    host.askForPasswords();
    database = PostgresServer.newDatabase(host);
  }

  /** Starts a server whose data are in a new folder. */
  public static KillablePostgres start(Path data) {
    try {
      return new KillablePostgres(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The database of the tests, with owner and reader. */
  public PostgresServer.Database database() {
    return database;
  }

  /** Ends all its processes at once, as the loss of a machine does (SIGKILL). */
  public void kill() {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  private ProcessHandle postmaster() {
    try {
      String first = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
      return ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again, on the same port and data. */
  public void startAgain() {
    try {
      server.close(); // gives its lock on the data back
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPort(server.getPort())
              .setPGStartupWait(Duration.ofSeconds(30))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
