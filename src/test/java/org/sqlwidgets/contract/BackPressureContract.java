package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.query.QueryQueue;
import org.sqlwidgets.testing.HttpReply;

/** More requests than the database can answer: who waits, who is refused, who is let go. */
interface BackPressureContract extends Topic {
  String FULL = "The database is busy, and too many requests are waiting for it; try again shortly";
  String WIDGET_FULL =
      "Too many requests for this widget are running or waiting; try again shortly";

  /** A query that is slow for large values, and different for each. */
  private static String slowBy(TestedDatabase database) {
    return """
    -- ---
    -- params: [{ paramName: n, type: number, sqlType: %s, value: 0 }]
    -- timeout: 1m
    -- ---
    """
            .formatted(database.pick("integer", "double precision"))
        + database.pick(
            """
            SELECT count(*) AS x FROM generate_series(1, :n) AS a(n)
            CROSS JOIN generate_series(1, :n) AS b(m) WHERE a.n + b.m < 0
            """,
            "SELECT 0 AS x FROM pg_sleep(:n)");
  }

  /** As an address has it: so slow that no test waits for it. */
  private static String slow(TestedDatabase database) {
    return "n=" + database.pick("1000000", "30");
  }

  private static Socket request(ContractServer server, String id, String query) throws IOException {
    return HttpStream.request(server.http().port(), "/widgets/" + id + "?" + query);
  }

  private static CompletableFuture<HttpReply> later(
      ContractServer server, String id, String query) {
    return CompletableFuture.supplyAsync(
        () -> server.once(id, query), task -> Thread.ofVirtual().start(task));
  }

  private static QueryQueue queue(ContractServer server) {
    return server.http().context().getBean(QueryQueue.class);
  }

  private static void expectRefusal(HttpReply reply, String text) {
    ErrorContract.expect(reply, 503, text);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }

  @Test
  default void requestBeyondTheQueue_isRefusedAtOnce_andTheOthersHaveTheirTurn(@TempDir Path folder)
      throws Exception {
    TestedDatabase database = server().database().another();
    Map<String, Object> settings =
        Map.of("sql-widgets.queue.max-waiting", 2, "sql-widgets.queue.patience", "20s");
    try (ContractServer server = ContractServer.start(folder, database, settings)) {
      String id = server.publish(slowBy(database));
      List<CompletableFuture<HttpReply>> waiting = new ArrayList<>();
      try (Socket running = request(server, id, slow(database))) {
        Until.isTrue(() -> database.runningQueries() == 1);
        assertThat(running.isConnected()).isTrue();
        for (String query : List.of("n=0", "n=1")) {
          waiting.add(later(server, id, query));
        }
        Until.isTrue(() -> queue(server).waiting("widgets") == 2);
        expectRefusal(server.once(id, "n=2"), FULL);
        assertThat(queue(server).waiting("widgets")).isEqualTo(2);
      }
      for (CompletableFuture<HttpReply> reply : waiting) {
        assertThat(reply.get().text()).isEqualTo("[{\"x\":0}]");
      }
      assertThat(server.once(id, "n=2").status()).isEqualTo(200);
      Until.isTrue(() -> queue(server).waiting("widgets") == 0);
    }
  }

  @Test
  default void slowWidget_leavesConnectionsToTheOthers(@TempDir Path folder) throws Exception {
    TestedDatabase database = server().database().another();
    Map<String, Object> settings =
        Map.of(
            "sql-widgets.queue.per-widget", 1,
            "sql-widgets.queue.patience", "100ms",
            "datasources.widgets.maximum-pool-size", 2);
    try (ContractServer server = ContractServer.start(folder, database, settings)) {
      String id = server.publish(slowBy(database));
      try (Socket running = request(server, id, slow(database))) {
        Until.isTrue(() -> database.runningQueries() == 1);
        assertThat(running.isConnected()).isTrue();
        expectRefusal(server.once(id, "n=0"), WIDGET_FULL);
        assertThat(server.busyConnections()).isEqualTo(1);
        String other = server.publish("SELECT 1 AS x");
        assertThat(server.once(other, "").text()).isEqualTo("[{\"x\":1}]");
      }
    }
  }

  @Test
  default void requestThatWaitsForItsWidget_runsWhenTheOthersAreDone(@TempDir Path folder)
      throws Exception {
    TestedDatabase database = server().database().another();
    Map<String, Object> settings =
        Map.of(
            "sql-widgets.queue.per-widget", 1,
            "sql-widgets.queue.patience", "20s",
            "datasources.widgets.maximum-pool-size", 2);
    try (ContractServer server = ContractServer.start(folder, database, settings)) {
      String id = server.publish(slowBy(database));
      CompletableFuture<HttpReply> next;
      try (Socket running = request(server, id, slow(database))) {
        Until.isTrue(() -> database.runningQueries() == 1);
        assertThat(running.isConnected()).isTrue();
        next = later(server, id, "n=0");
        Until.isTrue(() -> queue(server).waiting("widgets") == 1);
        try (Socket leaving = request(server, id, "n=1")) {
          Until.isTrue(() -> queue(server).waiting("widgets") == 2);
          assertThat(leaving.isConnected()).isTrue();
        }
        Until.isTrue(() -> queue(server).waiting("widgets") == 1);
      }
      assertThat(next.get().text()).isEqualTo("[{\"x\":0}]");
    }
  }

  @Test
  default void slowReader_ofAKeptReply_holdsNoConnection() throws IOException {
    String id =
        server()
            .publish("SELECT n AS x, repeat('x', 1000000) AS f FROM generate_series(1, 3) AS g(n)");
    try (Socket client = request(server(), id, "")) {
      assertThat(client.getInputStream().readNBytes(10)).hasSize(10);
      assertThat(server().busyConnections()).isZero();
      assertThat(server().once(id, "").body()).hasSizeGreaterThan(3_000_000);
    }
  }

  /** From the client's leaving until the database has nothing to do, over and over. */
  @Test
  default void queryOfAClientThatIsGone_isCancelled_atOnce() throws IOException {
    TestedDatabase database = server().database();
    String id = server().publish(slowBy(database));
    List<Duration> times = new ArrayList<>();
    for (int round = 0; round < 15; round++) {
      Socket client = request(server(), id, slow(database));
      Until.isTrue(() -> database.runningQueries() == 1);
      long left = System.nanoTime();
      client.close();
      Until.isTrue(() -> database.runningQueries() == 0);
      times.add(Duration.ofNanos(System.nanoTime() - left));
    }
    Collections.sort(times);
    assertThat(times.get(times.size() / 2)).isLessThan(Duration.ofMillis(100));
  }

  /** Workspace asks once more after a second; the database does not pay twice (contract §1.2). */
  @Test
  default void secondTry_afterAFailureThatTookLong_runsNoQuery() {
    String slow = server().database().pick(Slow.H2, Slow.POSTGRESQL);
    String id = server().publish("-- ---\n-- timeout: 1200ms\n-- cache: 10m\n-- ---\n" + slow);
    List<CompletableFuture<HttpReply>> first = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      first.add(later(server(), id, ""));
    }
    assertThat(first).allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(504));
    for (int i = 0; i < 10; i++) {
      HttpReply second = server().once(id, "");
      assertThat(second.status()).isEqualTo(504);
      assertThat(second.json().path("detail"))
          .isEqualTo(first.getFirst().join().json().path("detail"));
    }
    String queries = "sql_widgets_feed_query_seconds_count{kind=\"widget\",name=\"" + id + "\"}";
    assertThat(MetricsContract.value(server(), queries)).isEqualTo(1);
  }
}
