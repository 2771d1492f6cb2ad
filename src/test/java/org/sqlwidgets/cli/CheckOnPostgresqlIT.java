package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.PostgresServer;
import org.sqlwidgets.testing.Program;

/** The commands against a PostgreSQL that holds the example data. */
class CheckOnPostgresqlIT {
  private static final PostgresServer.Database DATABASE = PostgresServer.newDatabase();

  @Test
  void examples_haveNoErrors_andMeetTheirExpectations() {
    assertThat(check("sql-widgets"))
        .noneMatch(line -> line.contains(": error: "))
        .last()
        .asString()
        .matches("\\d+ files checked: 0 errors, .*; (\\d+) of \\1 expectations met");
  }

  @Test
  void scanOfALargeTable_isAWarning_whenAnIndexCouldServeTheFilter(@TempDir Path folder)
      throws IOException {
    DATABASE.execute(
        "CREATE TABLE large AS SELECT n AS id, n % 1000 AS kind, 'x' || n AS word"
            + " FROM generate_series(1, 200000) AS g(n)",
        "ANALYZE large", "GRANT SELECT ON large TO PUBLIC");
    String param = "-- ---\n-- params: [{ paramName: kind, type: number, value: 7 }]\n-- ---\n";
    Files.writeString(
        folder.resolve("by_kind.sql"), param + "SELECT id FROM large WHERE kind = :kind");
    Files.writeString(
        folder.resolve("by_word.sql"), "SELECT id FROM large WHERE upper(word) = 'X1'");
    Files.writeString(folder.resolve("whole.sql"), "SELECT count(*) AS n FROM large WHERE id > 5");
    List<String> lines = check("--explain", folder.toString());
    assertThat(lines)
        .anyMatch(line -> line.matches(".*/by_kind.sql: hint: plan with an estimated cost of .*"))
        .filteredOn(line -> line.contains(": warning: "))
        .singleElement()
        .asString()
        .matches(
            ".*/by_kind.sql: warning: all of about 20\\d{4} rows of public.large are read for the"
                + " filter \\(large.kind = .*\\); an index on \"kind\" can spare that");
    assertThat(lines).last().asString().contains(" 0 errors, 1 warning, 3 hints");
  }

  private static List<String> check(String... args) {
    String[] command = new String[args.length + 1];
    command[0] = "check";
    System.arraycopy(args, 0, command, 1, args.length);
    try (Program program = Program.start(Path.of("."), environment(), command)) {
      return program.output();
    }
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(Map.of("SQL_WIDGETS_EXAMPLE", "true"));
    DATABASE
        .settings()
        .forEach(
            (key, value) ->
                environment.put(
                    key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value.toString()));
    return environment;
  }
}
