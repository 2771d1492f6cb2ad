package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
