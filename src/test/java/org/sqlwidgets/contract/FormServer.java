package org.sqlwidgets.contract;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** The whole server with a datasource that may write, and a folder of actions. */
final class FormServer implements AutoCloseable {
  /** The name of the datasource, and of its role. */
  static final String WRITER = "desk";

  private static final String JSON = "Content-Type: application/json";

  private final Path folder;
  private final TestServer server;

  private FormServer(Path folder, TestServer server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param settings besides those of the database
   */
  static FormServer start(Path folder, TestedDatabase database, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(database.settings());
    all.putAll(database.writer(WRITER));
    all.put("sql-widgets.directory", folder.toString());
    all.put("sql-widgets.example", true);
    all.put("sql-widgets.actions.enabled", true);
    all.put("sql-widgets.actions.datasource", WRITER);
    all.putAll(settings);
    return new FormServer(folder, TestServer.start(all));
  }

  TestServer http() {
    return server;
  }

  /** Writes a file and has it served; gives what is wrong with all files. */
  List<String> write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return problems();
  }

  void delete(String path) {
    try {
      Files.delete(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    refresh();
  }

  void refresh() {
    server.context().getBean(WidgetRegistry.class).refresh();
  }

  /** What is wrong now. */
  List<String> problems() {
    refresh();
    return server.context().getBean(WidgetRegistry.class).snapshot().problems().stream()
        .map(Snapshot.KnownProblem::problem)
        .map(problem -> problem.message())
        .toList();
  }

  /** Sends a form as the client does. */
  HttpReply post(String action, String json, String... headers) {
    String[] all = new String[headers.length + 1];
    all[0] = JSON;
    System.arraycopy(headers, 0, all, 1, headers.length);
    return send("POST", action, json, all);
  }

  /** Sends exactly these headers and this body. */
  HttpReply send(String method, String action, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder request = new StringBuilder();
    request.append(method).append(" /actions/").append(action).append(" HTTP/1.1\r\n");
    request.append("Host: localhost:").append(server.port()).append("\r\n");
    request.append("X-Request-Id: test\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Content-Length: ").append(bytes.length).append("\r\n");
    request.append("Connection: close\r\n\r\n");
    return server.raw(request + new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** The connections of writers that are in use now. */
  int busyConnections() {
    Databases databases = server.context().getBean(Databases.class);
    return databases.writerNames().stream()
        .map(name -> (HikariDataSource) databases.writer(name))
        .mapToInt(pool -> pool.getHikariPoolMXBean().getActiveConnections())
        .sum();
  }

  @Override
  public void close() {
    server.close();
  }
}
