import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rig.Bench;
import rig.Server;

/**
 * Measures the time from saving a widget file to the first reply that shows it.
 *
 * <p>{@code java src/bench/SaveToServed.java target/sql-widgets.jar [files]} starts the server over
 * a new folder of that many widgets (200 if not given), saves each once, and prints the median, the
 * 95th percentile and the longest time in milliseconds.
 */
class SaveToServed {
  private static final int PORT = 24600;

  public static void main(String[] args) throws Exception {
    Bench.run(
        () -> {
          int files = args.length > 1 ? Integer.parseInt(args[1]) : 200;
          Path folder = Bench.folder("save-to-served");
          for (int i = 0; i < files; i++) {
            write(folder, i, 0);
          }
          Server server = Server.ours(args[0], PORT, folder, List.of("-Xmx512m"));
          print(measure(server.await("/health"), folder, files));
          return true;
        });
  }

  /** The times of all saves in nanoseconds, one file after the other, with pauses between. */
  private static long[] measure(Server server, Path folder, int files) throws Exception {
    long[] times = new long[files];
    for (int i = 0; i < files; i++) {
      TimeUnit.MILLISECONDS.sleep(20 + i * 37 % 200);
      write(folder, i, 1);
      long saved = System.nanoTime();
      while (!server.text("/widgets/w" + i).equals("[{\"version\":1}]")) {
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

  private static void print(long[] times) {
    System.out.printf(
        "%d files: median %d ms, 95 %% within %d ms, longest %d ms%n",
        times.length,
        times[times.length / 2] / 1_000_000,
        times[times.length * 95 / 100] / 1_000_000,
        times[times.length - 1] / 1_000_000);
  }
}
