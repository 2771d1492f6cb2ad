package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** Contract §7: every error is {@code {"detail","message"}} with a true status and a fixed text. */
class ErrorsTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of(BrokenRoutes.SETTING, true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            404,
            "there is nothing at \"/nothing\"; the list of widgets is at /widgets.json",
            request("GET /nothing")),
        Arguments.of(
            404,
            "there is nothing at \"/agent.json\"; did you mean \"/agents.json\"; the list of"
                + " widgets is at /widgets.json",
            request("GET /agent.json")),
        Arguments.of(
            404,
            "there is nothing at \"/widgets.json/agents.json\"; give OpenBB Workspace the address"
                + " without /widgets.json",
            request("GET /widgets.json/agents.json")),
        Arguments.of(
            404,
            "there is nothing at \"/"
                + "x".repeat(99)
                + "…\"; the list of widgets is at /widgets.json",
            request("GET /" + "x".repeat(200))),
        Arguments.of(
            405,
            "the address \"/agents.json\" does not take DELETE",
            request("DELETE /agents.json")),
        Arguments.of(
            400,
            "the request is malformed: its address or a header cannot be read",
            request("GET /broken/number?limit=abc")),
        Arguments.of(
            400,
            "the request is malformed: its address or a header cannot be read",
            request("GET /broken/number")),
        Arguments.of(
            400,
            "the request is malformed: its address or a header cannot be read",
            request("GET http://[bad/")),
        Arguments.of(
            400,
            "the request is malformed: its address or a header cannot be read",
            "GET /agents.json HTTP/1.1\r\nno colon\r\n\r\n"),
        Arguments.of(
            400,
            "the request is malformed: its address or a header cannot be read",
            "nonsense\r\n\r\n"),
        Arguments.of(
            400,
            "the request is malformed: its address or a header cannot be read",
            request("POST /broken/body", "Content-Type: application/json", "Content-Length: 1")
                + "{"),
        Arguments.of(
            414,
            "the address is longer than 32768 characters",
            request("GET /agents.json?a=" + "x".repeat(40_000))),
        Arguments.of(
            414,
            "the address is longer than 32768 characters",
            request("GET /agents.json?a=" + "x".repeat(70_000))),
        Arguments.of(
            431,
            "the request headers are larger than 32768 bytes together",
            request("GET /agents.json", "Cookie: " + "x".repeat(40_000))),
        Arguments.of(
            431,
            "the request headers are larger than 32768 bytes together",
            request("GET /agents.json", "A: x\r\n".repeat(9000) + "B: x")),
        Arguments.of(
            413,
            "the request body is larger than 1048576 bytes",
            request(
                "POST /broken/body",
                "Content-Type: application/json",
                "Content-Length: " + (2 << 20))),
        Arguments.of(
            413,
            "the request body is larger than 1048576 bytes",
            request(
                "POST /lookups", "Content-Type: application/json", "Content-Length: " + (2 << 20))),
        Arguments.of(
            413,
            "the request body is larger than 1048576 bytes",
            request(
                "PUT /lookups/regions/options.csv",
                "Content-Type: text/csv",
                "Content-Length: " + (2 << 20))),
        Arguments.of(
            415,
            "the request body must be JSON, with Content-Type: application/json",
            request("POST /broken/body", "Content-Type: text/plain", "Content-Length: 2") + "{}"),
        Arguments.of(
            415,
            "the request body must be JSON, with Content-Type: application/json",
            request(
                    "POST /broken/body",
                    "Content-Type: multipart/form-data; boundary=x",
                    "Content-Length: 2")
                + "{}"),
        Arguments.of(
            415,
            "compressed request bodies are not accepted",
            request(
                    "POST /broken/body",
                    "Content-Type: application/json",
                    "Content-Encoding: gzip",
                    "Content-Length: 2")
                + "{}"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_hasItsStatusAndSentence(int status, String detail, String request) {
    HttpReply reply = server.raw(request);
    assertThat(reply.status()).isEqualTo(status);
    assertIsError(reply, detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unexpected", "sql", "error"})
  void unexpectedFailure_tellsAnId_thatTheLogHas_andNothingElse(String route) {
    try (Log log = new Log()) {
      HttpReply reply = server.get("/broken/" + route + "?token=hidden");
      String id = reply.header("X-Request-Id");
      assertThat(reply.status()).isEqualTo(500);
      assertIsError(
          reply, "something went wrong on the server; its log says what, under the id " + id);
      assertThat(log.lines()).singleElement().asString().contains(id, "GET /broken/" + route);
      assertThat(log.lines()).noneMatch(line -> line.contains("hidden"));
      assertThat(log.failures()).singleElement().asString().contains(BrokenRoutes.SECRET);
    }
  }

  @Test
  void wrongMethod_isToldTheRightOnes() {
    assertThat(server.send("DELETE", "/agents.json").header("Allow")).contains("GET", "HEAD");
  }

  @Test
  void strangeCharactersInAnAddress_areTakenAsIfEncoded() {
    assertThat(server.get("/agents.json?a=b|c&d={e}&f=%zz").status()).isEqualTo(200);
  }

  /** Nobody knows where the next request begins. */
  @Test
  void addressOrHeadersThatTheDecoderGaveUp_endTheConnection() {
    String address = "GET /agents.json?a=" + "x".repeat(70_000);
    assertThat(server.raw(request(address)).header("Connection")).isEqualTo("close");
    String header = request("GET /agents.json", "Cookie: " + "x".repeat(70_000));
    assertThat(server.raw(header).header("Connection")).isEqualTo("close");
    String near = request("GET /agents.json", "Cookie: " + "x".repeat(40_000));
    assertThat(server.raw(near).headers()).doesNotContainKey("Connection");
  }

  @Test
  void longAddress_isServed() {
    assertThat(server.get("/agents.json?a=" + "x".repeat(32_000)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/agents.json", "/nothing", "/broken/unexpected", "/broken/status/503"})
  void head_isAsGetWithoutBody_andKeepsTheConnection(String path) {
    HttpReply get = server.get(path);
    try (HttpConnection connection = server.connect()) {
      for (int i = 0; i < 2; i++) {
        HttpReply head =
            connection.exchange(
                "HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: test\r\n\r\n");
        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.headers()).doesNotContainKey("Connection");
      }
    }
  }

  @Test
  void connection_staysOpenAfterErrors() {
    try (HttpConnection connection = server.connect()) {
      for (String path : List.of("/nothing", "/broken/unexpected", "/broken/status/422")) {
        connection.exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      }
      assertThat(
              connection.exchange("GET /agents.json HTTP/1.1\r\nHost: localhost\r\n\r\n").status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/agents.json", "/nothing", "/broken/unexpected"})
  void reply_isDated_once(String path) {
    assertThat(server.get(path).header("Date")).endsWith(" GMT");
  }

  @Test
  void reply_doesNotNameTheServer() {
    assertThat(server.get("/agents.json").headers()).doesNotContainKey("Server");
    assertThat(server.get("/nothing").headers()).doesNotContainKey("Server");
  }

  private static void assertIsError(HttpReply reply, String detail) {
    assertThat(reply.json().get("detail").textValue()).isEqualTo(detail);
    assertThat(reply.json().get("message").textValue()).isEqualTo(detail);
    assertThat(reply.json().get("requestId").textValue()).isEqualTo(reply.header("X-Request-Id"));
    assertThat(reply.json().size()).isEqualTo(3);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.text()).doesNotContain("SELECT", "Exception", "micronaut", "java");
  }

  private static String request(String methodAndPath, String... headers) {
    return methodAndPath
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + String.join("", Stream.of(headers).map(header -> header + "\r\n").toList())
        + "\r\n";
  }

  /** What goes to the log of unexpected failures while it is open. */
  private static final class Log implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Errors.class);
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    Log() {
      events.start();
      logger.setLevel(Level.ERROR);
      logger.setAdditive(false);
      logger.addAppender(events);
    }

    List<String> lines() {
      return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    List<String> failures() {
      return events.list.stream().map(event -> event.getThrowableProxy().getMessage()).toList();
    }

    @Override
    public void close() {
      logger.detachAppender(events);
      logger.setAdditive(true);
      logger.setLevel(Level.OFF);
    }
  }
}
