import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import rig.Arguments;
import rig.Bench;
import rig.Case;
import rig.Cell;
import rig.Database;
import rig.Program;
import rig.Server;
import rig.Usage;
import rig.Widgets;

/** Measures the memory that the server holds under mixed work; see {@link #USAGE}. */
class MixedMemory {
  private static final String USAGE =
      """
      java src/bench/MixedMemory.java JAR [options]

      Of ten requests four are for one row, three for a hundred rows, one each for 500 options, ten
      thousand rows and /widgets.json with 200 widgets. It needs wrk, and DATASOURCES_WIDGETS_URL,
      …_USERNAME and …_PASSWORD of a PostgreSQL; an empty database is filled.

        --connections 64
        --seconds 30
        --jvm "-XX:+UseSerialGC -Xmx110m"

      Exit code 0: fine; 1: a reply failed; 2: something is missing.\
      """;

  private static final int PORT = 24650;

  public static void main(String[] words) throws Exception {
    Bench.run(
        () -> {
          Map<String, String> defaults =
              Map.of("connections", "64", "seconds", "30", "jvm", "-XX:+UseSerialGC -Xmx110m");
          Arguments arguments = Arguments.of(USAGE, defaults, words);
          Program.need("wrk", "wrk");
          Database.filled();
          return measure(arguments);
        });
  }

  private static boolean measure(Arguments arguments) throws Exception {
    Server server =
        Server.ours(arguments.jar(), PORT, Widgets.folder(), arguments.words("jvm"))
            .await("/widgets.json");
    long started = Usage.resident(server);
    Cell cell =
        Cell.measure(server, mixed(), arguments.number("connections"), arguments.number("seconds"));
    System.out.printf(
        "%s: %d MB after the start, %d MB at most, %d MB at the end; %,.0f replies/s, %d errors%n",
        arguments.text("jvm"),
        started,
        Usage.most(server),
        cell.resident(),
        cell.load().perSecond(),
        cell.load().errors());
    return cell.load().errors() == 0;
  }

  private static List<String> mixed() {
    List<String> paths = new ArrayList<>();
    paths.addAll(Collections.nCopies(4, Case.ONE_ROW.path()));
    paths.addAll(Collections.nCopies(3, Case.HUNDRED.path()));
    paths.addAll(List.of(Case.OPTIONS.path(), Case.TEN_THOUSAND.path(), Case.WIDGETS.path()));
    return paths;
  }
}
