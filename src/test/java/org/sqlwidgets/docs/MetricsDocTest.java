package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.TestServer;

/** The table of metrics in docs/operations.md names what is served, and nothing else. */
class MetricsDocTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_0-9]+)` \\| (\\w+) \\|");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE ([a-z_0-9]+) (\\w+)$");

  /** A metric in the text, perhaps with a label; not a role of the database. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\b((?:sql_widgets|jvm)_(?!owner\\b|reader\\b|options\\b)[a-z_]*[a-z])\\b(?:\\{(\\w+)=)?");

  private static final String LATE =
      "-- ---\n-- timeout: 100ms\n-- ---\n"
          + "SELECT count(*) AS n FROM generate_series(1, 1000000000) AS g(x) WHERE x % 7 = 3\n";

  /** The JVM's own, of which the table names the families only. */
  private static final Pattern JVM = Pattern.compile("(jvm|process|system)_.*");

  @Test
  void table_isWhatIsServed() throws Exception {
    try (TestServer server = TestServer.start(Map.of())) {
      for (String path : List.of("/widgets/stock_list", "/options/symbols", "/nothing")) {
        server.get(path);
      }
      Set<String> served = pairs(TYPE, server.get("/prometheus").text());
      served.removeIf(line -> JVM.matcher(line).matches());
      served.add("sql_widgets_query_failures_total counter");
      assertThat(pairs(ROW, Files.readString(Path.of("docs/operations.md"))))
          .containsExactlyInAnyOrderElementsOf(served);
    }
  }

  /** Whoever copies a name from the advice below the table shall find it. */
  @Test
  void namesOutsideTheTable_areServed_withTheirLabels(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("late.sql"), LATE);
    try (TestServer server = TestServer.start(Map.of("sql-widgets.directory", folder.toString()))) {
      assertThat(server.get("/widgets/late").status()).isEqualTo(504);
      List<String> served = server.get("/prometheus").text().lines().toList();
      String page = Files.readString(Path.of("docs/operations.md"));
      List<MatchResult> names = NAME.matcher(ROW.matcher(page).replaceAll("")).results().toList();
      assertThat(names).hasSizeGreaterThan(15);
      for (MatchResult name : names) {
        String label = name.group(2) == null ? "" : name.group(2) + "=\"";
        assertThat(served)
            .as(name.group())
            .anyMatch(
                line ->
                    line.matches("(# TYPE )?" + name.group(1) + "[ {].*") && line.contains(label));
      }
      assertThat(served)
          .anyMatch(
              line ->
                  line.startsWith("sql_widgets_query_failures_total{")
                      && line.contains("reason=\"timeout\""));
    }
  }

  private static Set<String> pairs(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MetricsDocTest::pair)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String pair(MatchResult found) {
    return found.group(1) + " " + found.group(2);
  }
}
