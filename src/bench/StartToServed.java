import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private record Start(Duration passed, Duration processor) {}

  public static void main(String[] args) throws Exception {
    int files = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    Path folder = Files.createTempDirectory("start-to-served");
    for (int i = 0; i < files; i++) {
      write(folder, i);
    }
    String cache = folder.resolveSibling(folder.getFileName() + ".aot").toString();
    measure(args[0], folder, "-XX:AOTCacheOutput=" + cache);
    List<Start> without = new ArrayList<>();
    List<Start> with = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      without.add(measure(args[0], folder, "-XX:AOTMode=off"));
      with.add(measure(args[0], folder, "-XX:AOTCache=" + cache));
    }
    print(files + " files, without AOT cache", without);
    print(files + " files, with AOT cache", with);
  }

  private static Start measure(String jar, Path folder, String option) throws Exception {
    long started = System.nanoTime();
    Process server = start(jar, folder, option);
    try {
      while (!reply("/widgets/w0").startsWith("[{\"label\":")) {
        if (!server.isAlive() || System.nanoTime() - started > 120_000_000_000L) {
          throw new IllegalStateException("the server does not start");
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
      Duration passed = Duration.ofNanos(System.nanoTime() - started);
      return new Start(passed, server.info().totalCpuDuration().orElseThrow());
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static Process start(String jar, Path folder, String option) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(java.toString(), option, "-XX:+UseSerialGC", "-Xmx128m", "-jar", jar);
    builder.environment().put("SQL_WIDGETS_DIRECTORY", folder.toString());
    builder.environment().put("SQL_WIDGETS_EMBEDDED_URL", "jdbc:h2:mem:start-to-served");
    builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(PORT));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
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

  private static String reply(String path) throws InterruptedException {
    try {
      URI uri = URI.create("http://127.0.0.1:" + PORT + path);
      return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
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
