import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rig.Bench;
import rig.Missing;
import rig.Server;

/**
 * Measures the time from the start of the server to its first reply with rows.
 *
 * <p>{@code java src/bench/StartToServed.java target/sql-widgets.jar [files]} starts the server
 * over a new folder of that many widgets (200 if not given): once to make an AOT cache, then five
 * times without and five times with it in turns. It prints the medians of the time that passed and
 * of the processor time that the server took. The variables {@code DATASOURCES_WIDGETS_…} choose
 * the database, else it is the embedded one.
 */
class StartToServed {
  private static final int PORT = 24610;
  private static final int ROUNDS = 5;

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
    measure(jar, folder, "-XX:AOTCacheOutput=" + cache);
    List<Start> without = new ArrayList<>();
    List<Start> with = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      without.add(measure(jar, folder, "-XX:AOTMode=off"));
      with.add(measure(jar, folder, "-XX:AOTCache=" + cache));
    }
    print(files + " files, without AOT cache", without);
    print(files + " files, with AOT cache", with);
  }

  private static Start measure(String jar, Path folder, String option) throws Exception {
    long started = System.nanoTime();
    List<String> jvm = List.of(option, "-XX:+UseSerialGC", "-Xmx128m");
    try (Server server = Server.ours(jar, PORT, folder, jvm)) {
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
