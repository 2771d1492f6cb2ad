package org.sqlwidgets.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.listen.Certificates;
import org.sqlwidgets.testing.PostgresServer;
import org.sqlwidgets.testing.TestServer;

/** Clients that leave, or do not read what they have asked for (docs/reliability.md). */
class ClientFaultsIT {
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  @TempDir private static Path place;
  private static PostgresServer.Database database;
  private static Certificates certificates;
  private static TestServer server;
  private static TestServer https;

  @BeforeAll
  static void start() throws Exception {
    database = PostgresServer.newDatabase();
    certificates = Certificates.make(place, "server", "EC");
    Path widgets = Files.createDirectory(place.resolve("widgets"));
    Files.writeString(widgets.resolve("one.sql"), "SELECT 1 AS x");
    Files.writeString(widgets.resolve("pause.sql"), "SELECT 2 AS x FROM pg_sleep(3)");
    Files.writeString(widgets.resolve("sleep.sql"), "SELECT 1 AS x FROM pg_sleep(10)");
    Files.writeString(
        widgets.resolve("stream.sql"),
        "-- ---\n-- maxRows: 10000000\n-- timeout: 5m\n-- ---\n"
            + "SELECT n, repeat('x', 300) AS filler FROM generate_series(1, 10000000) AS g(n)");
    Files.writeString(
        widgets.resolve("large.sql"),
        "SELECT n, repeat('x', 1000) AS filler FROM generate_series(1, 3500) AS g(n)");
    server = serve(Map.of());
    https = serve(certificates.settings());
  }

  @AfterAll
  static void stop() {
    server.close();
    https.close();
  }

  private static TestServer serve(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(database.settings());
    settings.keySet().removeIf(key -> key.startsWith("datasources.default"));
    settings.put("sql-widgets.directory", place.resolve("widgets").toString());
    settings.put("sql-widgets.example", false);
    settings.put("sql-widgets.replies.patience", "500ms");
    settings.putAll(more);
    return TestServer.start(settings);
  }

  @Test
  void clientThatLeavesATenSecondQueryAfter300Milliseconds_endsItsBackendWithin100()
      throws Exception {
    try (Connection watch = database.asSuperuser();
        Statement statement = watch.createStatement()) {
      long[] times = new long[5];
      for (int i = 0; i < times.length; i++) {
        try (ReplyStart reply = ReplyStart.of(server.port(), "/widgets/sleep")) {
          awaitSleep(statement);
          assertThat(reply).isNotNull();
        }
        times[i] = Figures.until(System.nanoTime(), () -> !isSleeping(statement));
      }
      assertSoon("client gone at 300 ms", times);
      Figures.until(System.nanoTime(), () -> active(server) == 0);
    }
  }

  /** A client that cancels a request over HTTP/2 resets its stream and keeps the connection. */
  @Test
  void clientThatResetsAStreamAfter300Milliseconds_endsItsBackendWithin100_andNoOtherStream()
      throws Exception {
    try (HttpClient client = certificates.client(HttpClient.Version.HTTP_2);
        Connection watch = database.asSuperuser();
        Statement statement = watch.createStatement()) {
      assertServes(client);
      CompletableFuture<HttpResponse<String>> other =
          client.sendAsync(request("/widgets/pause"), BodyHandlers.ofString());
      long[] times = new long[5];
      for (int i = 0; i < times.length; i++) {
        CompletableFuture<HttpResponse<String>> reply =
            client.sendAsync(request("/widgets/sleep"), BodyHandlers.ofString());
        awaitSleep(statement);
        assertThat(reply.cancel(true)).isTrue();
        times[i] = Figures.until(System.nanoTime(), () -> !isSleeping(statement));
      }
      assertSoon("stream of HTTP/2 reset at 300 ms", times);
      assertThat(other.join().body()).isEqualTo("[{\"x\":2}]");
      assertServes(client);
      Figures.until(System.nanoTime(), () -> active(https) == 0);
    }
  }

  private static void awaitSleep(Statement statement) {
    long asked = System.nanoTime();
    Figures.until(asked, () -> isSleeping(statement));
    Figures.until(asked, () -> Figures.millisSince(asked) >= 300);
  }

  private static void assertSoon(String what, long[] times) {
    Arrays.sort(times);
    Figures.note(what + ", backend gone after (median of 5)", times[2], "ms");
    Figures.note(what + ", backend gone after (longest of 5)", times[4], "ms");
    assertThat(times[0]).as("the others may have waited for the machine").isLessThan(100);
  }

  private static boolean isSleeping(Statement statement) {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'sql_widgets_reader'"
                + " AND datname = current_database()"
                + " AND state = 'active' AND query LIKE '%pg_sleep(10)%'")) {
      row.next();
      return row.getInt(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void clientThatDoesNotRead_holdsNoConnectionToTheDatabase_ofAReplyUpTo4Megabytes()
      throws IOException {
    try (ReplyStart reply = ReplyStart.of(server.port(), "/widgets/large")) {
      assertThat(reply.status()).isEqualTo(200);
      long free = Figures.until(System.nanoTime(), () -> active(server) == 0);
      Figures.note("client that does not read 3.5 MB, connection free after", free, "ms");
      assertThat(free).isLessThan(3_000);
      assertThat(reply.read(3_500_000)).isEqualTo(3_500_000);
    }
  }

  @Test
  void clientThatReadsNothingOfAStream_isCutOff_andNobodyElseSuffers() throws IOException {
    try (ReplyStart reply = ReplyStart.of(server.port(), "/widgets/stream")) {
      assertThat(reply.status()).isEqualTo(200);
      long streamed = System.nanoTime();
      assertThat(active(server)).isEqualTo(1);
      assertThat(server.get("/widgets/one").status()).isEqualTo(200);
      long free = Figures.until(streamed, () -> active(server) == 0);
      long ended = Figures.until(streamed, reply::isEnded);
      Figures.note("client that reads nothing for 500 ms, connection free after", free, "ms");
      Figures.note("client that reads nothing for 500 ms, cut off after", ended, "ms");
      assertThat(free).isLessThan(5_000);
      assertThat(server.get("/widgets/one").status()).isEqualTo(200);
      assertThat(reply.lastBytes()).doesNotEndWith(LAST_CHUNK);
    }
  }

  @Test
  void streamOfHttp2ThatIsNotRead_isReset_andNoOtherStream() throws Exception {
    try (HttpClient client = certificates.client(HttpClient.Version.HTTP_2)) {
      HttpResponse<InputStream> reply =
          client.send(request("/widgets/stream"), BodyHandlers.ofInputStream());
      assertThat(reply.statusCode()).isEqualTo(200);
      assertServes(client);
      Figures.until(System.nanoTime(), () -> active(https) == 0);
      assertServes(client);
      try (InputStream body = reply.body()) {
        assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
      }
    }
  }

  private static void assertServes(HttpClient client) throws Exception {
    HttpResponse<String> reply = client.send(request("/widgets/one"), BodyHandlers.ofString());
    assertThat(reply.body()).isEqualTo("[{\"x\":1}]");
    assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_2);
  }

  private static HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + https.port() + path)).build();
  }

  private static int active(TestServer server) {
    HikariDataSource pool =
        (HikariDataSource) server.context().getBean(Databases.class).reader("widgets");
    return pool.getHikariPoolMXBean().getActiveConnections();
  }
}
