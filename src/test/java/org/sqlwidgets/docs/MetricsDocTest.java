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
import org.sqlwidgets.testing.TestServer;

/** The table of metrics in docs/operations.md names what is served, and nothing else. */
class MetricsDocTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_0-9]+)` \\| (\\w+) \\|");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE ([a-z_0-9]+) (\\w+)$");

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
