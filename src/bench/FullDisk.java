import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rig.OwnPostgres;

/**
 * Fills the disk under a server's embedded database, its log and its temporary files, and prints
 * what clients get, what is lost and how soon it goes on once there is room.
 *
 * <p>{@code unshare -rm java src/bench/FullDisk.java target/sql-widgets.jar}: the disk is one in
 * memory, which this process may mount because it has a name space of its own. With the folder of
 * PostgreSQL's programs as second argument ({@code /usr/lib/postgresql/15/bin}) the disk is that of
 * a PostgreSQL, which holds everything. Ends with 1 when a change that was confirmed is gone, or
 * the server does not go on.
 */
class FullDisk {
  private static final int PORT = 24602;
  private static final Pattern VALUE = Pattern.compile("\"value\":\"(option \\d+)\"");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path jar;
  private final Path disk;
  private final Path widgets;
  private final Optional<OwnPostgres> postgres;
  private final List<String> kept = new ArrayList<>();
  private int asked;

  private FullDisk(Path jar, Path disk, Path widgets, Optional<OwnPostgres> postgres) {
    this.jar = jar.toAbsolutePath();
    this.disk = disk;
    this.widgets = widgets;
    this.postgres = postgres;
  }

  public static void main(String[] args) throws Exception {
    Path disk = Files.createTempDirectory("disk");
    run(
        "mount",
        "-t",
        "tmpfs",
        "-o",
        "size=" + (args.length > 1 ? "160m" : "64m"),
        "none",
        disk.toString());
    Path widgets = Files.createTempDirectory("widgets");
    Files.writeString(
        widgets.resolve("rows.sql"), "SELECT x FROM (VALUES (NULL), (1)) AS v(x) ORDER BY x");
    Files.writeString(
        widgets.resolve("sort.sql"),
        "-- ---\n-- maxRows: 1000000\n-- ---\n"
            + "SELECT n, repeat('x', 60) AS filler FROM generate_series(1, 40000) AS g(n)"
            + " ORDER BY MOD(n * 7919, 40009)");
    Optional<OwnPostgres> postgres = Optional.empty();
    if (args.length > 1) {
      postgres = Optional.of(new OwnPostgres(Path.of(args[1]), disk));
    }
    boolean fine = new FullDisk(Path.of(args[0]), disk, widgets, postgres).run();
    postgres.ifPresent(OwnPostgres::close);
    System.out.println(fine ? "fine" : "NOT FINE");
    System.exit(fine ? 0 : 1);
  }

  private static void run(String... command) throws Exception {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command));
    }
  }

  private boolean run() throws Exception {
    Files.createDirectory(disk.resolve("tmp"));
    boolean fine;
    Process server = start();
    try {
      send("/lookups", "{\"name\":\"places\"}");
      for (int i = 0; i < 10; i++) {
        add();
      }
      tell("with room");
      fill();
      long lines = lines();
      long full = System.nanoTime();
      Reply last = new Reply(200, "", 0);
      for (int i = 0; i < 500 && last.status() == 200; i++) {
        last = add();
      }
      System.out.printf(
          "without room: %d changes were still taken, the next gets %s%n", kept.size() - 10, last);
      tell("without room");
      for (int i = 0; i < 20; i++) {
        add();
      }
      System.out.printf(
          "after %d ms without room, lines in the log meanwhile: %d%n",
          millisSince(full), lines() - lines);
      Files.delete(disk.resolve("filler"));
      long room = System.nanoTime();
      while (add().status() != 200 && millisSince(room) < 60_000) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      System.out.printf("room again: first change taken after %d ms%n", millisSince(room));
      lines = lines();
      send("/lookups", "{\"name\":\"log\"}");
      tell("room again");
      System.out.printf("room again: new lines in the log: %d%n", lines() - lines);
      fine = isThere("before the end");
    } finally {
      server.destroyForcibly().waitFor();
    }
    if (postgres.isPresent()) {
      postgres.get().crash();
    }
    Process next = start();
    try {
      return isThere("after all was killed and started again") && fine;
    } finally {
      next.destroyForcibly().waitFor();
    }
  }

  private Process start() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-Xmx256m",
            "-Djava.io.tmpdir=" + disk.resolve("tmp"),
            "-jar",
            "" + jar);
    builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(PORT));
    builder
        .environment()
        .putAll(
            Map.of(
                "SQL_WIDGETS_DIRECTORY",
                widgets.toString(),
                "SQL_WIDGETS_EXAMPLE",
                "false",
                "SQL_WIDGETS_EMBEDDED_URL",
                "jdbc:h2:file:" + disk.resolve("database")));
    postgres.ifPresent(own -> builder.environment().putAll(OwnPostgres.variables()));
    Process server =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(disk.resolve("log").toFile()))
            .start();
    for (int i = 0; get("/health").status() != 200; i++) {
      if (i > 600 || !server.isAlive()) {
        throw new IllegalStateException(Files.readString(disk.resolve("log")));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return server;
  }

  /** Takes all that is left of the disk. */
  private void fill() throws IOException {
    try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
      for (byte[] piece = new byte[4096]; ; ) {
        filler.write(piece);
      }
    } catch (IOException e) {
      System.out.println("the disk says: " + e.getMessage());
    }
  }

  private long lines() throws IOException {
    try (Stream<String> lines = Files.lines(disk.resolve("log"))) {
      return lines.count();
    }
  }

  private static void tell(String when) throws Exception {
    System.out.printf(
        "%s: rows %s, a sort that needs temporary files %s, options %s, health %s%n",
        when, get("/widgets/rows"), get("/widgets/sort"), get("/options/places"), get("/health"));
  }

  private Reply add() throws Exception {
    String value = "option " + asked++;
    String json = "{\"value\":\"%s\",\"description\":\"%s\"}".formatted(value, "x".repeat(400));
    Reply reply = send("/lookups/places/options", json);
    if (reply.status() == 200) {
      kept.add(value);
    }
    return reply;
  }

  /** Whether the options are those that were confirmed, no fewer and no more. */
  private boolean isThere(String when) throws Exception {
    List<String> there = new ArrayList<>();
    Matcher value = VALUE.matcher(get("/lookups/places").body());
    while (value.find()) {
      there.add(value.group(1));
    }
    there = there.stream().distinct().toList();
    List<String> lost = new ArrayList<>(kept);
    lost.removeAll(there);
    List<String> strange = new ArrayList<>(there);
    strange.removeAll(kept);
    System.out.printf(
        "%s: %d changes confirmed, lost %s, there though refused %s%n",
        when, kept.size(), lost, strange);
    return lost.isEmpty() && strange.isEmpty();
  }

  private static Reply get(String path) throws Exception {
    return exchange(HttpRequest.newBuilder(uri(path)).build());
  }

  private static Reply send(String path, String json) throws Exception {
    return exchange(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + PORT + path);
  }

  private static Reply exchange(HttpRequest request) throws Exception {
    long start = System.nanoTime();
    try {
      HttpResponse<String> reply = CLIENT.send(request, BodyHandlers.ofString());
      return new Reply(reply.statusCode(), reply.body(), millisSince(start));
    } catch (IOException e) {
      return new Reply(0, e.toString(), millisSince(start));
    }
  }

  private static long millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }

  private record Reply(int status, String body, long millis) {
    @Override
    public String toString() {
      return status + (status == 200 ? "" : " " + body) + " (" + millis + " ms)";
    }
  }
}
