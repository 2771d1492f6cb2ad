import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rig.Arguments;
import rig.Bench;
import rig.Case;
import rig.Cell;
import rig.Database;
import rig.Export;
import rig.Json;
import rig.LargeReply;
import rig.Load;
import rig.Missing;
import rig.Nginx;
import rig.Peer;
import rig.Pgbench;
import rig.Program;
import rig.Report;
import rig.Server;
import rig.Table;
import rig.Usage;
import rig.Widgets;

/** Measures the server beside backends written by hand, pgbench and nginx; see {@link #USAGE}. */
class Compare {
  private static final String USAGE =
      """
      java src/bench/Compare.java JAR [options]

      Asks the jar and its peers for the same, in turns, and prints Markdown tables. It needs wrk, and
      DATASOURCES_WIDGETS_URL, …_USERNAME and …_PASSWORD of a PostgreSQL; an empty database is filled.

        --cases one-row,hundred,options,ten-thousand,million,widgets
        --connections 8,32,64
        --seconds 3            each measurement
        --rounds 2             measurements of each cell; the middle value counts
        --warmup 20            seconds of load on each server before, shared by the cases
        --peers fastify,fastify-pgjson,fastapi
        --jvm "-XX:+UseSerialGC -Xmx110m"

      Exit code 0: fine; 1: a reply was wrong or failed; 2: something is missing.\
      """;

  private static final int PORT = 24620;
  private static final int MOST_SYMBOLS = 400;

  private final Arguments arguments;
  private final Database database;
  private final List<Server> targets = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();
  private final List<Peer> peers;
  private final List<Case> cases;
  private final List<Case> loaded;

  private Compare(Arguments arguments) throws Exception {
    this.arguments = arguments;
    peers = arguments.list("peers").stream().map(Peer::named).toList();
    peers.forEach(Peer::command); // tells at once who is not installed
    cases = arguments.list("cases").stream().map(Case::named).toList();
    loaded = cases.stream().filter(asked -> asked != Case.MILLION).toList();
    database = Database.filled();
  }

  public static void main(String[] words) throws Exception {
    Bench.run(
        () -> {
          Map<String, String> defaults =
              Map.of(
                  "cases", "one-row,hundred,options,ten-thousand,million,widgets",
                  "connections", "8,32,64",
                  "seconds", "3",
                  "rounds", "2",
                  "warmup", "20",
                  "peers", "fastify,fastify-pgjson,fastapi",
                  "jvm", "-XX:+UseSerialGC -Xmx110m");
          Arguments arguments = Arguments.of(USAGE, defaults, words);
          Program.need("wrk", "wrk");
          return new Compare(arguments).run();
        });
  }

  private boolean run() throws Exception {
    start();
    for (Case asked : cases) {
      compareReplies(asked);
    }
    Server nginx = Program.find("nginx").isPresent() && !loaded.isEmpty() ? prebuilt() : null;
    warmUp();
    Report report = Report.of(targets.stream().map(Server::name).toList());
    for (Case asked : loaded) {
      for (int connections : arguments.numbers("connections")) {
        report.rows().add(row(asked, connections, nginx));
      }
    }
    if (cases.contains(Case.MILLION)) {
      report.notes().add("One million rows in one reply, one reader\n\n" + millions());
      report.notes().add("Once more, with looks at our heap: " + heap());
    }
    report.notes().add("Most memory of a server meanwhile, in MB: " + most());
    System.out.print(report);
    wrong.forEach(what -> System.out.println("WRONG: " + what));
    return wrong.isEmpty() && report.errors() == 0;
  }

  private void start() throws Exception {
    Server ours =
        Server.ours(arguments.jar(), PORT, Widgets.folder(), arguments.words("jvm"))
            .await("/widgets.json");
    targets.add(ours);
    byte[] published = ours.get(Case.WIDGETS.path()).body();
    Path widgets = Files.write(Bench.folder("bench-json").resolve("widgets.json"), published);
    int count = ((Map<?, ?>) Json.read(Files.readString(widgets))).size();
    if (count != 200) {
      throw new Missing("/widgets.json holds " + count + " widgets, not 200");
    }
    for (Peer peer : peers) {
      targets.add(peer.start(PORT + targets.size(), database, widgets));
    }
  }

  /** Who does not say the same as ours is not timed in that case. */
  private void compareReplies(Case asked) throws Exception {
    for (int number : asked == Case.MILLION ? List.of(3) : List.of(1, 250, 500)) {
      String path = asked.path(number);
      Object ours = Json.read(targets.getFirst().text(path));
      for (Server peer : targets.subList(1, targets.size())) {
        if (!ours.equals(Json.read(peer.text(path)))) {
          wrong.add(name(asked, peer));
          Bench.say(peer.name() + " says something else than ours: " + path);
        }
      }
    }
  }

  private static String name(Case asked, Server target) {
    return asked + ", " + target.name();
  }

  /** Our replies for one symbol, as files. */
  private Server prebuilt() throws Exception {
    Map<String, byte[]> replies = new LinkedHashMap<>();
    for (Case asked : loaded) {
      replies.put(asked.path(1), targets.getFirst().get(asked.path(1)).body());
    }
    return Nginx.start(PORT - 1, replies);
  }

  private void warmUp() throws Exception {
    int seconds = arguments.number("warmup") / Math.max(1, loaded.size());
    for (Server target : targets) {
      Bench.say("warming up " + target.name());
      for (Case asked : seconds > 0 ? loaded : List.<Case>of()) {
        Load.run(target, List.of(asked.path()), 32, seconds);
        Cell.settle(target);
      }
    }
  }

  private Report.Row row(Case asked, int connections, Server nginx) throws Exception {
    Map<String, List<Cell>> rounds = new LinkedHashMap<>();
    List<Server> order = new ArrayList<>(targets);
    order.removeIf(target -> wrong.contains(name(asked, target)));
    int seconds = arguments.number("seconds");
    for (int round = 0; round < arguments.number("rounds"); round++) {
      for (Server target : order) {
        Bench.say("%s, %d connections, %s".formatted(asked, connections, target.name()));
        Cell cell = Cell.measure(target, List.of(asked.path()), connections, seconds);
        rounds.computeIfAbsent(target.name(), name -> new ArrayList<>()).add(cell);
      }
      Collections.rotate(order, 1);
    }
    Map<String, Cell> cells = new LinkedHashMap<>();
    rounds.forEach((name, all) -> cells.put(name, Cell.median(all)));
    double prebuilt =
        nginx == null
            ? Double.NaN
            : Load.run(nginx, List.of(asked.path()), connections, seconds).perSecond();
    return new Report.Row(
        asked,
        connections,
        cells,
        Pgbench.perSecond(database, asked, connections, seconds),
        prebuilt);
  }

  private Table millions() throws Exception {
    Table table =
        new Table(
            1,
            List.of("", "seconds", "rows/s", "first byte ms", "server CPU s", "PostgreSQL CPU s"));
    Map<String, List<Export>> exports = new LinkedHashMap<>();
    for (int round = -1; round < Math.max(3, arguments.number("rounds")); round++) {
      for (Server target : targets) {
        Bench.say("million, " + target.name());
        Export export = Export.read(target, Case.MILLION.path(MOST_SYMBOLS));
        if (export.rows() != 1_000_000) {
          wrong.add(name(Case.MILLION, target) + ": " + export.rows() + " rows");
        } else if (round >= 0) { // the first is to warm up
          exports.computeIfAbsent(target.name(), name -> new ArrayList<>()).add(export);
        }
      }
    }
    exports.forEach((name, all) -> table.add(line(name, Export.median(all))));
    table.add(copy());
    return table;
  }

  private LargeReply heap() throws Exception {
    return LargeReply.read(targets.getFirst(), Case.MILLION.path(MOST_SYMBOLS), 16L << 20);
  }

  private static List<String> line(String name, Export export) {
    return List.of(
        name,
        Table.number(export.seconds()),
        Table.number(export.rows() / export.seconds()),
        Table.number(export.firstByte()),
        Table.number(export.server()),
        Table.number(export.postgres()));
  }

  /** What psql needs to take the same rows as CSV. */
  private List<String> copy() throws Exception {
    Usage before = Usage.now(targets.getFirst());
    long start = System.nanoTime();
    database.psql(
        "-c",
        "\\copy (SELECT symbol, trade_date, open, high, low, close, volume FROM prices"
            + " WHERE symbol <= 'SYM400' ORDER BY symbol, trade_date) TO '/dev/null' (FORMAT csv)");
    double seconds = (System.nanoTime() - start) / 1e9;
    double postgres = Usage.now(targets.getFirst()).since(before).postgres() / 1e6;
    return List.of(
        "psql \\copy as CSV",
        Table.number(seconds),
        Table.number(1e6 / seconds),
        "–",
        "–",
        Table.number(postgres));
  }

  private String most() {
    return String.join(
        ", ", targets.stream().map(server -> server.name() + " " + Usage.most(server)).toList());
  }
}
