package org.sqlwidgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
