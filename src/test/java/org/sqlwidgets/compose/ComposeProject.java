package org.sqlwidgets.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the project's files for {@code docker compose}, with a name and a port of its own.
 *
 * <p>A copy, because its widgets are edited; a name of its own, because the containers, the volume
 * and the image of the person at this machine must stay as they are.
 */
final class ComposeProject {
  private static final List<String> FILES =
      List.of(
          ".dockerignore",
          "Dockerfile",
          "db",
          "docker",
          "docker-compose.yml",
          "pom.xml",
          "sql-widgets",
          "src/main");

  private final Path folder;
  private final String name;
  private final int port;

  private ComposeProject(Path folder) {
    this.folder = folder;
    this.name = "sql-widgets-test-" + ProcessHandle.current().pid();
    this.port = freePort();
  }

  /** Copies the files and writes the passwords. */
  static ComposeProject in(Path folder) throws IOException {
    for (String file : FILES) {
      copy(Path.of(file), folder);
    }
    ComposeProject project = new ComposeProject(folder);
    Files.writeString(folder.resolve(".env"), project.settings());
    return project;
  }

  private String settings() {
    return """
    SQL_WIDGETS_SUPERUSER_PASSWORD=super'user
    SQL_WIDGETS_OWNER_PASSWORD='"owner" $owner \\ %%'
    SQL_WIDGETS_READER_PASSWORD=reader's
    SQL_WIDGETS_PORT=%d
    """
        .formatted(port);
  }

  /** Writes the settings without one of them into a file of the folder, for {@code --env-file}. */
  String settingsWithout(String variable) throws IOException {
    Path file = folder.resolve("without");
    Files.write(file, settings().lines().filter(line -> !line.startsWith(variable)).toList());
    return file.toString();
  }

  /** The port of this machine on which the server is published. */
  int port() {
    return port;
  }

  /** The folder of widgets that the server reads. */
  Path widgets() {
    return folder.resolve("sql-widgets");
  }

  /** Runs {@code docker compose} and returns what it printed; any exit code but 0 is a failure. */
  String run(String... arguments) {
    Outcome outcome = attempt(arguments);
    if (outcome.exitCode() != 0) {
      throw new AssertionError(
          "docker compose %s: %s".formatted(String.join(" ", arguments), outcome));
    }
    return outcome.output();
  }

  /** Runs {@code docker compose}, whatever comes of it. */
  Outcome attempt(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", name));
    command.addAll(List.of(arguments));
    return execute(command);
  }

  /** The kinds of things that Docker still holds for this project. */
  List<String> leftovers() {
    return Stream.of("container", "volume", "network", "image")
        .filter(kind -> !listed(kind).isBlank())
        .toList();
  }

  private String listed(String kind) {
    String filter = "label=com.docker.compose.project=" + name;
    return execute(List.of("docker", kind, "ls", "-q", "--filter", filter)).output();
  }

  private Outcome execute(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      // Compose prefers the environment to the file .env.
      builder.environment().keySet().removeIf(name -> name.startsWith("SQL_WIDGETS_"));
      Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes());
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException("Docker with Compose is needed on the PATH", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(file.toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How a command ended.
   *
   * @param exitCode 0 for success
   * @param output standard output and standard error
   */
  record Outcome(int exitCode, String output) {}
}
