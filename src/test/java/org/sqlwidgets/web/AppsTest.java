package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** {@code /apps.json} and what other addresses tell of apps, while files change. */
class AppsTest {
  @TempDir private Path folder;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    write("stocks/one.sql", "SELECT 1 AS price WHERE :from = DATE '2020-01-01'");
    write("stocks/two.sql", "SELECT 2 AS price WHERE :from = DATE '2020-01-01'");
    write("stocks/app.yml", "name: Stocks");
    server = TestServer.start(Map.of("sql-widgets.directory", folder.toString()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Looks for changes now, instead of waiting for the watch to do so. */
  private void refresh() {
    server.context().getBean(WidgetRegistry.class).refresh();
  }

  private JsonNode json(String path) {
    return server.get(path).json();
  }

  @Test
  void apps_areServed_asTheClientTakesThem() {
    HttpReply reply = server.get("/apps.json");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(OpenbbJudge.failures(reply.body(), server.get("/widgets.json").body())).isEmpty();
    assertThat(reply.text())
        .isEqualTo(
            """
            [{"name":"Stocks","description":"One, Two","tabs":{"":{"id":"","name":"","layout":[\
            {"i":"one","x":0,"y":0,"w":20,"h":12,"groups":["Group 1"]},\
            {"i":"two","x":20,"y":0,"w":20,"h":12,"groups":["Group 1"]}]}},\
            "groups":[{"name":"Group 1","type":"param","paramName":"from",\
            "widgetIds":["one","two"]}]}]\
            """);
  }

  @Test
  void unchangedApps_areNotSentAgain() throws IOException {
    String tag = server.get("/apps.json").header("ETag");
    assertThat(server.get("/apps.json", "If-None-Match: " + tag).status()).isEqualTo(304);

    write("stocks/app.yml", "name: Shares");
    refresh();

    HttpReply changed = server.get("/apps.json", "If-None-Match: " + tag);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/0/name").asText()).isEqualTo("Shares");
  }

  @Test
  void newWidget_joinsTheAppOfItsFolder() throws IOException {
    write("stocks/three.sql", "SELECT 3 AS price");
    refresh();

    assertThat(json("/apps.json").at("/0/tabs//layout").findValuesAsText("i"))
        .containsExactly("one", "three", "two");
  }

  @Test
  void deletedWidget_leavesTheApp() throws IOException {
    Files.delete(folder.resolve("stocks/two.sql"));
    refresh();

    assertThat(json("/apps.json").at("/0/tabs//layout").findValuesAsText("i"))
        .containsExactly("one");
    assertThat(json("/apps.json").at("/0/groups").isMissingNode()).isTrue();
  }

  @Test
  void problemsOfApps_areListedAndCounted_withTheMomentSinceWhen() throws IOException {
    assertThat(json("/health").path("problems").asInt()).isZero();
    Instant before = Instant.now();
    write("stocks/app.yml", "name: Stocks\ntags: [5]");
    refresh();

    JsonNode problem = json("/problems").at("/problems/0");
    assertThat(problem.path("file").asText()).endsWith("/stocks/app.yml");
    assertThat(problem.path("line").asInt()).isEqualTo(2);
    assertThat(problem.path("column").asInt()).isEqualTo(1);
    assertThat(problem.path("severity").asText()).isEqualTo("error");
    assertThat(problem.path("message").asText())
        .isEqualTo("unknown key \"tags\"; did you mean \"tabs\"?");
    assertThat(Instant.parse(problem.path("since").asText())).isAfterOrEqualTo(before);
    assertThat(json("/problems").path("errors").asInt()).isEqualTo(1);
    assertThat(json("/problems").at("/stale/0").asText()).endsWith("/stocks/app.yml");
    assertThat(json("/health").path("problems").asInt()).isEqualTo(1);
    assertThat(json("/").path("problems").asInt()).isEqualTo(1);
    assertThat(json("/").path("apps").asInt()).isEqualTo(1);
    assertThat(json("/apps.json").at("/0/name").asText()).isEqualTo("Stocks");
  }
}
