package org.sqlwidgets.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.Program;

/** A server whose log or embedded database finds no room (docs/reliability.md). */
@EnabledOnOs(value = OS.LINUX, disabledReason = "there is no /dev/full and no prlimit")
class FullDiskTest {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final String ROWS = "[{\"x\":1},{\"x\":null}]";

  @TempDir private Path folder;

  @BeforeEach
  void widgets() throws IOException {
    Path widgets = Files.createDirectory(folder.resolve("sql-widgets"));
    Files.writeString(
        widgets.resolve("rows.sql"), "SELECT x FROM (VALUES (NULL), (1)) AS v(x) ORDER BY x");
  }

  /** Nothing but the lines is lost: neither a reply nor the server waits for them. */
  @Test
  void logOnADiskWithoutRoom_losesItsLines_andNothingElse() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Map<String, String> environment =
        Map.of(
            "MICRONAUT_SERVER_PORT", String.valueOf(port),
            "LOGGER_LEVELS_ORG_SQLWIDGETS", "DEBUG",
            "SQL_WIDGETS_EMBEDDED_URL", "jdbc:h2:mem:log");
    try (Program server = Program.writingTo(Path.of("/dev/full"), folder, environment)) {
      for (long started = System.nanoTime(); !isUp(port); ) {
        assertThat(Figures.millisSince(started)).as("it starts").isLessThan(60_000);
      }
      for (int i = 0; i < 100; i++) {
        assertThat(get(port, "/widgets/rows").text()).isEqualTo(ROWS);
        assertThat(get(port, "/nothing").status()).isEqualTo(404);
      }
      assertThat(server.terminate().exitCode()).isEqualTo(143);
      assertThat(server.errors()).isEmpty();
    }
  }

  private static boolean isUp(int port) {
    try {
      return get(port, "/health").status() == 200;
    } catch (java.io.UncheckedIOException e) {
      return false;
    }
  }

  /** What is said to be kept is kept, the rest is refused; all goes on once there is room. */
  @Test
  void embeddedDatabaseOnADiskWithoutRoom_refusesChanges_andKeepsThoseItTook() throws Exception {
    Map<String, String> environment =
        Map.of("MICRONAUT_SERVER_PORT", "-1", "SQL_WIDGETS_EXAMPLE", "false");
    List<String> kept = new ArrayList<>();
    try (Program server = Program.start(folder, environment)) {
      int port = port(server);
      assertThat(send(port, "/lookups", "{\"name\":\"places\"}").status()).isEqualTo(200);
      limit(server, String.valueOf(Files.size(folder.resolve("data/sql-widgets.mv.db"))));
      HttpReply refused = addUntilRefused(port, kept);
      assertThat(refused.status()).as(refused.text()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(refused.text()).contains("cannot write to its disk; nothing was changed");
      long served = Figures.until(System.nanoTime(), () -> isServed(port));
      Figures.note("embedded database without room, rows after", served, "ms");
      assertThat(served).isLessThan(10_000);
      for (int i = 0; i < 20; i++) {
        assertThat(get(port, "/widgets/rows").text()).isEqualTo(ROWS);
      }
      assertThat(get(port, "/health").status()).isEqualTo(200);
      limit(server, "unlimited");
      long room = System.nanoTime();
      long after = Figures.until(room, () -> add(port, "again").status() == 200);
      Figures.note("embedded database has room again, first change after", after, "ms");
      kept.add("again");
      Figures.until(System.nanoTime(), () -> isServed(port));
      Figures.until(System.nanoTime(), () -> get(port, "/lookups/places").status() == 200);
      assertThat(get(port, "/lookups/places").json().path("options").findValuesAsText("value"))
          .containsExactlyElementsOf(kept);
    }
    try (Program next = Program.start(folder, environment)) {
      assertThat(
              get(port(next), "/lookups/places").json().path("options").findValuesAsText("value"))
          .containsExactlyElementsOf(kept);
    }
  }

  private static boolean isServed(int port) {
    return get(port, "/widgets/rows").text().equals(ROWS);
  }

  private static HttpReply addUntilRefused(int port, List<String> kept) {
    HttpReply reply = add(port, "option 0");
    while (reply.status() == 200) {
      kept.add("option " + kept.size());
      assertThat(kept).hasSizeLessThan(1000);
      reply = add(port, "option " + kept.size());
    }
    Figures.note(
        "embedded database without room, changes before the first refused", kept.size(), "");
    return reply;
  }

  private static HttpReply add(int port, String value) {
    return send(
        port,
        "/lookups/places/options",
        "{\"value\":\"%s\",\"label\":\"%s\",\"description\":\"%s\"}"
            .formatted(value, value, "x".repeat(400)));
  }

  /** Files that the process writes may become so large, as if the disk ended there. */
  private static void limit(Program server, String bytes) throws Exception {
    assertThat(
            new ProcessBuilder(
                    "prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":")
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
  }

  private static int port(Program server) {
    Matcher found = ADDRESS.matcher(server.awaitLine("Listening on "));
    assertThat(found.find()).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static HttpReply get(int port, String path) {
    return exchange(port, "GET " + path + " HTTP/1.1\r\n", "");
  }

  private static HttpReply send(int port, String path, String json) {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return exchange(
        port,
        "POST "
            + path
            + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n",
        json);
  }

  private static HttpReply exchange(int port, String head, String body) {
    try (HttpConnection connection = HttpConnection.to(port)) {
      return connection.exchange(head + "Host: localhost\r\nConnection: close\r\n\r\n" + body);
    }
  }
}
