import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rig.Arguments;
import rig.Bench;
import rig.Cell;
import rig.Database;
import rig.Load;
import rig.Missing;
import rig.Nginx;
import rig.Program;
import rig.Server;
import rig.Table;
import rig.Widgets;

/** Measures 304 and kept replies beside an nginx that sends the same; see {@link #USAGE}. */
class NotModified {
  private static final String USAGE =
      """
      java src/bench/NotModified.java JAR [options]

      Asks the jar and an nginx that has the same bytes as files, in turns, and prints a Markdown
      table: replies a second. It needs wrk and nginx, and DATASOURCES_WIDGETS_URL, …_USERNAME and
      …_PASSWORD of a PostgreSQL; an empty database is filled.

        --connections 8,32,64
        --seconds 3            each measurement
        --rounds 2             measurements of each cell; the middle value counts
        --warmup 20            seconds of load on our server before, shared by the replies
        --jvm "-XX:+UseSerialGC -Xmx110m"

      Exit code 0: fine; 1: a reply was wrong or failed; 2: something is missing.\
      """;

  private static final int PORT = 24640;
  private static final String TAG = "If-None-Match";

  /** What is asked for, and whether the client has it already. */
  private record Ask(String name, String path, boolean again) {}

  private static final List<Ask> ASKS =
      List.of(
          new Ask("`/widgets.json`, 304", "/widgets.json", true),
          new Ask("one row, kept, 304", "/widgets/kept_one_row?symbol=SYM001", true),
          new Ask("100 rows, kept, 304", "/widgets/kept_table100?symbol=SYM001", true),
          new Ask("one row, asked anew, 304", "/widgets/one_row?symbol=SYM001", true),
          new Ask("100 rows, asked anew, 304", "/widgets/table100?symbol=SYM001", true),
          new Ask("one row, kept, 200", "/widgets/kept_one_row?symbol=SYM001", false),
          new Ask("100 rows, kept, 200", "/widgets/kept_table100?symbol=SYM001", false));

  private final Arguments arguments;
  private final Server ours;
  private final Server nginx;
  private long errors;

  private NotModified(Arguments arguments, Server ours, Server nginx) {
    this.arguments = arguments;
    this.ours = ours;
    this.nginx = nginx;
  }

  public static void main(String[] words) throws Exception {
    Bench.run(
        () -> {
          Map<String, String> defaults =
              Map.of(
                  "connections", "8,32,64",
                  "seconds", "3",
                  "rounds", "2",
                  "warmup", "20",
                  "jvm", "-XX:+UseSerialGC -Xmx110m");
          Arguments arguments = Arguments.of(USAGE, defaults, words);
          Program.need("wrk", "wrk");
          Program.need("nginx", "nginx");
          Database.filled();
          Server ours = server(arguments);
          return new NotModified(arguments, ours, prebuilt(ours)).run();
        });
  }

  private static Server server(Arguments arguments) throws Exception {
    Path folder = Widgets.folder();
    Widgets.keep(folder, "one_row");
    Widgets.keep(folder, "table100");
    return Server.ours(arguments.jar(), PORT, folder, arguments.words("jvm"))
        .await("/widgets.json");
  }

  private static Server prebuilt(Server ours) throws Exception {
    Map<String, byte[]> replies = new LinkedHashMap<>();
    for (Ask ask : ASKS) {
      replies.put(ask.path(), ours.get(ask.path()).body());
    }
    return Nginx.start(PORT + 1, replies);
  }

  private boolean run() throws Exception {
    for (Ask ask : ASKS) {
      load(ours, ask, 32, Math.max(1, arguments.number("warmup") / ASKS.size()));
    }
    Table table = new Table(1, List.of("Reply", "connections", "ours", "nginx", "nginx to ours"));
    for (Ask ask : ASKS) {
      for (int connections : arguments.numbers("connections")) {
        table.add(line(ask, connections));
      }
    }
    System.out.println(table);
    System.out.println("Errors: " + errors);
    return errors == 0;
  }

  private List<String> line(Ask ask, int connections) throws Exception {
    List<Double> mine = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int round = 0; round < arguments.number("rounds"); round++) {
      Bench.say("%s, %d connections".formatted(ask.name(), connections));
      mine.add(load(ours, ask, connections, arguments.number("seconds")));
      theirs.add(load(nginx, ask, connections, arguments.number("seconds")));
    }
    return List.of(
        ask.name(),
        String.valueOf(connections),
        Table.number(median(mine)),
        Table.number(median(theirs)),
        Table.number(median(theirs) / median(mine)));
  }

  private double load(Server server, Ask ask, int connections, int seconds) throws Exception {
    List<String> headers = ask.again() ? List.of(TAG + ": " + tag(server, ask)) : List.of();
    Load load = Load.run(server, List.of(ask.path()), connections, seconds, headers);
    errors += load.errors();
    Cell.settle(server);
    return load.perSecond();
  }

  /** The tag that a server gives, after a look whether it answers 304 to it. */
  private static String tag(Server server, Ask ask) throws IOException, InterruptedException {
    String tag =
        server
            .get(ask.path())
            .headers()
            .firstValue("ETag")
            .orElseThrow(() -> new Missing(server.name() + " gives no ETag: " + ask.path()));
    HttpResponse<byte[]> again = server.get(ask.path(), TAG, tag);
    if (again.statusCode() != 304) {
      throw new Missing(server.name() + " answers " + again.statusCode() + ": " + ask.path());
    }
    return tag;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
