package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** Two servers on one PostgreSQL behind a load balancer (docs/operations.md, Several replicas). */
class ReplicasIT {
  private static final String ADMIN_KEY = "replicas-0123456789abcdefghij";
  private static final String ADMIN = "X-API-KEY: " + ADMIN_KEY;

  /** A change is seen within a second; a busy machine may take another. */
  private static final Duration SOON = Duration.ofSeconds(2);

  @TempDir private static Path folder;
  private static final PostgresDatabase DATABASE = new PostgresDatabase();
  private static TestServer one;
  private static TestServer other;

  @BeforeAll
  static void startBothAtOnce_onAnEmptyDatabase() throws IOException {
    write("plain.sql", "SELECT n AS x FROM generate_series(1, 1000) AS g(n)");
    write(
        "kept.sql",
        "-- ---\n-- cache: 1h\n-- ---\nSELECT n AS x FROM generate_series(1, 1000) AS g(n)");
    write("stocks.sql", "SELECT count(*) AS rows_found FROM monthly_stock_prices");
    write("document.sql", "-- ---\n-- type: pdf\n-- ---\nSELECT 'https://pages.example/a' AS url");
    write(
        "live.sql",
        "-- ---\n-- type: live_grid\n-- listen: prices\n"
            + "-- data: { wsRowIdColumn: id }\n-- ---\nSELECT id, price FROM price");
    DATABASE.execute(
        "CREATE TABLE public.price (id integer PRIMARY KEY, price integer)",
        "INSERT INTO public.price VALUES (1, 10)");
    Map<String, Object> settings = new HashMap<>(DATABASE.settings());
    settings.put("sql-widgets.directory", folder.toString());
    settings.put("sql-widgets.example", true);
    settings.put(
        "sql-widgets.keys", List.of(Map.of("name", "all", "key", ADMIN_KEY, "role", "admin")));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      var first = CompletableFuture.supplyAsync(() -> TestServer.start(settings), threads);
      var second = CompletableFuture.supplyAsync(() -> TestServer.start(settings), threads);
      one = first.join();
      other = second.join();
    }
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  private static HttpReply get(TestServer server, String path, String... headers) {
    String[] all = new String[headers.length + 1];
    all[0] = ADMIN;
    System.arraycopy(headers, 0, all, 1, headers.length);
    return server.get(path, all);
  }

  @Test
  void eachStepOfTheTables_isMadeOnce() {
    for (String history : List.of("flyway_schema_history", "example_history")) {
      assertThat(
              DATABASE.texts(
                  "SELECT version FROM sql_widgets." + history + " WHERE version IS NOT NULL"))
          .isNotEmpty()
          .doesNotHaveDuplicates();
    }
    assertThat(DATABASE.number("SELECT count(*) FROM monthly_stock_prices")).isPositive();
    assertThat(
            DATABASE.number(
                "SELECT count(*) FROM (SELECT symbol, month FROM monthly_stock_prices"
                    + " GROUP BY 1, 2 HAVING count(*) > 1) AS twice"))
        .isZero();
    assertThat(get(other, "/widgets/stocks").text()).isEqualTo(get(one, "/widgets/stocks").text());
  }

  @Test
  void changedOption_isSeenByTheOther_withinASecond() {
    new OptionsClient(one).done("POST", "/lookups/regions/options", "{\"value\":\"moon\"}", ADMIN);
    assertThat(Until.within(SOON, () -> get(other, "/options/regions").text().contains("moon")))
        .isTrue();
    assertThat(get(one, "/options/regions").body())
        .isEqualTo(get(other, "/options/regions").body());
  }

  @Test
  void versionThatWasReadAtOne_countsAtTheOther() {
    OptionsClient here = new OptionsClient(one);
    OptionsClient there = new OptionsClient(other);
    here.done("POST", "/lookups", "{\"name\":\"shared\"}", ADMIN);
    assertThat(Until.within(SOON, () -> get(other, "/lookups/shared").status() == 200)).isTrue();
    JsonNode read = here.get("/lookups/shared", ADMIN);
    String seen = "If-Match: \"" + read.path("version").asText() + "\"";
    there.done("POST", "/lookups/shared/options", "{\"value\":\"a\"}", ADMIN, seen);
    HttpReply late = here.json("POST", "/lookups/shared/options", "{\"value\":\"b\"}", ADMIN, seen);
    assertThat(late.status()).as(late.text()).isEqualTo(412);
    assertThat(
            DATABASE.texts("SELECT value FROM sql_widgets.lookup_option WHERE lookup = 'shared'"))
        .containsExactly("a");
  }

  @Test
  void tagOfOne_is304AtTheOther() {
    for (String path :
        List.of(
            "/widgets.json",
            "/apps.json",
            "/widgets/plain",
            "/widgets/plain.csv",
            "/widgets/kept",
            "/options/regions")) {
      for (String accepted : List.of("Accept-Encoding: identity", "Accept-Encoding: gzip")) {
        HttpReply first = get(one, path, accepted);
        HttpReply second = get(other, path, accepted, "If-None-Match: " + first.header("ETag"));
        assertThat(second.status()).as(path + " " + accepted).isEqualTo(304);
        assertThat(get(other, path, accepted).body()).as(path).isEqualTo(first.body());
      }
    }
  }

  @Test
  void addressThatNeedsNoKey_opensAtBoth() {
    String address = get(one, "/widgets.json").json().path("document").path("endpoint").asText();
    assertThat(address).startsWith("/widgets/document/pdf/");
    for (TestServer server : List.of(one, other)) {
      assertThat(server.get(address).status()).isEqualTo(200);
      assertThat(server.get("/widgets/document").status()).isEqualTo(401);
    }
  }

  @Test
  void savedFile_isServedByBoth() throws IOException {
    write("later.sql", "SELECT 7 AS x");
    for (TestServer server : List.of(one, other)) {
      Until.isTrue(() -> get(server, "/widgets/later").text().equals("[{\"x\":7}]"));
    }
  }

  @Test
  void notification_reachesTheLiveGridsOfBoth() {
    try (LiveClient here =
            LiveClient.open(one.port(), "/widgets/live/live", "X-API-KEY", ADMIN_KEY);
        LiveClient there =
            LiveClient.open(other.port(), "/widgets/live/live", "X-API-KEY", ADMIN_KEY)) {
      for (LiveClient client : List.of(here, there)) {
        client.show("{}");
        assertThat(client.next()).isEqualTo("[{\"id\":1,\"price\":10}]");
      }
      DATABASE.execute("UPDATE public.price SET price = 11", "NOTIFY prices");
      for (LiveClient client : List.of(here, there)) {
        assertThat(client.next()).isEqualTo("[{\"id\":1,\"price\":11}]");
      }
    }
  }
}
