package rig;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server under test, which ends with the program at the latest, with all its processes. */
public final class Server implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String name;
  private final int port;
  private final Process process;
  private final Path log;

  private Server(String name, int port, Process process, Path log) {
    this.name = name;
    this.port = port;
    this.process = process;
    this.log = log;
  }

  /** Starts the jar over a folder of widgets; H2 in memory, unless variables say otherwise. */
  public static Server ours(String jar, int port, Path folder, List<String> jvm)
      throws IOException {
    return ours(jar, port, folder, "jdbc:h2:mem:bench", jvm);
  }

  /** Starts the jar over a folder of widgets and the embedded database of an address. */
  public static Server ours(String jar, int port, Path folder, String embedded, List<String> jvm)
      throws IOException {
    if (!Files.isRegularFile(Path.of(jar))) {
      throw new Missing(jar + " is missing: mvn package -DskipTests");
    }
    List<String> command = new ArrayList<>(List.of(Program.java()));
    command.addAll(jvm);
    command.addAll(List.of("-jar", jar));
    Map<String, String> environment =
        Map.of(
            "SQL_WIDGETS_DIRECTORY",
            folder.toString(),
            "SQL_WIDGETS_EMBEDDED_URL",
            embedded,
            "MALLOC_ARENA_MAX",
            "1",
            "MICRONAUT_SERVER_PORT",
            String.valueOf(port));
    return start("sql-widgets", port, command, environment);
  }

  /** Starts a server, and does not wait for it. */
  public static Server start(
      String name, int port, List<String> command, Map<String, String> environment)
      throws IOException {
    Path log = Bench.folder("bench-" + name).resolve("output.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(new HashMap<>(environment));
    builder.redirectInput(new File("/dev/null"));
    Server server = new Server(name, port, builder.start(), log);
    Bench.closeAtEnd(server);
    return server;
  }

  /** Waits, for a minute at most, until a path answers 200. */
  public Server await(String path) throws IOException, InterruptedException {
    for (int i = 0; status(path) != 200; i++) {
      if (i > 600 || !process.isAlive()) {
        throw new Missing(name + " does not start; it said:\n" + lastLines());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return this;
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }

  /** The status of a reply, 0 without one. */
  public int status(String path) throws InterruptedException {
    try {
      return CLIENT.send(request(path), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The text of a reply, empty without one. */
  public String text(String path) throws InterruptedException {
    try {
      return CLIENT.send(request(path), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
  }

  /** A reply that must come, with more headers by name and value. */
  public HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** Asks for a path, and hands out the body as it comes. */
  public HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path), BodyHandlers.ofInputStream());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path)).build();
  }

  /** The name in tables. */
  public String name() {
    return name;
  }

  /** Where it listens on the loopback interface. */
  public int port() {
    return port;
  }

  /** The address without a path. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The process that was started. */
  public Process process() {
    return process;
  }

  /** All its processes that run. */
  public List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Ends all its processes; who is still there after a minute is killed. */
  @Override
  public void close() {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroy);
    exits(all).completeOnTimeout(null, 1, TimeUnit.MINUTES).join();
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    exits(all).join();
  }

  private static CompletableFuture<Void> exits(List<ProcessHandle> processes) {
    return CompletableFuture.allOf(
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
  }
}
