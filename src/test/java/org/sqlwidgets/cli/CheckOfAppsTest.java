package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.problem.Problem;

/** A check tells what is wrong with apps, too. */
class CheckOfAppsTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("one.sql"), "SELECT 1 AS price");
    Files.writeString(folder.resolve("app.yml"), "tabs: [{ widgets: [one, two] }]");
    Files.createDirectory(folder.resolve("bad"));
    Files.writeString(folder.resolve("bad/app.yml"), "colour: red");
  }

  /** A check switches the log off; the tests after this one need it. */
  @AfterEach
  void restoreTheLog() {
    logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    logger("org.sqlwidgets").setLevel(null);
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  private List<String> problems(CheckReport report) {
    return report.problems().stream()
        .map(Problem::toString)
        .map(text -> text.replace(folder.toString() + "/", ""))
        .toList();
  }

  @Test
  void check_holdsAppsToTheirWidgets() {
    CheckReport report = OnlineCheck.run(folder, false);

    assertThat(problems(report))
        .containsExactly(
            "app.yml:1:25: error: there is no widget \"two\", so the app is shown without it; is"
                + " its file there and published?",
            "bad/app.yml:1:1: error: unknown key \"colour\"; accepted here: \"name\","
                + " \"description\", \"img\", \"img_dark\", \"img_light\", \"allowCustomization\","
                + " \"authentication\", \"selected_agent\", \"mcp_servers\", \"mcpServers\","
                + " \"prompts\", \"tabs\", \"groups\"");
    assertThat(report.files()).hasSize(3);
  }

  @Test
  void offlineCheck_readsAppsAlone() throws IOException {
    CheckReport report = OfflineCheck.run(folder);

    assertThat(problems(report))
        .singleElement()
        .asString()
        .startsWith("bad/app.yml:1:1: error: unknown key \"colour\"");
    assertThat(report.files()).hasSize(3);
  }
}
