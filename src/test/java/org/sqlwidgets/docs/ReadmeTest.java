package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.docs.Page.Block;
import org.sqlwidgets.testing.Program;
import org.sqlwidgets.testing.TestServer;

/** What README says beside its SQL and its curls. */
class ReadmeTest {
  private static final Page README = Page.read(Path.of("README.md"));
  private static final Pattern PROBLEM =
      Pattern.compile(
          "(?m)^sql-widgets/(\\S+?):\\d+:\\d+: error: unknown key \"(\\w+)\".* \"(\\w+)\"\\?$");
  private static final Pattern SERVING =
      Pattern.compile("Serving (\\d+) widgets, (\\d+) lookups and (\\d+) apps");
  private static final Pattern SETTING = Pattern.compile("\\| `([a-z.-]+)` \\| `([A-Z_]+)` \\| ");

  @TempDir private Path folder;

  @Test
  void problem_isWhatCheckSays() throws IOException {
    Matcher problem = PROBLEM.matcher(code("text"));
    assertThat(problem.find()).isTrue();
    String file = problem.group(1);
    String right =
        README.blocks("sql").filter(block -> block.file().equals(file)).toList().getLast().code();
    Path broken = folder.resolve("sql-widgets").resolve(file);
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, right.replace(problem.group(3), problem.group(2)));
    try (Program check = Program.start(folder, Map.of(), "check", "--offline")) {
      assertThat(check.output()).contains(problem.group());
    }
  }

  @Test
  void examples_areCountedRight() {
    Map<String, Object> memory =
        Map.of("sql-widgets.embedded-url", "jdbc:h2:mem:" + UUID.randomUUID());
    try (TestServer server = TestServer.start(memory)) {
      JsonNode start = server.get("/").json();
      Matcher serving = SERVING.matcher(code("text"));
      assertThat(serving.find()).isTrue();
      assertThat(start.get("widgets").asText()).isEqualTo(serving.group(1));
      assertThat(start.get("lookups").asText()).isEqualTo(serving.group(2));
      assertThat(start.get("apps").asText()).isEqualTo(serving.group(3));
      assertThat(README.text()).contains("holds " + serving.group(1) + " examples");
    }
  }

  @Test
  void connectLink_isTheServers() {
    String link =
        "https://pro.openbb.co/app?modal=connect-backend&name=SQL%20Widgets&url=http%3A%2F%2Flocalhost%3A7779";
    assertThat(README.text()).contains("](" + link + ")");
    assertThat(code("text")).contains("Connect OpenBB Workspace: " + link);
  }

  @Test
  void settings_areThoseOfTheConfiguration() throws IOException {
    String all = Files.readString(Path.of("docs/configuration.md"));
    List<String> unknown =
        SETTING
            .matcher(README.text())
            .results()
            .filter(
                row ->
                    !all.contains("`" + row.group(1) + "`")
                        || !all.contains("`" + row.group(2) + "`"))
            .map(row -> row.group(1))
            .toList();
    assertThat(SETTING.matcher(README.text()).results()).hasSize(8);
    assertThat(unknown).isEmpty();
  }

  private static String code(String language) {
    return README.blocks(language).map(Block::code).reduce("", String::concat);
  }
}
