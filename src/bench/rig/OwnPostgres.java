package rig;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of a test's own, in a folder.
 *
 * <p>For programs under {@code unshare -rm}, which look like root there: PostgreSQL, which refuses
 * root, gets a name space with another number.
 */
public final class OwnPostgres {
  private static final String PORT = "24655";

  private final Path programs;
  private final Path data;
  private Process process;

  /** A new database in a folder, by the programs of another, such as {@code initdb}; it runs. */
  public OwnPostgres(Path programs, Path folder) throws IOException, InterruptedException {
    this.programs = programs;
    this.data = folder.resolve("postgres");
    command("initdb", "-D", data.toString(), "-U", "owner", "-A", "trust").start().waitFor();
    start();
  }

  /** The variables by which a server uses it for everything. */
  public static Map<String, String> variables() {
    String url = "jdbc:postgresql://127.0.0.1:" + PORT + "/postgres";
    return Map.of(
        "DATASOURCES_DEFAULT_URL",
        url,
        "DATASOURCES_DEFAULT_USERNAME",
        "owner",
        "DATASOURCES_WIDGETS_URL",
        url,
        "DATASOURCES_WIDGETS_USERNAME",
        "owner");
  }

  /** Ends it as a crash does, and starts it again. */
  public void crash() throws IOException, InterruptedException {
    close();
    start();
  }

  /** Ends it at once, without saving what is not saved yet. */
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  private void start() throws IOException, InterruptedException {
    process =
        command(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                PORT,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "min_wal_size=32MB",
                "-c",
                "max_wal_size=64MB")
            .start();
    for (int i = 0; command("pg_isready", "-h", "127.0.0.1", "-p", PORT).start().waitFor() != 0; ) {
      if (i++ > 600 || !process.isAlive()) {
        throw new Missing("PostgreSQL does not start: " + programs);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private ProcessBuilder command(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of("unshare", "--user"));
    command.addAll(List.of("--map-user=1000", "--map-group=1000"));
    Path path = programs.resolve(program);
    if (!Files.isExecutable(path)) {
      throw new Missing(path + " is missing");
    }
    command.add(path.toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File("/dev/null"));
  }
}
