package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.Program;

/** The program as people start it: in a process of its own, in a folder of its own. */
class ServeProcessTest {
  private static final Map<String, String> ANY_PORT = Map.of("MICRONAUT_SERVER_PORT", "-1");
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

  @TempDir private Path folder;

  @BeforeEach
  void widgets() throws IOException {
    Files.createDirectory(folder.resolve("sql-widgets"));
    Files.writeString(folder.resolve("sql-widgets/hello.sql"), "SELECT 'Hello' AS greeting\n");
  }

  @Test
  void serve_saysWhatItServes_andEndsOrderlyWhenTold() throws IOException {
    Files.writeString(folder.resolve("sql-widgets/broken.sql"), "SELEC 1 AS one\n");
    Files.writeString(folder.resolve("sql-widgets/app.yml"), "colour: red\n");
    try (Program server = Program.start(folder, ANY_PORT)) {
      int port = port(server.awaitLine("Listening on "));
      assertThat(server.awaitLine("Serving "))
          .endsWith(
              "Serving 1 widget, 3 lookups and 0 apps from %s; 2 problems, see http://localhost:%d/problems"
                  .formatted(folder.toRealPath().resolve("sql-widgets"), port));
      assertThat(server.awaitLine("Connect "))
          .endsWith(
              "Connect OpenBB Workspace:"
                  + " https://pro.openbb.co/app?modal=connect-backend&name=SQL%20Widgets&url=http%3A%2F%2Flocalhost%3A"
                  + port);
      try (HttpConnection connection = HttpConnection.to(port)) {
        assertThat(connection.exchange(request("/widgets/hello")).text())
            .isEqualTo("[{\"greeting\":\"Hello\"}]");
      }
      assertThat(server.terminate().exitCode()).isEqualTo(143);
      assertThat(server.errors()).isEmpty();
      assertThat(server.output()).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d .*"));
    }
    assertThat(files("data")).containsExactly("sql-widgets.mv.db");
  }

  @Test
  void secondServer_saysWhoHoldsTheDatabase_andCheckGoesOn() {
    try (Program server = Program.start(folder, ANY_PORT)) {
      int port = port(server.awaitLine("Listening on "));
      try (Program second = Program.start(folder, ANY_PORT, "serve")) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.errors())
            .singleElement()
            .asString()
            .startsWith(
                "SQL Widgets cannot start: the embedded database ./data/sql-widgets is held by"
                    + " process "
                    + server.pid())
            .contains("http://localhost:" + port);
      }
      try (Program check = Program.start(folder, Map.of(), "check")) {
        assertThat(check.exitCode()).isZero();
        assertThat(check.output()).containsExactly("1 file checked: 0 errors, 0 warnings, 0 hints");
        assertThat(check.errors()).isEmpty();
      }
    }
  }

  @Test
  void check_makesNoDatabaseFile_andOpensNoPort() throws IOException {
    Map<String, String> noPort = Map.of("MICRONAUT_SERVER_PORT", "70000");
    try (Program check = Program.start(folder, noPort, "check")) {
      assertThat(check.exitCode()).isZero();
      assertThat(check.output()).containsExactly("1 file checked: 0 errors, 0 warnings, 0 hints");
    }
    assertThat(files("")).containsExactly("sql-widgets");
  }

  @Test
  void checkOffline_takesTheFolderOfTheSettings() throws IOException {
    Files.move(folder.resolve("sql-widgets"), folder.resolve("elsewhere"));
    Map<String, String> elsewhere = Map.of("SQL_WIDGETS_DIRECTORY", "elsewhere");
    try (Program check = Program.start(folder, elsewhere, "check", "--offline")) {
      assertThat(check.exitCode()).isZero();
      assertThat(check.output()).singleElement().asString().startsWith("1 file checked: ");
    }
  }

  @Test
  void failureToStart_isOneSentence() {
    try (Program server = Program.start(folder, Map.of("SQL_WIDGETS_DIRECTORY", "missing"))) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.errors())
          .singleElement()
          .asString()
          .startsWith("SQL Widgets cannot start: the folder ");
    }
  }

  @Test
  void logAsJson_isOneObjectForEachLine_asTheDocsShow() throws IOException {
    Map<String, String> json =
        Map.of("MICRONAUT_SERVER_PORT", "-1", "SQL_WIDGETS_LOG_FORMAT", "json");
    Files.writeString(
        folder.resolve("sql-widgets/ratio.sql"),
        "-- ---\n-- params:\n--   - {paramName: n, type: number, sqlType: integer}\n-- ---\n"
            + "SELECT 1 / :n AS x\n");
    try (Program server = Program.start(folder, json)) {
      int port = port(server.awaitLine("Listening on ").replace("\\/", "/"));
      try (HttpConnection connection = HttpConnection.to(port)) {
        connection.exchange(
            "GET /widgets/ratio?n=x HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "X-Request-Id: 4bf92f3577b34da6\r\n"
                + "Connection: close\r\n\r\n");
      }
      String line = server.awaitLine("4bf92f3577b34da6");
      String shown =
          Files.readAllLines(Path.of("docs/operations.md")).stream()
              .filter(one -> one.startsWith("{\"timestamp\""))
              .findFirst()
              .orElseThrow();
      assertThat(line.replaceAll("\"(timestamp|threadName)\":(\"[^\"]*\"|\\d+)", "$1"))
          .isEqualTo(shown.replaceAll("\"(timestamp|threadName)\":(\"[^\"]*\"|\\d+)", "$1"));
      assertThat(server.terminate().exitCode()).isEqualTo(143);
      assertThat(server.output()).allMatch(one -> one.startsWith("{") && one.endsWith("}"));
    }
  }

  @Test
  void strangeLogFormat_isRefused() {
    Map<String, String> strange = Map.of("SQL_WIDGETS_LOG_FORMAT", "xml");
    try (Program server = Program.start(folder, strange)) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.errors())
          .singleElement()
          .asString()
          .contains("sql-widgets.log.format is \"xml\"; expected text or json");
    }
  }

  private static int port(String line) {
    Matcher found = ADDRESS.matcher(line);
    assertThat(found.find()).as(line).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static String request(String path) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path);
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
