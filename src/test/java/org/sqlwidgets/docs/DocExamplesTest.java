package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.docs.Page.Block;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.TestServer;

/**
 * Whoever types what a page shows gets what it shows: files are saved beside the examples in the
 * order of the page, and each {@code curl} is sent to the server.
 */
class DocExamplesTest {
  private static final Pattern CURL =
      Pattern.compile("\\$ curl -s '?http://localhost:7779([^' ]+)'?");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> curls_answerAsShown() {
    return Page.all().stream()
        .filter(page -> page.blocks("console").findAny().isPresent())
        .map(page -> DynamicTest.dynamicTest(page.path().toString(), () -> play(page)));
  }

  private void play(Page page) throws IOException {
    Path widgets = Files.createTempDirectory(folder, "widgets");
    copy(Path.of("sql-widgets"), widgets);
    Map<String, Object> settings =
        Map.of(
            "sql-widgets.directory",
            widgets.toString(),
            "sql-widgets.example",
            true,
            "sql-widgets.embedded-url",
            "jdbc:h2:mem:" + UUID.randomUUID());
    try (TestServer server = TestServer.start(settings)) {
      for (Block block : page.blocks()) {
        if (!block.file().isEmpty()) {
          Path file = widgets.resolve(block.file());
          Files.createDirectories(file.getParent());
          Files.writeString(file, block.code());
          server.context().getBean(WidgetRegistry.class).refresh();
        } else if (block.language().equals("console")) {
          ask(server, block);
        }
      }
    }
  }

  private static void ask(TestServer server, Block block) {
    List<String> lines = block.code().lines().toList();
    for (int i = 0; i < lines.size(); i += 2) {
      Matcher curl = CURL.matcher(lines.get(i));
      assertThat(curl.matches()).as("%s: a curl and its answer in two lines", block).isTrue();
      assertThat(unnamed(server.get(curl.group(1)).text()))
          .as("%s: %s", block, lines.get(i))
          .isEqualTo(unnamed(lines.get(i + 1)));
    }
  }

  /** Each request has a name of its own. */
  private static String unnamed(String reply) {
    return reply.replaceAll("(\"requestId\":)\"[0-9a-z]+\"", "$1\"\"");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
