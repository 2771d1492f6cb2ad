package rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The life of a benchmark: what it leaves behind is ended and deleted, however it ends. */
public final class Bench {
  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

  private Bench() {}

  /** Runs a benchmark; exit code 0 is fine, 1 is not, 2 tells that something was missing. */
  public static void run(Callable<Boolean> benchmark) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(Bench::end));
    try {
      System.exit(benchmark.call() ? 0 : 1);
    } catch (Missing e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** Has something closed when the program ends, the newest first. */
  static synchronized void closeAtEnd(AutoCloseable open) {
    OPEN.push(open);
  }

  /** A new folder that others may read, which is deleted when the program ends. */
  public static Path folder(String name) throws IOException {
    Path folder = Files.createTempDirectory(name);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    closeAtEnd(() -> delete(folder));
    return folder;
  }

  /** The folder of the benchmarks; they are started in the folder of the repository. */
  public static Path source() {
    Path source = Path.of("src", "bench").toAbsolutePath();
    if (!Files.isDirectory(source.resolve("widgets"))) {
      throw new Missing("src/bench/widgets is not here: start it in the repository's folder");
    }
    return source;
  }

  /** Says what goes on, apart from the figures. */
  public static void say(String what) {
    System.err.println(what);
  }

  private static synchronized void end() {
    while (!OPEN.isEmpty()) {
      try {
        OPEN.pop().close();
      } catch (Exception e) {
        System.err.println("not ended: " + e);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
