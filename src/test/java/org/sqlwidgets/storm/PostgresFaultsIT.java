package org.sqlwidgets.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.KillablePostgres;
import org.sqlwidgets.testing.PostgresServer;
import org.sqlwidgets.testing.TestServer;

/** A PostgreSQL server that is killed, comes back, refuses or is slow (docs/reliability.md). */
class PostgresFaultsIT {
  private static final String BUSY = "The database is busy or not reachable; try again shortly";
  private static final String PLACES = "/lookups/places/options";
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
  private static final int KEPT = 4 * 1024 * 1024;

  @TempDir private static Path place;
  private static KillablePostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = KillablePostgres.start(place.resolve("data"));
    Path widgets = Files.createDirectory(place.resolve("widgets"));
    Files.writeString(widgets.resolve("one.sql"), "SELECT 1 AS x");
    Files.writeString(
        widgets.resolve("timed.sql"),
        "-- ---\n-- timeout: 1s\n-- ---\nSELECT pg_sleep(10)::text x");
    Files.writeString(
        widgets.resolve("stream.sql"),
        "-- ---\n-- maxRows: 10000000\n-- timeout: 5m\n-- ---\n"
            + "SELECT n, repeat('x', 300) AS filler FROM generate_series(1, 10000000) AS g(n)");
    Files.writeString(
        widgets.resolve("narrow.sql"),
        "-- ---\n-- maxRows: 200000\n-- ---\n"
            + "SELECT 100 / (50000 - n) AS x FROM generate_series(1, 100000) AS g(n)");
    Files.writeString(
        widgets.resolve("wide.sql"),
        "-- ---\n-- maxRows: 200000\n-- ---\n"
            + "SELECT 100 / (50000 - n) AS x, repeat('x', 400) AS filler"
            + " FROM generate_series(1, 100000) AS g(n)");
    Files.writeString(
        widgets.resolve("disk.sql"),
        "-- ---\n-- maxRows: 10000000\n-- ---\n"
            + "SELECT n, repeat('x', 100) AS filler FROM generate_series(1, 300000) AS g(n)"
            + " ORDER BY n::bigint * 7919 % 300007");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static TestServer serve() {
    return serve(Map.of());
  }

  private static TestServer serve(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(postgres.database().settings());
    settings.keySet().removeIf(key -> key.startsWith("datasources.default"));
    settings.put("sql-widgets.directory", place.resolve("widgets").toString());
    settings.put("sql-widgets.example", false);
    settings.putAll(more);
    return TestServer.start(settings);
  }

  private static void assertBusy(HttpReply reply) {
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.json().path("detail").asText()).isEqualTo(BUSY);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  private static void assertBackSoon(TestServer server, String what) {
    long back = System.nanoTime();
    long after = Figures.until(back, () -> server.get("/widgets/one").status() == 200);
    Figures.note(what + ", first good reply after PostgreSQL accepts connections", after, "ms");
    assertThat(after).isLessThan(4_500);
  }

  @Test
  void killedInTheMiddleOfAStream_breaksTheReplyOff_andServesAgainWhenItIsBack()
      throws IOException {
    try (TestServer server = serve();
        ReplyStart reply = ReplyStart.of(server.port(), "/widgets/stream")) {
      assertThat(reply.status()).as(reply::start).isEqualTo(200);
      assertThat(reply.read(KEPT + KEPT)).isEqualTo(KEPT + KEPT);
      postgres.kill();
      long killed = System.nanoTime();
      assertThat(reply.lastBytes()).isNotEmpty().doesNotEndWith(LAST_CHUNK);
      long after = Figures.millisSince(killed);
      Figures.note("killed in a stream, reply broken off after", after, "ms");
      assertThat(after).isLessThan(10_000);
      postgres.startAgain();
      assertBackSoon(server, "killed in a stream");
    }
  }

  @Test
  void killedBetweenRequests_is503Soon_thenAtOnce_andAllElseIsServed() {
    try (TestServer server = serve()) {
      assertThat(server.get("/widgets/one").status()).isEqualTo(200);
      byte[] widgets = server.get("/widgets.json").body();
      postgres.kill();
      long first = System.nanoTime();
      assertBusy(server.get("/widgets/one"));
      long waited = Figures.millisSince(first);
      Figures.note("killed between requests, first reply (503) after", waited, "ms");
      assertThat(waited).isLessThan(2_000);
      long second = System.nanoTime();
      assertBusy(server.get("/widgets/one"));
      long again = Figures.millisSince(second);
      Figures.note("killed between requests, second reply (503) after", again, "ms");
      assertThat(again).isLessThan(3_000);
      assertThat(server.get("/health/readiness").status()).isEqualTo(503);
      assertThat(server.get("/widgets.json").body()).isEqualTo(widgets);
      assertThat(server.get("/health").status()).isEqualTo(200);
      postgres.startAgain();
      assertBackSoon(server, "killed between requests");
      Figures.until(System.nanoTime(), () -> server.get("/health/readiness").status() == 200);
    }
  }

  /** As in compose: the product's own tables are in the same PostgreSQL. */
  @Test
  void killedUnderTheOptions_editsAreRefused_optionsServedOn_andNoneIsLost() {
    postgres.database().execute("ALTER ROLE ALL SET synchronous_commit = on");
    try (TestServer server = serveAllFrom(postgres)) {
      assertThat(server.post("/lookups", "{\"name\":\"places\"}").status()).isEqualTo(200);
      assertThat(server.post(PLACES, "{\"value\":\"a\"}").status()).isEqualTo(200);
      Figures.until(
          System.nanoTime(), () -> server.get("/options/places").text().contains("\"a\""));
      byte[] options = server.get("/options/places").body();
      postgres.kill();
      HttpReply refused = server.post(PLACES, "{\"value\":\"b\"}");
      assertThat(refused.status()).as(refused.text()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(refused.json().path("detail").asText())
          .isEqualTo(
              "the database with the lookups does not answer; look whether the change is there"
                  + " before you try again");
      assertThat(server.get("/options/places").body()).isEqualTo(options);
      HttpReply unread = server.get("/lookups/places");
      assertThat(unread.status()).as(unread.text()).isEqualTo(503);
      assertThat(unread.json().path("detail").asText())
          .isEqualTo("the database with the lookups cannot be read just now; try again shortly");
      postgres.startAgain();
      long after =
          Figures.until(
              System.nanoTime(), () -> server.post(PLACES, "{\"value\":\"c\"}").status() == 200);
      Figures.note("killed under the options, next edit after", after, "ms");
      assertThat(server.get("/lookups/places").json().path("options").findValuesAsText("value"))
          .containsExactly("a", "c");
    }
  }

  private static TestServer serveAllFrom(KillablePostgres all) {
    Map<String, Object> settings = new HashMap<>(all.database().settings());
    settings.put("sql-widgets.directory", place.resolve("widgets").toString());
    settings.put("sql-widgets.example", false);
    return TestServer.start(settings);
  }

  /** A load balancer that took the server away would stop the widgets that work. */
  @Test
  void oneOfTwoDatabasesKilled_theServerIsReady_andWidgetsOfTheOtherAreServed() throws IOException {
    Path two = Files.createDirectories(place.resolve("two"));
    Files.writeString(two.resolve("one.sql"), "SELECT 1 AS x");
    Files.writeString(
        two.resolve("fact.sql"), "-- ---\n-- datasource: facts\n-- ---\nSELECT 2 AS x");
    Map<String, Object> settings = new HashMap<>();
    settings.put("sql-widgets.directory", two.toString());
    PostgresServer.newDatabase()
        .settings()
        .forEach(
            (key, value) -> {
              if (key.startsWith("datasources.widgets.")) {
                settings.put(key.replace("widgets", "facts"), value);
              }
            });
    try (TestServer server = serve(settings)) {
      assertThat(states(server)).isEqualTo("default=UP facts=UP widgets=UP");
      postgres.kill();
      Figures.until(
          System.nanoTime(), () -> states(server).equals("default=UP facts=UP widgets=DOWN"));
      assertThat(server.get("/health/readiness").status()).isEqualTo(200);
      assertThat(server.get("/widgets/fact").text()).isEqualTo("[{\"x\":2}]");
      assertBusy(server.get("/widgets/one"));
      postgres.startAgain();
      Figures.until(
          System.nanoTime(), () -> states(server).equals("default=UP facts=UP widgets=UP"));
    }
  }

  private static String states(TestServer server) {
    StringJoiner states = new StringJoiner(" ");
    server
        .get("/health/readiness")
        .json()
        .path("datasources")
        .properties()
        .forEach(state -> states.add(state.getKey() + "=" + state.getValue().asText()));
    return states.toString();
  }

  @Test
  void notThereAtTheStart_isAProblem_untilItComes() {
    postgres.kill();
    try (TestServer server = serve()) {
      assertThat(server.get("/health").status()).isEqualTo(200);
      assertThat(server.get("/problems").json().path("problems")).isNotEmpty();
      assertThat(server.get("/widgets/one").status()).isEqualTo(404);
      postgres.startAgain();
      assertBackSoon(server, "not there at the start");
      Figures.until(
          System.nanoTime(), () -> server.get("/problems").json().path("problems").isEmpty());
    }
  }

  @Test
  void queryPastItsTimeout_is504_soonAfter() {
    try (TestServer server = serve()) {
      long asked = System.nanoTime();
      assertThat(server.get("/widgets/timed").status()).isEqualTo(504);
      long after = Figures.millisSince(asked);
      Figures.note("query past its timeout of 1000 ms, reply (504) after", after, "ms");
      assertThat(after).isBetween(950L, 2_000L);
    }
  }

  /** What is written to the device "full" meets the same error as on a disk without room. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "there is no /dev/full")
  void fullDisk_isToldAsSuch_andUsedAgainOnceThereIsRoom() throws Exception {
    try (TestServer server = serve(Map.of("datasources.widgets.maximum-pool-size", 1))) {
      assertThat(server.get("/widgets/one").status()).isEqualTo(200);
      List<Path> full = fillDisk();
      long asked = System.nanoTime();
      HttpReply reply = server.get("/widgets/disk");
      Figures.note("disk full under PostgreSQL, 503 after", Figures.millisSince(asked), "ms");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.json().path("detail").asText())
          .isEqualTo("The database has no room left on its disk; try again later");
      assertThat(server.get("/widgets/one").status()).isEqualTo(200);
      for (Path file : full) {
        Files.deleteIfExists(file);
      }
      assertThat(server.get("/widgets/disk").status()).isEqualTo(200);
    }
  }

  /** The next temporary files of all backends of the reader lie on the device that is full. */
  private static List<Path> fillDisk() throws Exception {
    Path folder = Files.createDirectories(place.resolve("data/base/pgsql_tmp"));
    List<Path> files = new ArrayList<>();
    try (Connection connection = postgres.database().asSuperuser();
        Statement statement = connection.createStatement();
        ResultSet backends =
            statement.executeQuery(
                "SELECT pid FROM pg_stat_activity WHERE usename = 'sql_widgets_reader'")) {
      while (backends.next()) {
        for (int i = 0; i < 100; i++) {
          Path file = folder.resolve("pgsql_tmp" + backends.getInt(1) + "." + i);
          files.add(Files.createSymbolicLink(file, Path.of("/dev/full")));
        }
      }
    }
    return files;
  }

  /** A limit of PostgreSQL's own: a sort may write only so much. */
  @Test
  void limitOfTemporaryFiles_isToldAsSuch_andOthersAreServed() {
    postgres
        .database()
        .execute(
            "ALTER ROLE sql_widgets_reader SET temp_file_limit = '1MB'",
            "ALTER ROLE sql_widgets_reader SET work_mem = '64kB'");
    try (TestServer server = serve()) {
      HttpReply reply = server.get("/widgets/disk");
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.json().path("detail").asText())
          .isEqualTo(
              "The query needs more room than the database allows it; narrow the parameters, or"
                  + " ask the author");
      assertThat(server.get("/widgets/one").status()).isEqualTo(200);
    } finally {
      postgres.database().execute("ALTER ROLE sql_widgets_reader RESET ALL", "CHECKPOINT");
    }
  }

  @Test
  void errorAtRow50000_isACleanError_beforeAnythingWasSent() {
    try (TestServer server = serve()) {
      HttpReply reply = server.get("/widgets/narrow");
      assertThat(reply.status()).isEqualTo(422);
      assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
    }
  }

  @Test
  void errorAtRow50000_breaksTheConnectionOff_onceRowsWereSent_andTheSecondTryIsTold()
      throws IOException {
    try (TestServer server = serve();
        ReplyStart reply = ReplyStart.of(server.port(), "/widgets/wide")) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.read(KEPT)).isEqualTo(KEPT);
      assertThat(reply.lastBytes()).isNotEmpty().doesNotEndWith(LAST_CHUNK).doesNotContain("]");
      HttpReply second = server.get("/widgets/wide");
      assertThat(second.status()).isEqualTo(422);
      assertThat(ReplyJudge.errorFailures(second.body())).isEmpty();
    }
  }
}
