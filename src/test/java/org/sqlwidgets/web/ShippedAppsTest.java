package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.testing.TestServer;

/** The folder {@code sql-widgets} as it ships, over HTTP, judged as the client would. */
class ShippedAppsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/apps/shipped.apps.json");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "sql-widgets.directory", "sql-widgets",
                "sql-widgets.example", true,
                "sql-widgets.actions.enabled", true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shippedFiles_haveNoProblems() {
    assertThat(server.get("/problems").json().path("problems")).isEmpty();
  }

  @Test
  void widgets_areTakenByTheClient() {
    byte[] widgets = server.get("/widgets.json").body();

    assertThat(OpenbbJudge.failures(widgets)).isEmpty();
  }

  @Test
  void apps_areTakenByTheClient() {
    byte[] widgets = server.get("/widgets.json").body();
    byte[] apps = server.get("/apps.json").body();

    assertThat(OpenbbJudge.failures(apps, widgets)).isEmpty();
    assertThat(OpenbbJudge.notes(apps, widgets)).isEmpty();
  }

  /** {@code -Dgolden.update=true} writes the file and fails; run it again to see it pass. */
  @Test
  void apps_areThoseOfTheGoldenFile() throws IOException {
    byte[] apps = server.get("/apps.json").body();
    String found = new ObjectMapper().readTree(apps).toPrettyString() + "\n";
    String golden = Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "";
    if (!golden.equals(found) && Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, found);
    }

    assertThat(found).isEqualTo(golden);
  }
}
