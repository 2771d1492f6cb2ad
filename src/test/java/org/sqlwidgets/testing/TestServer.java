package org.sqlwidgets.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The whole server on a random port, with settings that touch nothing outside the test.
 *
 * <p>All tests that need HTTP start it here, so that a setting which every test needs is set once.
 */
public final class TestServer implements AutoCloseable {
  private final EmbeddedServer server;

  private TestServer(EmbeddedServer server) {
    this.server = server;
  }

  private static final String JSON = "Content-Type: application/json";

  /** Errors name their request; with the same name the same error is the same text. */
  private static final String NAME = "X-Request-Id: test\r\n";

  /** Starts a server with the defaults of tests. */
  public static TestServer start() {
    return start(Map.of());
  }

  /**
   * Starts a server; one that does not start leaves nothing behind that goes on in the background.
   *
   * @param settings what differs from the defaults of tests
   */
  public static TestServer start(Map<String, Object> settings) {
    ApplicationContext context =
        ApplicationContext.builder(EmbeddedServer.class).properties(withDefaults(settings)).build();
    try {
      context.start();
      return new TestServer(context.getBean(EmbeddedServer.class).start());
    } catch (RuntimeException | Error e) {
      context.close();
      throw e;
    }
  }

  /**
   * Makes the server's objects without listening.
   *
   * @param settings what differs from the defaults of tests
   */
  public static ApplicationContext unstarted(Map<String, Object> settings) {
    Map<String, Object> all = withDefaults(settings);
    all.put("micronaut.lifecycle.graceful-shutdown.enabled", false);
    return ApplicationContext.run(all);
  }

  private static Map<String, Object> withDefaults(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(defaults());
    all.putAll(settings);
    return all;
  }

  private static Map<String, Object> defaults() {
    return Map.of(
        "micronaut.server.port",
        -1,
        "sql-widgets.embedded-url",
        "jdbc:h2:mem:" + UUID.randomUUID());
  }

  /** The port that it listens on. */
  public int port() {
    return server.getPort();
  }

  /** The server's own objects. */
  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  /** Asks for an address as a browser on this machine does. */
  public HttpReply get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /**
   * Sends a request without a body.
   *
   * @param headers whole lines; {@code Host} is added unless it is among them
   */
  public HttpReply send(String method, String path, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    boolean hasHost = false;
    boolean hasName = false;
    for (String header : headers) {
      hasHost |= header.regionMatches(true, 0, "Host:", 0, 5);
      hasName |= header.regionMatches(true, 0, "X-Request-Id:", 0, 13);
      request.append(header).append("\r\n");
    }
    request.append(hasName ? "" : NAME);
    if (!hasHost) {
      request.append("Host: localhost:").append(port()).append("\r\n");
    }
    return raw(request.append("Connection: close\r\n\r\n").toString());
  }

  /** Posts a JSON body, as Workspace does. */
  public HttpReply post(String path, String body, String... headers) {
    return post(path, body.getBytes(java.nio.charset.StandardCharsets.UTF_8), headers);
  }

  /** Posts a body of any bytes. */
  public HttpReply post(String path, byte[] body, String... headers) {
    StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
    request.append("Host: localhost:").append(port()).append("\r\n");
    for (String header : headers.length == 0 ? new String[] {JSON} : headers) {
      request.append(header).append("\r\n");
    }
    request.append(NAME);
    request.append("Content-Length: ").append(body.length).append("\r\n");
    request.append("Connection: close\r\n\r\n");
    request.append(new String(body, java.nio.charset.StandardCharsets.ISO_8859_1));
    return raw(request.toString());
  }

  /** Sends exactly these characters over a connection of its own. */
  public HttpReply raw(String request) {
    try (HttpConnection connection = connect()) {
      return connection.exchange(request);
    }
  }

  /** A connection for several requests. */
  public HttpConnection connect() {
    return HttpConnection.to(port());
  }

  @Override
  public void close() {
    server.close();
  }
}
