package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.LogLines;
import org.sqlwidgets.testing.TestServer;

/** What callers with wrong keys get, over real HTTP, while the clock stands. */
class WrongKeyTest {
  private static final String KEY = "right-0123456789";

  private TestServer server;
  private LogLines audit;

  @BeforeEach
  void start() {
    audit = new LogLines("sql-widgets.audit");
    server =
        TestServer.start(
            Map.of(
                "micronaut.server.host", "127.0.0.1",
                "test.now", "2026-01-01T00:00:00Z",
                "sql-widgets.api-keys", KEY));
  }

  @AfterEach
  void stop() {
    server.close();
    audit.close();
  }

  @Test
  void manyWrongKeys_are429_andARightOneIsServedAtOnce() {
    for (int i = 0; i < 10; i++) {
      assertThat(guess(i).status()).isEqualTo(401);
    }
    HttpReply reply = guess(11);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.json().get("detail").textValue())
        .isEqualTo(
            "the API key is not one of this server's keys, and too many wrong ones came from this"
                + " address; show the right one, or try again in 1 s");
    assertThat(server.get("/agents.json", "X-API-KEY: " + KEY).status()).isEqualTo(200);
    assertThat(server.get("/agents.json").status()).isEqualTo(401);
    assertThat(guess(12).status()).isEqualTo(429);
  }

  @Test
  void guessesWhereNoKeyIsNeeded_areCountedToo() {
    for (int i = 0; i < 11; i++) {
      assertThat(server.get("/health", "X-API-KEY: guessed-" + i).status()).isEqualTo(200);
    }
    assertThat(guess(12).status()).isEqualTo(429);
  }

  @Test
  void wrongKeys_areRecorded_withoutTheKey_andNotEndlessly() {
    for (int i = 0; i < 40; i++) {
      guess(i);
    }
    assertThat(audit.lines())
        .hasSize(11)
        .allMatch(
            line ->
                line.equals(
                    "audit refused login key=- user=- address=127.0.0.1 what=\"a wrong API key for"
                        + " /agents.json\""));
  }

  @Test
  void recordsCannotBeForged() {
    server.get("/a%0Aaudit%20done", "X-API-KEY: guessed-1", "X-OpenBB-User: ann\" key=\"ops\u0085");
    assertThat(audit.lines())
        .singleElement()
        .asString()
        .contains("user=\"ann\\\" key=\\\"ops")
        .contains("what=\"a wrong API key for /a")
        .doesNotContain("\n", "\u0085");
  }

  private HttpReply guess(int number) {
    return server.get("/agents.json", "X-API-KEY: guessed-0123456789-" + number);
  }
}
