package org.sqlwidgets.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.PostgresServer;
import org.sqlwidgets.testing.Program;

/** A server in a process of its own, with little memory, that is told to end under load. */
class ProcessFaultsIT {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

  private static final Pattern IN_LINE =
      Pattern.compile("sql_widgets_queue_waiting\\{[^}]*widgets[^}]*} (\\d+\\.\\d)");

  @TempDir private Path folder;
  private PostgresServer.Database database;

  @BeforeEach
  void widgets() throws IOException {
    database = PostgresServer.newDatabase();
    Path widgets = Files.createDirectory(folder.resolve("sql-widgets"));
    Files.writeString(widgets.resolve("one.sql"), "SELECT 1 AS x");
    Files.writeString(
        widgets.resolve("slow.sql"),
        "-- ---\n-- params:\n--   - {paramName: no, type: number, sqlType: integer}\n-- ---\n"
            + "SELECT :no AS x FROM pg_sleep(1)");
    Files.writeString(
        widgets.resolve("stream.sql"),
        "-- ---\n-- maxRows: 10000000\n-- ---\n"
            + "SELECT n, repeat('x', 1000) AS filler FROM generate_series(1, 40000) AS g(n)");
    Files.writeString(
        widgets.resolve("cell.sql"),
        "SELECT repeat('x', 200000000 + n) AS x FROM (VALUES (1)) v(n)");
    Files.writeString(
        widgets.resolve("cells.sql"),
        "-- ---\n"
            + "-- params:\n"
            + "--   - {paramName: mega, type: number, sqlType: integer}\n"
            + "-- ---\n"
            + "SELECT n, repeat('x', :mega * 1000000 + n) AS x FROM generate_series(1, 90) AS"
            + " g(n)");
    Files.writeString(
        widgets.resolve("numbered.sql"),
        "-- ---\n-- params:\n--   - {paramName: no, type: number, sqlType: integer}\n-- ---\n"
            + "SELECT n + :no AS n, repeat('x', 1000) AS f FROM generate_series(1, 3500) AS g(n)");
    Files.writeString(
        widgets.resolve("large.sql"),
        "SELECT n, repeat('x', 1000) AS filler FROM generate_series(1, 3500) AS g(n)");
  }

  private Program serve(String... jvm) {
    Map<String, String> environment = new HashMap<>();
    database
        .settings()
        .forEach(
            (key, value) ->
                environment.put(
                    key.replace('.', '_').toUpperCase(Locale.ROOT), String.valueOf(value)));
    environment.put("MICRONAUT_SERVER_PORT", "-1");
    environment.put("DATASOURCES_WIDGETS_CONNECTION_TIMEOUT", "15000");
    environment.put("SQL_WIDGETS_QUEUE_PATIENCE", "15s");
    List<String> java = new ArrayList<>(List.of(jvm));
    java.add("org.sqlwidgets.Application");
    return Program.java(folder, environment, java);
  }

  private static int port(Program server) {
    Matcher found = ADDRESS.matcher(server.awaitLine("Listening on "));
    assertThat(found.find()).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static HttpReply get(int port, String path) {
    try (HttpConnection connection = HttpConnection.to(port)) {
      return connection.exchange(
          "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
  }

  private int sleeping() {
    try (Connection connection = database.asSuperuser();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                    + " AND datname = current_database() AND query LIKE '%pg_sleep(1)%'"
                    + " AND pid <> pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counted in the order in which a request goes back to front, so that none counts twice. */
  private long arrived(List<CompletableFuture<HttpReply>> replies, int port) {
    long answered = replies.stream().filter(CompletableFuture::isDone).count();
    return answered + sleeping() + inLine(port);
  }

  private static int inLine(int port) {
    Matcher found = IN_LINE.matcher(get(port, "/prometheus").text());
    return found.find() ? (int) Double.parseDouble(found.group(1)) : 0;
  }

  /** More requests than connections, so that some of them still stand in line. */
  @Test
  void serverThatIsToldToEnd_answersEveryRequestInFlight_first() throws Exception {
    try (Program server = serve();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        ReplyStart stream = ReplyStart.of(port(server), "/widgets/stream")) {
      assertThat(stream.status()).isEqualTo(200);
      List<CompletableFuture<HttpReply>> replies = new ArrayList<>();
      int port = stream.port();
      for (int i = 0; i < 20; i++) {
        String path = "/widgets/slow?no=" + i;
        replies.add(CompletableFuture.supplyAsync(() -> get(port, path), clients));
      }
      for (long asked = System.nanoTime(); arrived(replies, port) < replies.size(); ) {
        assertThat(Figures.millisSince(asked)).as("all have arrived").isLessThan(20_000);
      }
      long told = System.nanoTime();
      server.terminate();
      for (int i = 0; i < replies.size(); i++) {
        assertThat(replies.get(i).get().text()).isEqualTo("[{\"x\":" + i + "}]");
      }
      assertThat(stream.lastBytes()).endsWith("\r\n0\r\n\r\n");
      assertThat(server.exitCode()).isEqualTo(143);
      long ended = Figures.millisSince(told);
      Figures.note(
          "told to end (SIGTERM) with 20 queries and a stream in flight, ended after", ended, "ms");
      assertThat(ended).isLessThan(15_000);
      assertThat(server.errors()).isEmpty();
    }
  }

  @Test
  void repliesThatOutgrowTheMemory_areRefused_andOthersAreServed() {
    try (Program server = serve("-Xmx96m")) {
      int port = port(server);
      for (String path : List.of("/widgets/cell", "/widgets/cells?mega=12")) {
        long asked = System.nanoTime();
        HttpReply reply = get(port, path);
        Figures.note(
            "-Xmx96m, " + path + " gives " + reply.status() + " after",
            Figures.millisSince(asked),
            "ms");
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(get(port, "/widgets/one").text()).isEqualTo("[{\"x\":1}]");
      }
      server.terminate();
      assertThat(server.exitCode()).isEqualTo(143);
      assertThat(String.join("\n", server.output())).doesNotContain("OutOfMemoryError");
      assertThat(server.errors()).isEmpty();
    }
  }

  /** Ninety rows of a megabyte each are more than the memory, but never there at once. */
  @Test
  void largeRows_areFetchedInSmallerNumbers_andStreamed() throws IOException {
    try (Program server = serve("-Xmx96m")) {
      int port = port(server);
      try (ReplyStart reply = ReplyStart.of(port, "/widgets/cells?mega=1")) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.read(90_000_000)).isEqualTo(90_000_000);
      }
      assertThat(get(port, "/widgets/one").text()).isEqualTo("[{\"x\":1}]");
      server.terminate();
      assertThat(server.exitCode()).isEqualTo(143);
    }
  }

  /** Together the replies are more than the memory. */
  @Test
  void largeReplies_thatNobodyReads_leaveMemoryForTheOthers() throws IOException {
    List<Socket> clients = new ArrayList<>();
    try (Program server = serve("-Xmx96m")) {
      int port = port(server);
      for (int i = 0; i < 40; i++) {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        clients.add(client);
        String request = "GET /widgets/numbered?no=" + i + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(get(port, "/widgets/one").text()).isEqualTo("[{\"x\":1}]");
      }
      for (Socket client : clients) {
        client.close();
      }
      for (long asked = System.nanoTime();
          get(port, "/widgets/numbered?no=99").header("ETag") == null; ) {
        assertThat(Figures.millisSince(asked)).as("a whole reply again").isLessThan(20_000);
      }
      server.terminate();
      assertThat(server.exitCode()).isEqualTo(143);
      assertThat(String.join("\n", server.output())).doesNotContain("OutOfMemoryError");
    }
  }

  /** Each is counted until it has left, whichever way it leaves. */
  @Test
  void largeReplies_thatAreSent_leaveNothingBehind() throws Exception {
    try (Program server = serve("-Xmx96m")) {
      int port = port(server);
      for (String ask :
          List.of(
              "HEAD /widgets/large HTTP/1.1\r\n",
              "GET /widgets/large HTTP/1.1\r\nAccept-Encoding: gzip\r\n",
              "GET /widgets/large HTTP/1.1\r\n")) {
        for (int i = 0; i < 6; i++) {
          try (HttpConnection connection = HttpConnection.to(port)) {
            HttpReply reply =
                connection.exchange(ask + "Host: localhost\r\nConnection: close\r\n\r\n");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("ETag")).as("%d: whole, not streamed, %s", i, ask).isNotNull();
          }
        }
      }
    }
  }
}
