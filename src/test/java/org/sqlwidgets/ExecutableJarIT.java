package org.sqlwidgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.Program;

/** The one jar that people run: shading must not change what the classes do. */
class ExecutableJarIT {
  private static final Path JAR = Path.of("target", "sql-widgets.jar").toAbsolutePath();

  @TempDir Path directory;

  @Test
  void check_ofTheExamples_findsNoError() throws Exception {
    Path widgets = Path.of("sql-widgets").toAbsolutePath();

    Result result = run("check", widgets.toString());

    assertThat(result.output()).contains(": 0 errors, 0 warnings");
    assertThat(result.exitCode()).isZero();
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void version_isThatOfTheProject() throws Exception {
    assertThat(run("--version").output()).startsWith("SQL Widgets 0.");
  }

  /** The commands that the documentation shows; one that cannot use its cache does not start. */
  @Test
  void documentedCommands_makeAnAotCache_andStartWithIt() throws IOException {
    List<String> shown =
        Files.readAllLines(Path.of("docs", "operations.md")).stream()
            .filter(line -> line.startsWith("java -XX:AOTCache"))
            .toList();
    assertThat(shown).hasSize(2);
    Path widgets = Files.createDirectory(directory.resolve("sql-widgets"));
    Files.writeString(widgets.resolve("one.sql"), "SELECT 1 AS x");
    for (String line : shown) {
      try (Program server =
          Program.command(
              directory, Map.of("MICRONAUT_SERVER_PORT", "-1"), command(line, "-XX:AOTMode=on"))) {
        server.awaitLine("Serving 1 widget");
        assertThat(server.terminate().exitCode()).isEqualTo(143);
        assertThat(server.output()).noneMatch(said -> said.contains("[error]"));
      }
      assertThat(directory.resolve("sql-widgets.aot")).isNotEmptyFile();
    }
  }

  private static List<String> command(String line, String strict) {
    String shown = line.replaceFirst("#.*", "").strip();
    List<String> command = new ArrayList<>(List.of(shown.split(" +")));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.replaceAll(part -> part.endsWith(".jar") ? JAR.toString() : part);
    if (!shown.contains("Output")) {
      command.add(1, strict);
    }
    return command;
  }

  /**
   * What a run gave.
   *
   * @param exitCode 0 for success
   * @param output both streams
   */
  private record Result(int exitCode, String output) {}

  private Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
