package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;

/** Replies that are kept in memory, for those requests that they answer (widget-file §3). */
interface CacheContract extends Topic {

  private String publish(String cache, String sql) {
    return server().publish("-- ---\n-- cache: " + cache + "\n-- ---\n" + sql);
  }

  private static String status(HttpReply reply) {
    return Objects.requireNonNull(reply.header("Cache-Status"));
  }

  /** What all of many requests at the same time are answered. */
  private List<HttpReply> together(int requests, String id, String query) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, requests)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> server().once(id, query), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  @Test
  default void keptReply_isSentWithItsAge_untilItIsForgotten() {
    String id = publish("10m", "SELECT random() AS x");
    HttpReply first = server().once(id, "");
    assertThat(status(first)).isEqualTo("sql-widgets; fwd=miss; stored");
    assertThat(first.header("Age")).isNull();
    HttpReply second = server().once(id, "");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(status(second)).matches("sql-widgets; hit; ttl=(599|59\\d)");
    assertThat(second.header("Age")).matches("\\d");
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  default void replyOfAWidgetWithoutCache_isNotKept() {
    String id = server().publish("SELECT random() AS x");
    HttpReply first = server().once(id, "");
    assertThat(server().once(id, "").body()).isNotEqualTo(first.body());
    assertThat(first.header("Cache-Status")).isNull();
  }

  @Test
  default void hundredIdenticalRequests_runOneQuery() {
    String id = publish("10m", "SELECT random() AS x");
    List<HttpReply> replies = together(100, id, "");
    assertThat(replies).extracting(HttpReply::status).containsOnly(200);
    assertThat(replies).extracting(HttpReply::text).containsOnly(replies.getFirst().text());
    assertThat(replies)
        .extracting(CacheContract::status)
        .filteredOn(status -> status.equals("sql-widgets; fwd=miss; stored"))
        .hasSize(1);
  }

  @Test
  default void failure_isNotKept() {
    String id =
        server()
            .publish(
                "-- ---\n-- cache: 10m\n"
                    + "-- params: [{paramName: n, type: number, sqlType: integer}]\n"
                    + "-- ---\nSELECT 10 / CAST(:n AS integer) AS x");
    ErrorContract.expect(server().once(id, "n=0"), 422, ErrorContract.DOES_NOT_FIT);
    ErrorContract.expect(server().once(id, "n=0"), 422, ErrorContract.DOES_NOT_FIT);
    assertThat(server().once(id, "n=5").text()).isEqualTo("[{\"x\":2}]");
  }

  @Test
  default void viewsAndFormsOfTheSameRows_areKeptApart() {
    String id = publish("10m", "SELECT 1 AS x");
    assertThat(server().http().get("/widgets/" + id).text()).isEqualTo("[{\"x\":1}]");
    assertThat(server().http().get("/widgets/" + id + ".csv").text()).contains("x\r\n1");
    assertThat(status(server().http().get("/widgets/" + id + ".csv"))).contains("hit");
  }

  @Test
  default void staleReply_isSentAtOnce_andReadAnewOnce() {
    String id = publish("{ fresh: 1ms, stale: 1h }", "SELECT random() AS x");
    String first = server().once(id, "").text();
    Set<String> seen = new HashSet<>();
    Until.isTrue(
        () -> {
          HttpReply reply = server().once(id, "");
          assertThat(status(reply)).matches("sql-widgets; hit; ttl=-?\\d+");
          seen.add(reply.text());
          return !reply.text().equals(first);
        });
    assertThat(seen).hasSizeLessThanOrEqualTo(2);
    assertThat(server().published(id).path("staleTime").asInt()).isEqualTo(1000);
  }

  @Test
  default void staleReply_stays_whenItCannotBeReadAnew() {
    server()
        .database()
        .execute(
            "DROP TABLE IF EXISTS divisor",
            "CREATE TABLE divisor (n integer)",
            "INSERT INTO divisor VALUES (2)");
    String id = publish("{ fresh: 1ms, stale: 1h }", "SELECT 10 / n AS x FROM divisor");
    assertThat(server().once(id, "").text()).isEqualTo("[{\"x\":5}]");
    server().database().execute("UPDATE divisor SET n = 0");
    for (int i = 0; i < 20; i++) {
      assertThat(server().once(id, "").text()).isEqualTo("[{\"x\":5}]");
    }
    server().database().execute("UPDATE divisor SET n = 1");
    Until.isTrue(() -> server().once(id, "").text().equals("[{\"x\":10}]"));
  }

  @Test
  default void replyThatIsOverItsTime_isReadAnew() {
    String id = publish("1ms", "SELECT random() AS x");
    String first = server().once(id, "").text();
    Until.isTrue(() -> !server().once(id, "").text().equals(first));
  }

  @Test
  default void replyTooLargeToBeKept_isStreamedToEveryone() {
    String id =
        publish(
            "10m", "SELECT n AS x, repeat('x', 1000000) AS f FROM generate_series(1, 5) AS g(n)");
    for (HttpReply reply : together(6, id, "")) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).hasSizeGreaterThan(4_500_000);
      assertThat(status(reply)).isEqualTo("sql-widgets; fwd=miss");
    }
  }

  /** Values that look alike, each asked for by itself and then again and again, in any order. */
  @Test
  default void reply_isNeverThatOfOtherValues() {
    List<String> queries = alike();
    String direct = publishAlike("");
    Map<String, String> truth = new HashMap<>();
    queries.forEach(query -> truth.put(query, server().once(direct, query).text()));
    String kept = publishAlike("-- cache: 10m\n");
    List<String> asked = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      asked.addAll(queries);
    }
    Collections.shuffle(asked, new Random(7));
    asked.forEach(
        query ->
            assertThat(server().once(kept, query).text()).as(query).isEqualTo(truth.get(query)));
    assertThat(new HashSet<>(truth.values())).hasSizeGreaterThan(30);
  }

  private static List<String> alike() {
    List<String> queries = new ArrayList<>();
    for (String name : List.of("t", "n", "m", "b", "d")) {
      for (String value :
          List.of(
              "",
              "1",
              "1.0",
              "1.00",
              "01",
              "+1",
              "-0",
              "0",
              "true",
              "a",
              "a,b",
              "b,a",
              "a,",
              ",",
              " ",
              " a",
              "null",
              "NULL",
              "[a, b]",
              "2024-02-01",
              "2024-02-01T00:00:00",
              "%",
              "ä",
              "a\u0308",
              "1e0")) {
        queries.add(name + "=" + ContractServer.encoded(value));
      }
    }
    queries.addAll(List.of("t=a&m=b", "t=b&m=a", "m=a&m=b", "t=a&t=b", "n=1&t=1", "t=1&n=1.0"));
    return queries;
  }

  private String publishAlike(String cache) {
    return server()
        .publish(
            """
            -- ---
            %s-- params:
            --   - { paramName: t, type: text, nullable: true }
            --   - { paramName: n, type: number, nullable: true, sqlType: numeric }
            --   - { paramName: m, type: text, multiple: true, nullable: true, sqlType: text }
            --   - { paramName: b, type: boolean, nullable: true, sqlType: boolean }
            --   - { paramName: d, type: date, nullable: true, sqlType: date }
            -- ---
            SELECT CAST(:t AS text) AS t, CAST(:n AS numeric(30, 10)) AS n, CAST(:b AS boolean) AS b,
                   CAST(:d AS date) AS d, x
            FROM (SELECT 'a' AS x UNION ALL SELECT 'b' UNION ALL SELECT 'a,b' UNION ALL SELECT '1') AS v
            WHERE x = ANY(:m) OR :t IS NULL
            ORDER BY x
            """
                .formatted(cache));
  }

  @Test
  default void fileThatIsSavedAgain_startsAnew() {
    String id = publish("10m", "SELECT 1 AS x");
    assertThat(server().once(id, "").text()).isEqualTo("[{\"x\":1}]");
    server().replace(id, "-- ---\n-- cache: 10m\n-- ---\nSELECT 2 AS x");
    assertThat(server().once(id, "").text()).isEqualTo("[{\"x\":2}]");
  }

  @Test
  default void optionsOfAParamsOwnQuery_areKept_apartFromTheWidget() {
    String id =
        server()
            .publish(
                """
                -- ---
                -- params:
                --   - { paramName: p, optionsQuery: "SELECT random() AS value", cache: 10m }
                --   - { paramName: q, optionsQuery: "SELECT random() AS value" }
                -- ---
                SELECT CAST(:p AS text) AS p, CAST(:q AS text) AS q, random() AS x
                """);
    HttpReply first = server().http().get("/options/" + id + ".p");
    HttpReply second = server().http().get("/options/" + id + ".p");
    assertThat(status(second)).startsWith("sql-widgets; hit; ttl=");
    assertThat(second.text()).isEqualTo(first.text()).contains("value");
    for (String notKept : List.of("/options/" + id + ".q", "/widgets/" + id)) {
      HttpReply reply = server().http().get(notKept);
      assertThat(server().http().get(notKept).text()).isNotEqualTo(reply.text());
    }
  }

  @Test
  default void keptReply_isCompressedOnce_andIsTheSameForAllWhoTakeThat() throws IOException {
    String id = publish("10m", "SELECT n AS x FROM generate_series(1, 5000) AS g(n)");
    String path = "/widgets/" + id;
    HttpReply first = server().http().get(path, "Accept-Encoding: gzip, deflate, br");
    assertThat(status(first)).isEqualTo("sql-widgets; fwd=miss; stored");
    HttpReply plain = server().http().get(path);
    for (String accepted : List.of("gzip", "br;q=1, gzip;q=0.5", "*")) {
      HttpReply gzip = server().http().get(path, "Accept-Encoding: " + accepted);
      assertThat(status(gzip)).contains("hit");
      assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(gzip.body()).isEqualTo(first.body());
      assertThat(gzip.header("ETag")).isEqualTo(first.header("ETag")).matches("\"[\\w-]{22}-z\"");
      assertThat(gzip.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
      assertThat(gzip.header("Content-Length")).isEqualTo("" + gzip.body().length);
      assertThat(gzip.header("Vary")).contains("Accept-Encoding");
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(first.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.body());
    }
    assertThat(plain.header("Content-Encoding")).isNull();
    HttpReply known =
        server()
            .http()
            .get(path, "Accept-Encoding: gzip", "If-None-Match: " + first.header("ETag"));
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
  }

  @Test
  default void compressedForm_isMadeForTheFirstWhoTakesIt_andCountsInTheCachesSize() {
    String id =
        publish(
            "10m", "SELECT n AS x, n * 7919 % 30011 AS y FROM generate_series(1, 30000) AS g(n)");
    String path = "/widgets/" + id;
    HttpReply plain = server().http().get(path);
    double before = MetricsContract.value(server(), "sql_widgets_cache_size_bytes");
    HttpReply gzip = server().http().get(path, "Accept-Encoding: gzip");
    assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    Until.isTrue(
        () ->
            MetricsContract.value(server(), "sql_widgets_cache_size_bytes")
                == before + gzip.body().length);
    String sent = "sql_widgets_sent_bytes_total{kind=\"widget\",name=\"" + id + "\"}";
    assertThat(MetricsContract.value(server(), sent)).isEqualTo(2.0 * plain.body().length);
  }

  @Test
  default void manyWhoTakeGzipAtOnce_getTheSameBytes() {
    String id =
        publish(
            "10m", "SELECT n AS x, n * 7919 % 30011 AS y FROM generate_series(1, 30000) AS g(n)");
    server().once(id, "");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<HttpReply>> asked =
          IntStream.range(0, 30)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> server().http().get("/widgets/" + id, "Accept-Encoding: gzip"),
                          threads))
              .toList();
      byte[] first = asked.getFirst().join().body();
      assertThat(asked).allSatisfy(reply -> assertThat(reply.join().body()).isEqualTo(first));
    }
  }
}
