package org.sqlwidgets.storm;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.KillablePostgres;
import org.sqlwidgets.testing.TestServer;

/** A PostgreSQL server that is killed, comes back, refuses or is slow (issue: fault matrix). */
class PostgresFaultsIT {
  private static final String BUSY = "The database is busy or not reachable; try again shortly";
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
  private static final int KEPT = 4 * 1024 * 1024;

  @TempDir private static Path place;
  private static KillablePostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = KillablePostgres.start(place.resolve("data"));
    Path widgets = Files.createDirectory(place.resolve("widgets"));
    Files.writeString(widgets.resolve("one.sql"), "SELECT 1 AS x");
    Files.writeString(widgets.resolve("sleep.sql"), "SELECT 1 AS x FROM pg_sleep(10)");
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
        widgets.resolve("large.sql"),
        "SELECT n, repeat('x', 1000) AS filler FROM generate_series(1, 3500) AS g(n)");
    Files.writeString(
        widgets.resolve("disk.sql"),
        "-- ---\n-- maxRows: 10000000\n-- ---\n"
            + "SELECT n, repeat('x', 100) AS filler FROM generate_series(1, 300000) AS g(n)"
            + " ORDER BY n * 7919 % 300007");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static TestServer serve() {
    Map<String, Object> settings = new HashMap<>(postgres.database().settings());
    settings.keySet().removeIf(key -> key.startsWith("datasources.default"));
    settings.put("sql-widgets.directory", place.resolve("widgets").toString());
    settings.put("sql-widgets.example", false);
    return TestServer.start(settings);
  }

  private static void assertBusy(HttpReply reply) {
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.json().path("detail").asText()).isEqualTo(BUSY);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  /** Milliseconds until something is so. */
  private static long until(long since, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(Figures.millisSince(since)).as("it comes true").isLessThan(20_000);
      Thread.onSpinWait();
    }
    return Figures.millisSince(since);
  }

  private static void assertBackSoon(TestServer server, String what) {
    long back = System.nanoTime();
    long after = until(back, () -> server.get("/widgets/one").status() == 200);
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
      assertThat(waited).isLessThan(6_000);
      long second = System.nanoTime();
      assertBusy(server.get("/widgets/one"));
      long again = Figures.millisSince(second);
      Figures.note("killed between requests, second reply (503) after", again, "ms");
      assertThat(again).isLessThan(3_000);
      assertThat(server.get("/widgets.json").body()).isEqualTo(widgets);
      assertThat(server.get("/health").status()).isEqualTo(200);
      postgres.startAgain();
      assertBackSoon(server, "killed between requests");
    }
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
      until(System.nanoTime(), () -> server.get("/problems").json().path("problems").isEmpty());
    }
  }

  @Test
  void clientThatLeavesATenSecondQueryAfter300Milliseconds_endsItsBackendWithin100()
      throws Exception {
    try (TestServer server = serve();
        Connection watch = postgres.database().asSuperuser();
        Statement statement = watch.createStatement()) {
      long[] times = new long[5];
      for (int i = 0; i < times.length; i++) {
        try (ReplyStart reply = ReplyStart.of(server.port(), "/widgets/sleep")) {
          long asked = System.nanoTime();
          until(asked, () -> isSleeping(statement));
          until(asked, () -> Figures.millisSince(asked) >= 300);
          assertThat(reply).isNotNull();
        }
        times[i] = until(System.nanoTime(), () -> !isSleeping(statement));
      }
      Arrays.sort(times);
      Figures.note("client gone at 300 ms, backend gone after (median of 5)", times[2], "ms");
      Figures.note("client gone at 300 ms, backend gone after (longest of 5)", times[4], "ms");
      assertThat(times[2]).isLessThan(100);
      until(System.nanoTime(), () -> active(server) == 0);
    }
  }

  private static boolean isSleeping(Statement statement) {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'sql_widgets_reader'"
                + " AND state = 'active' AND query LIKE '%pg_sleep(10)%'")) {
      row.next();
      return row.getInt(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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

  /** PostgreSQL's own limit stands in for a disk without room: a sort may write only so much. */
  @Test
  void noRoomForTemporaryFiles_isToldAsSuch_andOthersAreServed() {
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

  @Test
  void clientThatDoesNotRead_holdsNoConnectionToTheDatabase_ofAReplyUpTo4Megabytes()
      throws IOException {
    try (TestServer server = serve();
        ReplyStart reply = ReplyStart.of(server.port(), "/widgets/large")) {
      assertThat(reply.status()).isEqualTo(200);
      long free = until(System.nanoTime(), () -> active(server) == 0);
      Figures.note("client that does not read 3.5 MB, connection free after", free, "ms");
      assertThat(free).isLessThan(10_000);
      assertThat(reply.read(3_500_000)).isEqualTo(3_500_000);
    }
  }

  private static int active(TestServer server) {
    HikariDataSource pool =
        (HikariDataSource) server.context().getBean(Databases.class).reader("widgets");
    return pool.getHikariPoolMXBean().getActiveConnections();
  }
}
