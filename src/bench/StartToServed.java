import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import rig.Bench;
import rig.Missing;
import rig.Server;

/**
 * Measures the time from the start of the server to its first reply with rows.
 *
 * <p>{@code java src/bench/StartToServed.java target/sql-widgets.jar [files]} starts the server
 * over a new folder of that many widgets (200 if not given): once to make an AOT cache, then five
 * times without and five times with it in turns, each over a new embedded database, which the
 * server fills, and over one that exists. It prints the medians of the time that passed and of the
 * processor time that the server took.
 */
class StartToServed {
  private static final int PORT = 24610;
  private static final int ROUNDS = 5;
  private static final String NEW = "jdbc:h2:mem:bench";
  private static final String OFF = "-XX:AOTMode=off";

  private record Start(Duration passed, Duration processor) {}

  public static void main(String[] args) throws Exception {
    Bench.run(
        () -> {
          measure(args[0], args.length > 1 ? Integer.parseInt(args[1]) : 200);
          return true;
        });
  }

  private static void measure(String jar, int files) throws Exception {
    Path folder = Bench.folder("start-to-served");
    for (int i = 0; i < files; i++) {
      write(folder, i);
    }
    Path cache = Bench.folder("start-to-served-cache").resolve("sql-widgets.aot");
    String existing = "jdbc:h2:file:" + Bench.folder("start-to-served-data").resolve("data");
    start(jar, folder, existing, "-XX:AOTCacheOutput=" + cache, "-XX:CompileThresholdScaling=4");
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      for (String database : List.of(NEW, existing)) {
        String of = files + (database.equals(NEW) ? " files, new" : " files, existing");
        add(starts, of + " database, without AOT cache", start(jar, folder, database, OFF));
        add(
            starts,
            of + " database, with AOT cache",
            start(jar, folder, database, "-XX:AOTCache=" + cache));
      }
    }
    starts.forEach(StartToServed::print);
  }

  private static void add(Map<String, List<Start>> starts, String of, Start start) {
    starts.computeIfAbsent(of, name -> new ArrayList<>()).add(start);
  }

  private static Start start(String jar, Path folder, String database, String... options)
      throws Exception {
    long started = System.nanoTime();
    List<String> jvm = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx128m"));
    jvm.addAll(List.of(options));
    try (Server server = Server.ours(jar, PORT, folder, database, jvm)) {
      while (!server.text("/widgets/w0").startsWith("[{\"label\":")) {
        if (!server.process().isAlive() || System.nanoTime() - started > 120_000_000_000L) {
          throw new Missing("the server does not start");
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
      Duration passed = Duration.ofNanos(System.nanoTime() - started);
      return new Start(passed, server.process().info().totalCpuDuration().orElseThrow());
    }
  }

  /** Widgets as they are in daily use: a query with a condition, params and columns. */
  private static void write(Path folder, int file) throws IOException {
    Files.writeString(
        folder.resolve("w" + file + ".sql"),
        """
        -- ---
        -- name: Widget %d
        -- params:
        --   - {paramName: least, type: number, value: 1}
        --   - {paramName: word, type: text}
        -- ---
        SELECT 'w%d' AS label, 1 + %d AS value, CAST(:word AS varchar) AS word
        WHERE  CAST(:least AS integer) >= 0
        """
            .formatted(file, file, file));
  }

  private static void print(String what, List<Start> starts) {
    System.out.printf(
        "%s: first reply after %d ms, processor time %d ms (medians of %d)%n",
        what,
        median(starts.stream().mapToLong(start -> start.passed().toMillis()).toArray()),
        median(starts.stream().mapToLong(start -> start.processor().toMillis()).toArray()),
        starts.size());
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
