package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.LogLines;
import org.sqlwidgets.testing.TestServer;

/** The name of a request, in its reply, its error and its lines of the log. */
class RequestIdTest {
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("ratio.sql"),
        "-- ---\n-- params:\n--   - {paramName: n, type: number, sqlType: integer}\n-- ---\n"
            + "SELECT 1 / :n AS x\n");
    server =
        TestServer.start(
            Map.of("sql-widgets.directory", folder.toString(), "sql-widgets.example", false));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/widgets.json",
        "/widgets/ratio?n=1",
        "/widgets/ratio?n=0",
        "/nothing",
        "/health"
      })
  void eachReply_hasTheNameThatTheRequestGave(String path) {
    assertThat(server.get(path, "X-Request-Id: a.B_9:c-d").header("X-Request-Id"))
        .isEqualTo("a.B_9:c-d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "a/b", "<b>", "a,b", "é", "${x}", "a%0ab"})
  void nameThatCouldDoHarm_isReplacedByOneOfOurs(String name) {
    assertThat(server.get("/nothing", "X-Request-Id: " + name).header("X-Request-Id"))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void longName_isReplaced_oneOf64Characters_isNot() {
    String longest = "x".repeat(64);
    assertThat(server.get("/health", "X-Request-Id: " + longest).header("X-Request-Id"))
        .isEqualTo(longest);
    assertThat(server.get("/health", "X-Request-Id: x" + longest).header("X-Request-Id"))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void requests_withoutNames_getDifferentOnes() {
    String unnamed = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assertThat(server.raw(unnamed).header("X-Request-Id"))
        .matches("[0-9a-f]{16}")
        .isNotEqualTo(server.raw(unnamed).header("X-Request-Id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/widgets/ratio?n=0", "/widgets/ratio?n=x", "/widgets/none", "/nothing"})
  void error_namesItsRequest_inItsBody(String path) {
    HttpReply reply = server.get(path, "X-Request-Id: mine-1");
    assertThat(reply.status()).isGreaterThanOrEqualTo(400);
    assertThat(reply.json().path("requestId").asText()).isEqualTo("mine-1");
    assertThat(reply.header("Content-Length")).isEqualTo(String.valueOf(reply.body().length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/widgets/ratio?n=0", "/widgets/ratio?n=x"})
  void failedQuery_namesItsRequest_inTheLog(String path) {
    try (LogLines log = new LogLines("org.sqlwidgets.web.Failures")) {
      server.get(path, "X-Request-Id: mine-2");
      assertThat(log.requests()).containsExactly("mine-2");
    }
  }
}
