import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import rig.Bench;
import rig.LargeReply;
import rig.Server;

/**
 * Keeps a server at 80 % of what it can do, or has it send gigabytes, and prints what it holds.
 *
 * <p>{@code java src/bench/Endurance.java target/sql-widgets.jar --minutes N | --hours N |
 * --seconds N | --gigabytes N}. The server's database is H2 in memory, or what the variables {@code
 * DATASOURCES_WIDGETS_…} say. Ends with 1 when a reply was not 200, or the live heap, the threads
 * or the open files grew: a connection that is not given back shows as replies of 503, since there
 * are eight.
 */
class Endurance {
  private static final int PORT = 24601;
  private static final int CLIENTS = 16;
  private static final long MOST_GROWTH = 16L << 20;
  private static final List<String> PATHS =
      List.of("/widgets/one", "/widgets/hundred", "/widgets/thousand", "/widgets.json");
  private static final AtomicLong REPLIES = new AtomicLong();
  private static final AtomicLong FAILURES = new AtomicLong();

  public static void main(String[] args) throws Exception {
    Bench.run(
        () -> {
          boolean fine = measure(args);
          System.out.println(fine ? "fine" : "NOT FINE");
          return fine;
        });
  }

  private static boolean measure(String... args) throws Exception {
    Path folder = Bench.folder("endurance");
    write(folder, "one", "SELECT 1 AS x");
    write(folder, "hundred", "SELECT n, 'row ' || n AS name FROM generate_series(1, 100) AS g(n)");
    write(folder, "thousand", "SELECT n, n * 1.5 AS v FROM generate_series(1, 1000) AS g(n)");
    long rows = args[1].equals("--gigabytes") ? Long.parseLong(args[2]) * 100_000 : 1;
    write(
        folder,
        "much",
        "-- ---\n-- maxRows: 10000000\n-- timeout: 1h\n-- ---\n"
            + ("SELECT n, repeat('x', 9980) AS filler FROM generate_series(1, " + rows)
            + ") AS g(n)");
    Server server = Server.ours(args[0], PORT, folder, List.of("-Xmx512m")).await("/health");
    return args[1].equals("--gigabytes")
        ? stream(server, Long.parseLong(args[2]))
        : run(server, time(args));
  }

  private static void write(Path folder, String name, String sql) throws IOException {
    Files.writeString(folder.resolve(name + ".sql"), sql + "\n");
  }

  private static long time(String[] args) {
    long number = Long.parseLong(args[2]);
    return switch (args[1]) {
      case "--seconds" -> TimeUnit.SECONDS.toNanos(number);
      case "--minutes" -> TimeUnit.MINUTES.toNanos(number);
      case "--hours" -> TimeUnit.HOURS.toNanos(number);
      default -> throw new IllegalArgumentException(args[1]);
    };
  }

  /** One reply of many gigabytes. */
  private static boolean stream(Server server, long gigabytes) throws Exception {
    LargeReply reply = LargeReply.read(server, "/widgets/much", 1L << 30);
    System.out.println(reply);
    return reply.bytes() > gigabytes * 999_000_000 && reply.growth() < 2 * MOST_GROWTH;
  }

  /** Finds what the server can do, then asks for 80 % of it. */
  private static boolean run(Server server, long nanos) throws Exception {
    ask(server, Math.min(TimeUnit.SECONDS.toNanos(20), nanos / 2 + 1), 0);
    long before = REPLIES.get();
    long full = Math.min(TimeUnit.SECONDS.toNanos(10), nanos / 2 + 1);
    ask(server, full, 0);
    double most = (REPLIES.get() - before) / (full / 1e9);
    System.out.printf("most: %.0f replies/s; asking for %.0f%n", most, most * 0.8);
    Held early = Held.by(server);
    Held now = early;
    System.out.println(now);
    for (int part = 0; part < 10; part++) {
      ask(server, nanos / 10, most * 0.8);
      now = Held.by(server);
      System.out.println(now);
    }
    return FAILURES.get() == 0
        && now.heap() - early.heap() < MOST_GROWTH
        && now.threads() - early.threads() < 10
        && now.files() - early.files() < 10;
  }

  /** Asks from several threads for a time, so many times a second, or as often as it goes. */
  private static void ask(Server server, long nanos, double perSecond) throws InterruptedException {
    long pause = perSecond == 0 ? 0 : (long) (CLIENTS * 1e9 / perSecond);
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      int first = i;
      clients.add(Thread.ofPlatform().start(() -> ask(server, over, first, pause)));
    }
    TimeUnit.NANOSECONDS.sleep(nanos);
    over.set(true);
    for (Thread client : clients) {
      client.join();
    }
  }

  private static void ask(Server server, AtomicBoolean over, int first, long pause) {
    long next = System.nanoTime();
    try {
      for (int i = first; !over.get(); i++) {
        if (server.status(PATHS.get(i % PATHS.size())) != 200) {
          FAILURES.incrementAndGet();
        }
        REPLIES.incrementAndGet();
        next += pause;
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the server holds: bytes of live objects, threads, open files. */
  private record Held(long replies, long failures, long heap, long threads, long files) {

    static Held by(Server server) throws Exception {
      Path proc = Path.of("/proc", String.valueOf(server.process().pid()));
      try (Stream<Path> files = Files.list(proc.resolve("fd"));
          Stream<Path> threads = Files.list(proc.resolve("task"))) {
        return new Held(
            REPLIES.get(),
            FAILURES.get(),
            LargeReply.liveHeap(server),
            threads.count(),
            files.count());
      }
    }

    @Override
    public String toString() {
      return "%,d replies, %d not 200; live heap %.1f MB, %d threads, %d open files"
          .formatted(replies, failures, heap / 1048576.0, threads, files);
    }
  }
}
