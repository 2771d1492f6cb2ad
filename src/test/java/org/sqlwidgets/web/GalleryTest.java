package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {
  private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String FILE =
      """
      -- ---
      -- name: Prices
      -- params:
      --   - { paramName: since, type: date, value: 2020-01-01 }
      --   - { paramName: least, type: number, nullable: true }
      -- ---
      SELECT day, price FROM (VALUES (DATE '2024-01-01', 1), (DATE '2024-01-02', 2)) AS v(day, price)
      WHERE day >= :since /*[ AND price >= :least ]*/
      ORDER BY day
      """;

  private TestServer server;
  private Path folder;

  @BeforeAll
  void start(@TempDir Path empty) throws Exception {
    folder = empty;
    Files.createDirectory(folder.resolve("market"));
    Files.writeString(folder.resolve("market/prices.sql"), FILE);
    Files.writeString(folder.resolve("broken.sql"), "SELECT 1 AS a\nFROM nowhere\n");
    server = TestServer.start(Map.of("sql-widgets.directory", folder.toString()));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void start_isAPage_forBrowsers() {
    HttpReply page = server.get("/", BROWSER);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.text()).startsWith("<!doctype html>").doesNotContain("style=", "<script>");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';")
        .contains("frame-ancestors 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept: */*", "Accept: application/json", "X-Any: thing"})
  void start_isJson_forPrograms(String header) {
    HttpReply reply = server.get("/", header);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.json().path("widgets").asInt()).isEqualTo(1);
  }

  @Test
  void file_ofThePage_isSentOnce() {
    HttpReply first = server.get("/studio/app/view/table.js");
    assertThat(first.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    HttpReply second =
        server.get("/studio/app/view/table.js", "If-None-Match: " + first.header("ETag"));
    assertThat(second.status()).isEqualTo(304);
  }

  @Test
  void library_isKept_becauseItsAddressNamesItsVersion() {
    HttpReply library = server.get("/studio/lib/marked-16.4.1.js", "Accept-Encoding: gzip");
    assertThat(library.status()).isEqualTo(200);
    assertThat(library.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(library.header("Cache-Control")).contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/studio/app/../../application.yml",
        "/studio/app/%2e%2e/%2e%2e/application.yml",
        "/studio/app/index.html",
        "/studio/lib/ag-grid-community-LICENSE.txt",
        "/studio/app/nothing.js"
      })
  void otherFiles_areNotFound(String path) {
    assertThat(server.get(path).status()).isIn(404, 400);
    assertThat(server.get(path).text()).doesNotContain("micronaut:");
  }

  @Test
  void desk_listsWidgets_andProblems() {
    var desk = server.get("/studio/api/desk").json();
    assertThat(desk.path("widgets")).hasSize(1);
    assertThat(desk.at("/widgets/0/id").asText()).isEqualTo("prices");
    assertThat(desk.at("/widgets/0/folder").asText()).isEqualTo("market");
    assertThat(desk.at("/widgets/0/stale").asBoolean()).isFalse();
    assertThat(desk.at("/problems/0/file").asText()).endsWith("/broken.sql");
    assertThat(desk.at("/problems/0/line").asInt()).isEqualTo(2);
  }

  @Test
  void source_isTheFile_andNoOther() {
    String file = server.get("/studio/api/desk").json().at("/widgets/0/file").asText();
    HttpReply source = server.get("/studio/api/source?file=" + file.replace("/", "%2F"));
    assertThat(source.json().path("text").asText()).isEqualTo(FILE);
    assertThat(server.get("/studio/api/source?file=/etc/passwd").status()).isEqualTo(404);
    assertThat(server.get("/studio/api/source").status()).isEqualTo(404);
  }

  @Test
  void values_areWhatIsBound() {
    var bound = server.get("/studio/api/widgets/prices/values?least=2").json();
    assertThat(bound.path("values").toString())
        .isEqualTo(
            "[{\"paramName\":\"since\",\"type\":\"date\",\"value\":\"2020-01-01\",\"sent\":false},"
                + "{\"paramName\":\"least\",\"type\":\"integer\",\"value\":\"2\",\"sent\":true}]");
    assertThat(bound.path("statement").asText()).contains("AND price >= ?");
    assertThat(server.get("/studio/api/widgets/prices/values").json().path("statement").asText())
        .doesNotContain("price >=");
    assertThat(server.get("/studio/api/widgets/prices/values?since=soon").status()).isEqualTo(422);
    assertThat(server.get("/studio/api/widgets/none/values").status()).isEqualTo(404);
  }

  @Test
  void timing_isToldOnlyToThoseWhoAsk() {
    assertThat(server.get("/widgets/prices").header("Server-Timing")).isNull();
    assertThat(server.get("/widgets/prices", "Sql-Widgets-Timing: 1").header("Server-Timing"))
        .matches("wait;dur=[\\d.]+;.*, database;dur=[\\d.]+;.*, write;dur=.*, rows;desc=\"2\"");
    HttpReply foreign =
        server.get("/widgets/prices", "Sql-Widgets-Timing: 1", "Origin: https://pro.openbb.co");
    assertThat(foreign.header("Access-Control-Expose-Headers")).doesNotContain("Server-Timing");
    assertThat(foreign.header("Timing-Allow-Origin")).isNull();
  }

  @Test
  void page_needsNoKey_butWhatItShowsDoes() {
    try (TestServer locked =
        TestServer.start(
            Map.of(
                "sql-widgets.directory",
                folder.toString(),
                "sql-widgets.api-keys",
                "a-key-of-the-test"))) {
      assertThat(locked.get("/", BROWSER).status()).isEqualTo(200);
      assertThat(locked.get("/studio/app/main.js").status()).isEqualTo(200);
      assertThat(locked.get("/studio/lib/marked-16.4.1.js").status()).isEqualTo(200);
      for (String path :
          new String[] {
            "/",
            "/studio/api/desk",
            "/studio/api/events",
            "/studio/api/source?file=x",
            "/studio/api/widgets/prices/values",
            "/studio/app/../api/desk",
            "/widgets/prices.csv"
          }) {
        assertThat(locked.get(path).status()).as(path).isIn(401, 404);
        assertThat(locked.get(path).text()).as(path).doesNotContain("prices.sql");
      }
      assertThat(locked.get("/studio/api/desk", "X-API-KEY: a-key-of-the-test").status())
          .isEqualTo(200);
    }
  }

  @Test
  void page_underAForeignName_isRefused() {
    assertThat(server.get("/", BROWSER, "Host: evil.example.com").status()).isEqualTo(403);
    assertThat(server.get("/studio/app/main.js", "Host: evil.example.com").status()).isEqualTo(403);
  }
}
