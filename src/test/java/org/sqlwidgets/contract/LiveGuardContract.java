package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.contract.LiveClient.Bye;
import org.sqlwidgets.live.LiveGrids;
import org.sqlwidgets.live.LiveLoad;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.testing.HttpReply;

/** What the sockets of live grids refuse, and what they leave behind (contract §8). */
interface LiveGuardContract extends Topic {
  String KEY = "first-0123456789";
  String OTHER_KEY = "second-0123456789";
  String[] UPGRADE = {
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
  };

  private String publish() {
    return server().publish(LiveContract.fast("SELECT 'k' AS symbol, 1 AS x"));
  }

  private LiveLoad load() {
    return load(server());
  }

  private static LiveLoad load(ContractServer server) {
    return server.http().context().getBean(LiveGrids.class).load();
  }

  private HttpReply handshake(String path, String... headers) {
    String[] all = java.util.Arrays.copyOf(UPGRADE, UPGRADE.length + headers.length);
    System.arraycopy(headers, 0, all, UPGRADE.length, headers.length);
    return server().http().raw(request(path, all));
  }

  private String request(String path, String... headers) {
    String host = "Host: localhost:" + server().http().port();
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    for (String header : headers) {
      host = header.startsWith("Host:") ? "" : host;
      request.append(header).append("\r\n");
    }
    return request + (host.isEmpty() ? "" : host + "\r\n") + "\r\n";
  }

  @Test
  default void listedOrigin_isLetIn_anyOtherIsNot() {
    String path = "/widgets/" + publish() + "/live";
    int port = server().http().port();
    assertThat(LiveClient.refusal(port, path, "Origin", "https://pro.openbb.co")).isEqualTo(101);
    assertThat(LiveClient.refusal(port, path)).as("no browser").isEqualTo(101);
    assertThat(LiveClient.refusal(port, path, "Origin", "https://evil.example")).isEqualTo(403);
    assertThat(LiveClient.refusal(port, path, "Origin", "null")).isEqualTo(403);
    assertThat(LiveClient.refusal(port, path, "Origin", "http://localhost:1")).isEqualTo(403);
    assertThat(LiveClient.refusal(port, path, "Origin", "http://localhost:" + port))
        .as("the server's own gallery")
        .isEqualTo(101);
    Until.isTrue(() -> load().subscribers() == 0);
  }

  @Test
  default void foreignHost_isRefused() {
    String path = "/widgets/" + publish() + "/live";
    HttpReply reply = handshake(path, "Host: evil.example");
    assertThat(reply.status()).isEqualTo(403);
    ErrorContract.expect(reply, 403, reply.json().path("detail").asText());
    assertThat(load().subscribers()).isZero();
  }

  @Test
  default void requestThatIsNoHandshake_isToldSo() {
    String path = "/widgets/" + publish() + "/live";
    assertThat(server().http().get(path).status()).isEqualTo(426);
    assertThat(server().http().get(path).header("Upgrade")).isEqualTo("websocket");
    HttpReply old =
        server()
            .http()
            .raw(
                request(
                    path,
                    "Connection: keep-alive, Upgrade",
                    "Upgrade: WebSocket",
                    "Sec-WebSocket-Version: 8",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
    assertThat(old.status()).isEqualTo(426);
    assertThat(old.header("Sec-WebSocket-Version")).isEqualTo("13");
    HttpReply keyless =
        server()
            .http()
            .raw(
                request(
                    path,
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: short"));
    assertThat(keyless.status()).isEqualTo(400);
    assertThat(handshake(path, "Content-Length: 3").status()).isEqualTo(400);
    assertThat(load().subscribers()).isZero();
  }

  @Test
  default void widgetThatIsNoLiveGrid_hasNoSocket() {
    String id = server().publish("SELECT 1 AS x");
    assertThat(handshake("/widgets/" + id + "/live").status()).isEqualTo(404);
    assertThat(handshake("/widgets/nothing/live").status()).isEqualTo(404);
    assertThat(server().published(id).has("wsEndpoint")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{\"type\":\"params\",\"params\":{\"a\":",
        "[]",
        "{\"type\":\"other\",\"params\":{}}",
        "{\"type\":\"params\"}",
        "{\"params\":{}}",
        "{\"type\":\"params\",\"params\":7}",
        "{\"type\":\"params\",\"params\":{}} {}",
        "\"\\ud800"
      })
  default void messageThatIsNone_endsTheSocket_withAReason(String message) {
    try (LiveClient client = LiveClient.show(server(), publish(), "{}")) {
      client.next();
      client.send(message);
      Bye bye = client.bye();
      assertThat(bye.code()).isEqualTo(1008);
      assertThat(bye.reason())
          .endsWith("expected {\"type\":\"params\",\"params\":{\"name\":\"value\"}}");
    }
    Until.isTrue(() -> load().subscribers() == 0);
  }

  @ParameterizedTest
  @CsvSource({"20000, 20000", "20000, 8000", "1000000, 1000000"})
  default void messageThatIsTooLarge_endsTheSocket(int size, int part) {
    try (LiveClient client = LiveClient.show(server(), publish(), "{}")) {
      client.next();
      String text = "x".repeat(size);
      for (int from = 0; from < size && client.isOpen(); from += part) {
        int to = Math.min(size, from + part);
        client
            .socket()
            .sendText(text.substring(from, to), to == size)
            .exceptionally(e -> null)
            .join();
      }
      assertThat(client.bye()).isEqualTo(new Bye(1009, "a message has at most 16384 bytes"));
    }
    Until.isTrue(() -> load().subscribers() == 0);
  }

  @Test
  default void messageOfTheLargestSize_isUnderstood() {
    try (LiveClient client = LiveClient.show(server(), publish(), "{}")) {
      client.next();
      String message = "{\"type\":\"params\",\"params\":{\"a\":\"%s\"}}";
      client.send(message.formatted("x".repeat(16 * 1024 + 2 - message.length())));
      client.send("no");
      assertThat(client.bye().code()).isEqualTo(1008);
    }
  }

  @Test
  default void binaryMessage_endsTheSocket() {
    try (LiveClient client = LiveClient.show(server(), publish(), "{}")) {
      client.next();
      client
          .socket()
          .sendBinary(ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)), true)
          .join();
      assertThat(client.bye()).isEqualTo(new Bye(1003, "only text is understood"));
    }
  }

  @Test
  default void tooManyMessages_endTheSocket() {
    try (LiveClient client = LiveClient.show(server(), publish(), "{}")) {
      for (int i = 0; i < 101 && client.isOpen(); i++) {
        client
            .socket()
            .sendText("{\"type\":\"params\",\"params\":{}}", true)
            .exceptionally(e -> null)
            .join();
      }
      assertThat(client.bye()).isEqualTo(new Bye(1008, "too many messages"));
    }
  }

  @Test
  default void clientThatStopsReading_isDropped_othersAreNot() throws IOException {
    String id =
        server()
            .publish(
                LiveContract.fast(
                    "SELECT n AS symbol, CAST(current_timestamp AS varchar) AS x,"
                        + " repeat('x', 3000) AS filler FROM generate_series(1, 1000) AS g(n)"));
    try (LiveClient other = LiveClient.show(server(), id, "{}");
        RawSocket lazy = RawSocket.open(server().http().port(), "/widgets/" + id + "/live")) {
      lazy.send("{\"type\":\"params\",\"params\":{}}");
      Until.isTrue(() -> load().subscribers() == 2);
      Until.isTrue(
          () -> {
            other.next();
            return load().subscribers() == 1;
          });
      assertThat(lazy.codeAtTheEnd()).isEqualTo(1008);
      other.next();
    }
    Until.isTrue(() -> load().subscribers() == 0);
  }

  @Test
  default void manyWhoComeAndGo_leaveNothing() throws IOException {
    String id = publish();
    String path = "/widgets/" + id + "/live";
    try (LiveClient first = LiveClient.show(server(), id, "{}")) {
      first.next();
    }
    Until.isTrue(() -> load().subscribers() == 0 && load().groups() == 0);
    long files = openFiles();
    int threads = Thread.activeCount();
    for (int i = 0; i < 1000; i++) {
      try (RawSocket socket = RawSocket.open(server().http().port(), path)) {
        if (i % 4 > 0) {
          socket.send("{\"type\":\"params\",\"params\":{}}");
        }
        if (i % 4 > 1) {
          socket.sayBye();
        }
      }
    }
    Until.isTrue(() -> load().subscribers() == 0 && load().groups() == 0);
    Until.isTrue(() -> openFiles() <= files + 10);
    assertThat(Thread.activeCount()).isLessThan(threads + 20);
    try (LiveClient last = LiveClient.show(server(), id, "{}")) {
      assertThat(last.next()).isEqualTo("[{\"symbol\":\"k\",\"x\":1}]");
    }
  }

  private static long openFiles() {
    return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getOpenFileDescriptorCount();
  }

  @Test
  default void withKeys_theSignedAddressAloneLetsIn(@TempDir Path folder) {
    TestedDatabase database = server().database().another();
    Map<String, Object> settings =
        Map.of(
            "sql-widgets.api-keys",
            KEY + "," + OTHER_KEY,
            "micronaut.server.host",
            "127.0.0.1",
            "sql-widgets.live.max-subscribers",
            1);
    try (ContractServer keyed = ContractServer.start(folder, database, settings)) {
      String id = keyed.put(LiveContract.fast("SELECT 'k' AS symbol, 1 AS x"));
      int port = keyed.http().port();
      HttpReply document = keyed.http().get("/widgets.json", "X-API-KEY: " + OTHER_KEY);
      assertThat(document.text()).doesNotContain(KEY).doesNotContain(OTHER_KEY);
      assertThat(keyed.http().get("/widgets.json").status()).isEqualTo(401);
      String address = document.json().path(id).path("wsEndpoint").asText();
      String plain = "/widgets/" + id + "/live";
      assertThat(address).startsWith(plain + "/");
      assertThat(LiveClient.refusal(port, plain)).isEqualTo(401);
      assertThat(LiveClient.refusal(port, address + "x")).isEqualTo(401);
      assertThat(LiveClient.refusal(port, address.replace(id, "other"))).isEqualTo(401);
      assertThat(LiveClient.refusal(port, plain, "X-API-KEY", KEY)).isEqualTo(101);
      Until.isTrue(() -> load(keyed).subscribers() == 0);
      try (LiveClient client = LiveClient.open(port, address)) {
        client.show("{}");
        assertThat(client.next()).isEqualTo("[{\"symbol\":\"k\",\"x\":1}]");
        assertThat(LiveClient.refusal(port, address)).as("one too many").isEqualTo(503);
        keyed.stop();
        assertThat(client.bye()).isEqualTo(new Bye(1001, "the server stops"));
      }
    }
  }

  @Test
  default void notification_wakesTheQuery() {
    TestedDatabase database = server().database();
    String file =
        LiveContract.file("-- listen: live_told\n", "SELECT symbol, x FROM live_told ORDER BY 1");
    database.execute(
        "DROP TABLE IF EXISTS live_told",
        "CREATE TABLE live_told (symbol integer, x integer)",
        "INSERT INTO live_told VALUES (1, 1), (2, 1)");
    if (database.dialect() == SqlDialect.H2) {
      assertThat(server().problemsOf(file))
          .singleElement()
          .asString()
          .startsWith("only PostgreSQL");
      return;
    }
    String id = server().publish(file);
    try (LiveClient client = LiveClient.show(server(), id, "{}")) {
      assertThat(client.next()).isEqualTo("[{\"symbol\":1,\"x\":1},{\"symbol\":2,\"x\":1}]");
      Until.isTrue(() -> listening(database) == 1);
      database.execute("UPDATE live_told SET x = 2 WHERE symbol = 1", "NOTIFY live_told");
      assertThat(client.next()).isEqualTo("[{\"symbol\":1,\"x\":2}]");
      long queries = load().queries();
      database.execute("NOTIFY live_other", "UPDATE live_told SET x = 3 WHERE symbol = 1");
      database.execute("UPDATE live_told SET x = 3 WHERE symbol = 2", "NOTIFY live_told");
      assertThat(client.next()).isEqualTo("[{\"symbol\":1,\"x\":3},{\"symbol\":2,\"x\":3}]");
      assertThat(load().queries()).isBetween(queries + 1, queries + 2);
      lose((PostgresDatabase) database);
      database.execute("UPDATE live_told SET x = 4 WHERE symbol = 2");
      assertThat(client.next()).as("what was missed").isEqualTo("[{\"symbol\":2,\"x\":4}]");
    }
    Until.isTrue(() -> listening(database) == 0);
  }

  private static int listening(TestedDatabase database) {
    return ((PostgresDatabase) database)
        .administrator(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND query LIKE 'LISTEN%'")
        .size();
  }

  private static void lose(PostgresDatabase database) {
    assertThat(
            database.administrator(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND query LIKE 'LISTEN%'"))
        .hasSize(1);
  }
}
