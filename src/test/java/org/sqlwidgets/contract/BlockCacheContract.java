package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Blocks of server-side tables are shared and kept as all replies are (widget-file §3, §4). */
interface BlockCacheContract extends Topic {
  String RANDOM = "SELECT n, random() AS x FROM generate_series(1, 3) AS g(n) ORDER BY n";

  private String publish(String header, String sql) {
    return server().publish("-- ---\n-- type: ssrm_table\n" + header + "-- ---\n" + sql);
  }

  private HttpReply post(String id, String body) {
    return server().http().post("/widgets/" + id, body);
  }

  private static String status(HttpReply reply) {
    return Objects.requireNonNull(reply.header("Cache-Status"));
  }

  /** What all of many requests for one block at the same time are answered. */
  private List<HttpReply> together(int requests, String id, String body, Runnable meanwhile) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<HttpReply>> asked =
          IntStream.range(0, requests)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(id, body), threads))
              .toList();
      meanwhile.run();
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  @Test
  default void keptBlock_isSentWithItsAge_byPostAndByGet() {
    String id = publish("-- cache: 10m\n", RANDOM);
    HttpReply first = post(id, "{}");
    assertThat(status(first)).isEqualTo("sql-widgets; fwd=miss; stored");
    assertThat(first.text()).endsWith(",\"rowCount\":3}");
    for (String same : List.of("{}", "{\"startRow\":0,\"filterModel\":{}}", "{\"query\":\"\"}")) {
      HttpReply second = post(id, same);
      assertThat(second.text()).isEqualTo(first.text());
      assertThat(status(second)).matches("sql-widgets; hit; ttl=(599|59\\d)");
      assertThat(second.header("Age")).matches("\\d");
      assertThat(second.header("ETag")).isNull();
    }
    HttpReply got = server().once(id, "startRow=0&endRow=500");
    assertThat(got.text()).isEqualTo(first.text());
    assertThat(status(got)).contains("hit");
    String known = "If-None-Match: " + EntityTagContract.tag(got);
    assertThat(server().http().get("/widgets/" + id, known).status()).isEqualTo(304);
    assertThat(server().published(id).path("staleTime").asInt()).isEqualTo(600_000);
  }

  /** As the refresh button of other widgets, which has what is kept, too. */
  @Test
  default void keptBlock_isThatOfThoseWhoRefresh() {
    String id = publish("-- cache: 10m\n", RANDOM);
    for (String rows : List.of("", "\"startRow\":1,\"endRow\":2,")) {
      String first = post(id, "{" + rows + "\"disableCache\":false}").text();
      assertThat(post(id, "{" + rows + "\"disableCache\":true}").text()).isEqualTo(first);
    }
  }

  @Test
  default void blockOfAWidgetWithoutCache_isNotKept() {
    String id = publish("", RANDOM);
    HttpReply first = post(id, "{}");
    assertThat(post(id, "{}").text()).isNotEqualTo(first.text());
    assertThat(first.header("Cache-Status")).isNull();
  }

  /** Scrolling does not count again, refreshing does (docs/types/ssrm_table.md). */
  @Test
  default void numberOfRows_isThatOfTheFirstBlock_untilSomebodyRefreshes() {
    server()
        .database()
        .execute(
            "DROP TABLE IF EXISTS counted",
            "CREATE TABLE counted (n integer)",
            "INSERT INTO counted SELECT n FROM generate_series(1, 10) AS g(n)");
    String id = publish("", "SELECT n FROM counted ORDER BY n");
    String behind = "\"startRow\":2,\"endRow\":4";
    assertThat(post(id, "{\"endRow\":2}").text()).endsWith("\"rowCount\":10}");
    server().database().execute("INSERT INTO counted VALUES (11)");
    assertThat(post(id, "{" + behind + "}").text()).endsWith("\"rowCount\":10}");
    assertThat(post(id, "{" + behind + ",\"disableCache\":true}").text())
        .endsWith("\"rowCount\":11}");
    assertThat(post(id, "{" + behind + "}").text()).endsWith("\"rowCount\":11}");
  }

  @Test
  default void fileThatIsSavedAgain_hasNewBlocks() {
    String header = "-- ---\n-- type: ssrm_table\n-- cache: 10m\n";
    String id = server().publish(header + "-- ---\n" + RANDOM);
    String first = post(id, "{}").text();
    server().replace(id, header + "-- description: Other\n-- ---\n" + RANDOM);
    String second = post(id, "{}").text();
    assertThat(second).isNotEqualTo(first);
    server().replace(id, header + "-- ---\nSELECT 1 AS n");
    assertThat(post(id, "{}").text()).isEqualTo("{\"rowData\":[{\"n\":1}],\"rowCount\":1}");
  }

  @Test
  default void hundredIdenticalBlocks_runOneQuery() {
    String id = publish("-- cache: 10m\n", RANDOM);
    List<HttpReply> replies = together(100, id, "{\"endRow\":2}", () -> {});
    assertThat(replies).extracting(HttpReply::text).containsOnly(replies.getFirst().text());
    assertThat(replies.getFirst().text()).endsWith(",\"rowCount\":3}");
    assertThat(replies)
        .extracting(BlockCacheContract::status)
        .filteredOn(status -> status.equals("sql-widgets; fwd=miss; stored"))
        .hasSize(1);
  }

  @Test
  default void staleBlock_isSentAtOnce_andReadAnewOnce() {
    String id = publish("-- cache: { fresh: 1ms, stale: 1h }\n", RANDOM);
    String first = post(id, "{}").text();
    Set<String> seen = new HashSet<>();
    Until.isTrue(
        () -> {
          HttpReply reply = post(id, "{}");
          assertThat(status(reply)).matches("sql-widgets; hit; ttl=-?\\d+");
          seen.add(reply.text());
          return !reply.text().equals(first);
        });
    assertThat(seen).hasSizeLessThanOrEqualTo(2);
  }

  /** A request can come a moment too late to share; so there are several attempts. */
  @Test
  default void blocksThatWaitForAConnection_shareAQuery() {
    TestedDatabase database = server().database();
    String id = publish(BlockCacheContract.slowByParam(database), slow(database));
    String slow = "{\"n\":" + database.pick("1000000", "30") + "}";
    Until.isTrue(
        () -> {
          Socket running = HttpStream.posted(server().http().port(), "/widgets/" + id, slow);
          Until.isTrue(() -> database.runningQueries() == 1);
          List<HttpReply> replies =
              together(
                  5,
                  id,
                  "{\"n\":0}",
                  () -> {
                    Until.isTrue(() -> server().waitingForConnections() > 0);
                    close(running);
                  });
          assertThat(replies).extracting(HttpReply::status).containsOnly(200);
          return replies.stream()
                  .filter(
                      reply ->
                          "sql-widgets; fwd=bypass; collapsed".equals(reply.header("Cache-Status")))
                  .count()
              == 4;
        });
  }

  private static String slowByParam(TestedDatabase database) {
    return "-- timeout: 1m\n-- params: [{ paramName: n, type: number, sqlType: %s, value: 0 }]\n"
        .formatted(database.pick("integer", "double precision"));
  }

  /** A query that is slow for large values. */
  private static String slow(TestedDatabase database) {
    return database.pick(
        """
        SELECT count(*) AS x FROM generate_series(1, :n) AS a(n)
        CROSS JOIN generate_series(1, :n) AS b(m) WHERE a.n + b.m < 0
        """,
        "SELECT 0 AS x FROM pg_sleep(:n)");
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  default void queryOfABlock_isCancelled_whenTheLastOfItsClientsLeaves() throws IOException {
    TestedDatabase database = server().database();
    String id = publish("-- cache: 10m\n-- timeout: 1m\n", database.pick(Slow.H2, Slow.POSTGRESQL));
    int port = server().http().port();
    Socket first = HttpStream.posted(port, "/widgets/" + id, "{}");
    Until.isTrue(() -> database.runningQueries() == 1);
    Socket second = HttpStream.posted(port, "/widgets/" + id, "{}");
    Socket other = HttpStream.posted(port, "/widgets/" + id, "{\"endRow\":1}");
    Until.isTrue(() -> server().waitingForConnections() == 1);
    first.close();
    other.close();
    Until.isTrue(() -> server().waitingForConnections() == 0);
    Until.isTrue(() -> database.runningQueries() == 1);
    second.close();
    assertThat(Until.within(Duration.ofSeconds(5), () -> server().busyConnections() == 0))
        .as("the query is cancelled")
        .isTrue();
    assertThat(database.runningQueries()).isZero();
  }

  /** Workspace asks once more after a second; the database does not pay twice (contract §1.2). */
  @Test
  default void secondTry_afterABlockThatTookLong_runsNoQuery() {
    String slow = server().database().pick(Slow.H2, Slow.POSTGRESQL);
    String id = publish("-- timeout: 1200ms\n", slow);
    HttpReply first = post(id, "{}");
    assertThat(first.status()).isEqualTo(200);
    assertThat(ReplyJudge.blockErrorFailures(first.body())).isEmpty();
    assertThat(post(id, "{}").text()).isEqualTo(first.text());
    HttpReply got = server().once(id, "");
    assertThat(got.status()).isEqualTo(504);
    assertThat(got.json().path("detail")).isEqualTo(first.json().path("error"));
    String queries = "sql_widgets_feed_query_seconds_count{kind=\"widget\",name=\"" + id + "\"}";
    assertThat(MetricsContract.value(server(), queries)).isEqualTo(1);
  }

  /** A filter is many times as long as the block that it finds; its memory counts, too. */
  @Test
  default void longRequest_countsInTheCachesSize() {
    String id = publish("-- cache: 10m\n", RANDOM);
    post(id, "{}");
    double before = MetricsContract.value(server(), "sql_widgets_cache_size_bytes");
    String values = "1234567,".repeat(9999) + "1";
    post(id, "{\"filterModel\":{\"n\":{\"filterType\":\"set\",\"values\":[" + values + "]}}}");
    Until.isTrue(
        () ->
            MetricsContract.value(server(), "sql_widgets_cache_size_bytes") > before + 10_000 * 40);
  }

  /** Requests that look alike, each asked by itself and then again and again, in any order. */
  @Test
  default void block_isNeverThatOfAnotherRequest() {
    List<String> bodies = alike();
    String params = "-- params: [{ paramName: least, type: number, sqlType: integer, value: 0 }]\n";
    String rows = SsrmContract.ROWS.replace("ORDER BY id", "WHERE id > :least ORDER BY id");
    String direct = publish(params, rows);
    Map<String, String> truth = new HashMap<>();
    bodies.forEach(body -> truth.put(body, post(direct, body).text()));
    assertThat(truth.values()).noneMatch(text -> text.startsWith("{\"error\""));
    assertThat(new HashSet<>(truth.values())).hasSizeGreaterThan(35);
    String kept = publish("-- cache: 10m\n" + params, rows);
    List<String> asked = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      asked.addAll(bodies);
    }
    Collections.shuffle(asked, new Random(7));
    asked.forEach(body -> assertThat(post(kept, body).text()).as(body).isEqualTo(truth.get(body)));
  }

  private static List<String> alike() {
    List<String> bodies = new ArrayList<>();
    for (String part :
        List.of(
            "'startRow':0",
            "'startRow':1",
            "'startRow':1,'disableCache':true",
            "'startRow':1,'endRow':2",
            "'endRow':2",
            "'endRow':1",
            "'least':1",
            "'least':'1'",
            "'least':2",
            "'least':1,'startRow':1",
            "'sortModel':[{'colId':'qty','sort':'asc'}]",
            "'sortModel':[{'colId':'qty','sort':'desc'}]",
            "'sortModel':[{'colId':'price','sort':'asc'}]",
            "'sortModel':[{'colId':'qty','sort':'asc'},{'colId':'id','sort':'desc'}]",
            "'sortModel':[{'colId':'id','sort':'desc'},{'colId':'qty','sort':'asc'}]",
            "'rowGroupCols':[{'field':'sold'}]",
            "'rowGroupCols':[{'field':'qty'}]",
            "'rowGroupCols':[{'field':'sold'},{'field':'qty'}],'groupKeys':['true']",
            "'rowGroupCols':[{'field':'sold'},{'field':'qty'}],'groupKeys':['false']",
            "'rowGroupCols':[{'field':'sold'},{'field':'qty'}],'groupKeys':[null]",
            "'rowGroupCols':[{'field':'sold'}],'groupKeys':['true']",
            "'rowGroupCols':[{'field':'qty'}],'groupKeys':['5']",
            "'rowGroupCols':[{'field':'sold'}],'valueCols':[{'field':'price','aggFunc':'sum'}]",
            "'rowGroupCols':[{'field':'sold'}],'valueCols':[{'field':'price','aggFunc':'avg'}]",
            "'rowGroupCols':[{'field':'sold'}],'valueCols':[{'field':'id','aggFunc':'sum'}]")) {
      bodies.add(part);
    }
    for (String filter :
        List.of(
            "'name':{'type':'contains','filter':'a'}",
            "'name':{'type':'contains','filter':'A'}",
            "'name':{'type':'contains','filter':'A '}",
            "'name':{'type':'notContains','filter':'a'}",
            "'name':{'type':'equals','filter':'anna'}",
            "'note':{'type':'contains','filter':'a'}",
            "'name':{'filterType':'set','values':['Anna','50%']}",
            "'name':{'filterType':'set','values':['Anna,50%']}",
            "'name':{'filterType':'set','values':['Anna',null]}",
            "'name':{'filterType':'set','values':[null]}",
            "'name':{'filterType':'set','values':['null']}",
            "'name':{'filterType':'set','values':[]}",
            "'name':{'type':'blank'}",
            "'note':{'type':'blank'}",
            "'note':{'type':'notBlank'}",
            "'qty':{'type':'equals','filter':5}",
            "'qty':{'type':'equals','filter':5.0}",
            "'qty':{'type':'equals','filter':4.5}",
            "'qty':{'type':'notEqual','filter':5}",
            "'qty':{'type':'inRange','filter':0,'filterTo':5}",
            "'qty':{'type':'inRange','filter':0,'filterTo':7}",
            "'price':{'type':'equals','filter':2.5}",
            "'at':{'type':'equals','dateFrom':'2024-01-31'}",
            "'at':{'type':'equals','dateFrom':'2024-01-31 13:45:00'}",
            "'day':{'type':'equals','dateFrom':'2024-02-01'}",
            "'sold':{'type':'true'}",
            "'sold':{'type':'false'}",
            "'sold':{'type':'true'},'qty':{'type':'equals','filter':5}",
            "'name':{'operator':'AND','conditions':["
                + "{'type':'contains','filter':'a'},{'type':'contains','filter':'c'}]}",
            "'name':{'operator':'OR','conditions':["
                + "{'type':'contains','filter':'b'},{'type':'contains','filter':'c'}]}")) {
      bodies.add("'filterModel':{" + filter + "}");
    }
    return bodies.stream().map(body -> "{" + body.replace('\'', '"') + "}").toList();
  }
}
