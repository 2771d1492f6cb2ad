package rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same queries, prepared, by pgbench: what PostgreSQL can do when nobody reads the rows. */
public final class Pgbench {
  private static final Pattern SPEED = Pattern.compile("(?m)^tps = ([0-9.]+)");
  private static final Map<Case, String> FILES =
      Map.of(
          Case.ONE_ROW, "one_row.sql",
          Case.HUNDRED, "table100.sql",
          Case.OPTIONS, "lookups/options.sql",
          Case.TEN_THOUSAND, "table10k.sql");

  private Pgbench() {}

  /** How many a second it runs, not a number where it is not installed or has no such query. */
  public static double perSecond(Database database, Case asked, int connections, int seconds)
      throws IOException, InterruptedException {
    if (!FILES.containsKey(asked) || Program.find("pgbench").isEmpty()) {
      return Double.NaN;
    }
    Path script = Bench.folder("bench-pgbench").resolve("script.sql");
    Files.writeString(script, script(Files.readString(widget(asked))));
    List<String> command =
        List.of(
            Program.need("pgbench", "postgresql-contrib"),
            "-n",
            "-M",
            "prepared",
            "-c" + connections,
            "-T" + seconds,
            "-f",
            script.toString());
    String output = Program.run(database.variables(), command);
    Matcher speed = SPEED.matcher(output);
    if (!speed.find()) {
      throw new Missing("pgbench told no figures:\n" + output);
    }
    return Double.parseDouble(speed.group(1));
  }

  private static Path widget(Case asked) {
    return Bench.source().resolve("widgets").resolve(FILES.get(asked));
  }

  /** The query of a widget, with the symbols made of numbers that pgbench draws. */
  private static String script(String widget) {
    String query =
        widget
            .replaceAll("(?m)^--.*\n", "")
            .replace(
                ":symbols",
                symbol("n") + ", " + symbol("o") + ", " + symbol("p") + ", " + symbol("q"))
            .replace(":symbol", symbol("n"));
    return """
    \\set n random(1, 500)
    \\set o (:n + 124) %% 500 + 1
    \\set p (:n + 249) %% 500 + 1
    \\set q (:n + 374) %% 500 + 1
    %s;
    """
        .formatted(query.strip());
  }

  private static String symbol(String variable) {
    return "('SYM' || lpad(:" + variable + "::text, 3, '0'))";
  }
}
