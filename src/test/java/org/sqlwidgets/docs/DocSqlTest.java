package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.docs.Page.Block;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.Program;
import org.sqlwidgets.testing.TestServer;

/**
 * Every block of SQL in the documentation is a file that {@code check} has nothing against: it is
 * compiled and run on the embedded database.
 */
class DocSqlTest {
  /** What begins otherwise changes the database; that for administrators is tested elsewhere. */
  private static final List<String> WIDGET_BEGINS =
      List.of("--", "SELECT", "WITH", "VALUES", "TABLE", "/*", "---");

  /** How docs/databases.md says to connect. */
  private static final String AS_POSTGRESQL =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE,MONTH,YEAR,DAY,KEY,USER";

  @TempDir private Path folder;

  @Test
  void everySqlBlock_compilesAndRuns() throws IOException {
    copyLookups();
    List<Block> widgets = blocks().toList();
    for (int i = 0; i < widgets.size(); i++) {
      write(file(widgets.get(i), i), widgets.get(i).code());
    }
    assertThat(widgets).hasSizeGreaterThan(5);
    try (Program check = Program.start(folder, Map.of(), "check")) {
      assertThat(check.output()).noneMatch(line -> line.contains(": error: "));
      assertThat(check.output()).last().asString().contains(" files checked: 0 errors, ");
    }
  }

  @Test
  void statementsOnLookups_showInTheDropdown() throws SQLException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    try (TestServer server = TestServer.start(Map.of("sql-widgets.embedded-url", url));
        Connection owner = DriverManager.getConnection(url + AS_POSTGRESQL, "sa", "");
        Statement statement = owner.createStatement()) {
      for (Block block : statements()) {
        statement.execute(block.code());
      }
      server.context().getBean(WidgetRegistry.class).refresh();
      assertThat(server.get("/options/horizons").text())
          .isEqualTo(
              "[{\"label\":\"One year\",\"value\":\"1\"},{\"label\":\"Five"
                  + " years\",\"value\":\"5\"}]");
    }
  }

  /** What is neither a widget nor a lookup; the page on databases has a test of its own. */
  private static List<Block> statements() {
    return Page.all().stream()
        .filter(page -> !page.path().endsWith("databases.md"))
        .flatMap(page -> page.blocks("sql"))
        .filter(block -> !isWidget(block))
        .toList();
  }

  private static Stream<Block> blocks() {
    return Page.all().stream().flatMap(page -> page.blocks("sql")).filter(DocSqlTest::isWidget);
  }

  private static boolean isWidget(Block block) {
    return WIDGET_BEGINS.stream().anyMatch(block.code().strip()::startsWith);
  }

  /** Versions of the same file in one page become files of their own; lookups keep their name. */
  private static String file(Block block, int number) {
    String name = block.file().isEmpty() ? "widget.sql" : block.file();
    return name.startsWith("lookups/")
        ? name
        : name.replaceFirst("(\\w+)\\.sql$", "$1_" + number + ".sql");
  }

  private void copyLookups() throws IOException {
    try (Stream<Path> lookups = Files.list(Path.of("sql-widgets/lookups"))) {
      for (Path lookup : lookups.toList()) {
        write("lookups/" + lookup.getFileName(), Files.readString(lookup));
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("sql-widgets").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
