package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.LogLines;

/** The lines of the log about queries that took long (docs/operations.md, Logs). */
interface SlowQueryContract extends Topic {
  String HEADER =
      """
      -- ---
      -- timeout: 1s
      -- params:
      --   - {paramName: name, type: text}
      --   - {paramName: n, type: number, sqlType: integer}
      -- ---
      """;

  private LogLines log() {
    return new LogLines("org.sqlwidgets.ops.SlowQueries");
  }

  @Test
  default void slowQuery_isLogged_withItsParamsNamesButNoValues(@TempDir Path folder) {
    Map<String, Object> impatient = Map.of("sql-widgets.query.slow-after", "1ms");
    try (ContractServer server =
            ContractServer.start(folder, server().database().another(), impatient);
        LogLines log = log()) {
      String wait = server.database().pick("1000000", "1000 + 0 * length(pg_sleep(0.05)::text)");
      String id =
          server.publish(
              HEADER
                  + "SELECT count(*) AS rows_found FROM generate_series(1, "
                  + wait
                  + ") AS g(x) WHERE :name <> 'x' AND x > :n");
      server.http().get("/widgets/" + id + "?name=secret&n=7", "X-Request-Id: slow-1");
      assertThat(log.lines())
          .singleElement()
          .asString()
          .matches(
              "slow query widget=%s file=\"[^\"]*%s\\.sql\" seconds=\\d+\\.\\d{3} waited=\\d+\\.\\d{3} rows=1 datasource=widgets outcome=ok params=name:(varchar|text),n:int4"
                  .formatted(id, id))
          .doesNotContain("secret");
      assertThat(log.requests()).containsExactly("slow-1");
    }
  }

  @Test
  default void queryThatWasStopped_isLoggedAsSlow() {
    try (LogLines log = log()) {
      String slow = server().database().pick(Slow.H2, Slow.POSTGRESQL);
      String id = server().publish("-- ---\n-- timeout: 3s\n-- ---\n" + slow);
      server().once(id, "");
      assertThat(log.lines()).singleElement().asString().contains("outcome=timeout params=-");
    }
  }

  @Test
  default void quickQuery_isNotLogged() {
    try (LogLines log = log()) {
      server().ask("SELECT 1 AS x", "");
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  default void failedQuery_namesItsRequest_inItsBody_andInTheLog() {
    try (LogLines log = new LogLines("org.sqlwidgets.web.Failures")) {
      String id =
          server()
              .publish(
                  "-- ---\n-- params: [{paramName: n, type: number, sqlType: integer}]\n-- ---\n"
                      + "SELECT 1 / :n AS x");
      HttpReply reply = server().http().get("/widgets/" + id + "?n=0", "X-Request-Id: failed-1");
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.json().path("requestId").asText()).isEqualTo("failed-1");
      assertThat(reply.header("X-Request-Id")).isEqualTo("failed-1");
      assertThat(log.requests()).containsExactly("failed-1");
    }
  }

  @Test
  default void timing_isToldToThoseWhoAsk_fromTheDatabaseAndFromMemory() {
    String id =
        server()
            .publish(
                "-- ---\n-- cache: 10m\n-- ---\nSELECT n AS x FROM generate_series(1, 9) AS g(n)");
    String asks = "Sql-Widgets-Timing: 1";
    assertThat(server().http().get("/widgets/" + id, asks).header("Server-Timing"))
        .matches("wait;dur=[\\d.]+;.*, database;dur=[\\d.]+;.*, write;dur=.*, rows;desc=\"9\"");
    assertThat(server().http().get("/widgets/" + id, asks).header("Server-Timing"))
        .isEqualTo("memory;desc=\"from memory\"");
    assertThat(server().once(id, "").header("Server-Timing")).isNull();
  }
}
