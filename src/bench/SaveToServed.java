import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures the time from saving a widget file to the first reply that shows it.
 *
 * <p>{@code java src/bench/SaveToServed.java target/sql-widgets.jar [files]} starts the server over
 * a new folder of that many widgets (200 if not given), saves each once, and prints the median, the
 * 95th percentile and the longest time in milliseconds.
 */
class SaveToServed {
  private static final int PORT = 24600;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    int files = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    Path folder = Files.createTempDirectory("save-to-served");
    for (int i = 0; i < files; i++) {
      write(folder, i, 0);
    }
    Process server = start(args[0], folder);
    try {
      for (int i = 0; !reply("/health").contains("UP"); i++) {
        if (i > 600 || !server.isAlive()) {
          throw new IllegalStateException("the server does not start");
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
      print(measure(folder, files));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static Process start(String jar, Path folder) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder = new ProcessBuilder(java.toString(), "-Xmx512m", "-jar", jar);
    builder
        .environment()
        .putAll(
            Map.of(
                "SQL_WIDGETS_DIRECTORY", folder.toString(),
                "SQL_WIDGETS_EMBEDDED_URL", "jdbc:h2:mem:save-to-served",
                "MICRONAUT_SERVER_PORT", String.valueOf(PORT)));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The times of all saves in nanoseconds, one file after the other, with pauses between. */
  private static long[] measure(Path folder, int files) throws Exception {
    long[] times = new long[files];
    for (int i = 0; i < files; i++) {
      TimeUnit.MILLISECONDS.sleep(20 + i * 37 % 200);
      write(folder, i, 1);
      long saved = System.nanoTime();
      while (!reply("/widgets/w" + i).equals("[{\"version\":1}]")) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
      times[i] = System.nanoTime() - saved;
    }
    Arrays.sort(times);
    return times;
  }

  private static void write(Path folder, int file, int version) throws IOException {
    Files.writeString(
        folder.resolve("w" + file + ".sql"),
        "-- ---\n-- name: Widget " + file + "\n-- ---\nSELECT " + version + " AS version\n");
  }

  private static String reply(String path) throws InterruptedException {
    try {
      URI uri = URI.create("http://127.0.0.1:" + PORT + path);
      return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
  }

  private static void print(long[] times) {
    System.out.printf(
        "%d files: median %d ms, 95 %% within %d ms, longest %d ms%n",
        times.length,
        times[times.length / 2] / 1_000_000,
        times[times.length * 95 / 100] / 1_000_000,
        times[times.length - 1] / 1_000_000);
  }
}
