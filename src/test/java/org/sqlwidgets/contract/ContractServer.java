package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.query.QueryQueue;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/**
 * The whole server over a folder whose only widget is the one that a test just wrote.
 *
 * <p>The pool holds one connection: the driver's switch to prepared statements after five runs
 * happens, and a connection that is not given back stops the next test.
 */
final class ContractServer implements AutoCloseable {
  private static final int RUNS = 7;

  private final Path folder;
  private final TestedDatabase database;
  private final TestServer server;
  private int written;

  private ContractServer(Path folder, TestedDatabase database, TestServer server) {
    this.folder = folder;
    this.database = database;
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param folder empty, for the widget files
   * @param settings besides those of the database
   */
  static ContractServer start(Path folder, TestedDatabase database, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(database.settings());
    all.put("sql-widgets.directory", folder.toString());
    all.put("sql-widgets.example", false);
    all.put("datasources.widgets.maximum-pool-size", 1);
    all.putAll(settings);
    return new ContractServer(folder, database, TestServer.start(all));
  }

  TestedDatabase database() {
    return database;
  }

  /** The server itself. */
  TestServer http() {
    return server;
  }

  /** Makes a file the only widget; its id has never been used before. */
  String publish(String file) {
    String id = write(file);
    assertThat(problems()).as(file).isEmpty();
    return id;
  }

  /** Makes a file the only one, right or wrong; gives the id that its widget would have. */
  String put(String file) {
    return write(file);
  }

  /** Writes another text into the file of a widget. */
  void replace(String id, String file) {
    try {
      Files.writeString(folder.resolve(id + ".sql"), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    registry().refresh();
    assertThat(problems()).as(file).isEmpty();
  }

  /** What is wrong with a file. */
  List<String> problemsOf(String file) {
    write(file);
    return problems();
  }

  private String write(String file) {
    String id = "w" + ++written;
    try {
      Files.deleteIfExists(folder.resolve("w" + (written - 1) + ".sql"));
      Files.writeString(folder.resolve(id + ".sql"), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    registry().refresh();
    return id;
  }

  private WidgetRegistry registry() {
    return server.context().getBean(WidgetRegistry.class);
  }

  /** What is wrong by now with the files that are there. */
  List<String> problemsNow() {
    return problems();
  }

  private List<String> problems() {
    return registry().snapshot().problems().stream()
        .map(Snapshot.KnownProblem::problem)
        .map(problem -> problem.message())
        .toList();
  }

  /** The published form of a widget. */
  JsonNode published(String id) {
    return server.get("/widgets.json").json().path(id);
  }

  /** Publishes a file and asks for its data seven times; every reply is the same. */
  HttpReply ask(String file, String query) {
    return askAgain(publish(file), query);
  }

  /** Asks for the data of a widget seven times; every reply is the same. */
  HttpReply askAgain(String id, String query) {
    HttpReply first = once(id, query);
    for (int run = 2; run <= RUNS; run++) {
      HttpReply next = once(id, query);
      assertThat(next.status()).as("status of run %d", run).isEqualTo(first.status());
      assertThat(next.text()).as("body of run %d", run).isEqualTo(first.text());
      assertThat(next.body()).as("bytes of run %d", run).isEqualTo(first.body());
    }
    return first;
  }

  /** Asks for the data of a widget. */
  HttpReply once(String id, String query) {
    return server.get("/widgets/" + id + (query.isEmpty() ? "" : "?" + query));
  }

  /** A value as a browser puts it into an address. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The connections that are in use now. */
  int busyConnections() {
    return pool().getActiveConnections();
  }

  /** How many queries wait for a connection. */
  int waitingForConnections() {
    return server.context().getBean(QueryQueue.class).waiting("widgets");
  }

  private HikariPoolMXBean pool() {
    HikariDataSource pool =
        (HikariDataSource) server.context().getBean(Databases.class).reader("widgets");
    return pool.getHikariPoolMXBean();
  }

  /** Stops the server while its clients look on. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    stop();
  }
}
