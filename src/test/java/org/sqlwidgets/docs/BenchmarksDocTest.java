package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs behind published figures compile, and the commands that name them are right. */
class BenchmarksDocTest {
  private static final Path PROGRAMS = Path.of("src/bench");
  private static final Pattern COMMAND = Pattern.compile("java (src/bench/\\w+\\.java)([^`\\n]*)");
  private static final Pattern OPTION = Pattern.compile("--[a-z]+");

  @TempDir private Path classes;

  @Test
  void programs_compile_withoutWarnings() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(PROGRAMS)) {
      List<String> options =
          List.of("-Xlint:all", "-Werror", "-proc:none", "-d", classes.toString(), "-cp", "");
      assertThat(
              compiler
                  .getTask(
                      messages,
                      files,
                      null,
                      options,
                      null,
                      files.getJavaFileObjectsFromPaths(
                          sources.filter(file -> file.toString().endsWith(".java")).toList()))
                  .call())
          .as(messages::toString)
          .isTrue();
    }
  }

  @Test
  void commands_nameProgramsAndTheirOptions() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<MatchResult> commands = commands().toList();
    for (MatchResult command : commands) {
      Path program = Path.of(command.group(1));
      String source = Files.exists(program) ? Files.readString(program) : "";
      if (source.isEmpty()
          || !OPTION
              .matcher(command.group(2))
              .results()
              .map(MatchResult::group)
              .allMatch(source::contains)) {
        wrong.add(command.group());
      }
    }
    assertThat(commands).hasSizeGreaterThan(10);
    assertThat(wrong).isEmpty();
  }

  /** What the pages, and that of the programs themselves, tell to run. */
  private static Stream<MatchResult> commands() {
    return Stream.concat(Page.all().stream(), Stream.of(Page.read(PROGRAMS.resolve("README.md"))))
        .flatMap(
            page ->
                Stream.concat(Stream.of(page.text()), page.blocks().stream().map(Page.Block::code)))
        .flatMap(text -> COMMAND.matcher(text).results());
  }
}
