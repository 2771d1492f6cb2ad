package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem that a golden file expects has its row in docs/errors.md, and the other way. */
class ErrorsDocTest {
  private static final Pattern PROBLEM =
      Pattern.compile("(?m)^.*?(?::\\d+)*: (?:error|warning|hint): (.+)$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(.+?)` \\| ");

  /** The rows from here on need a live database, or a fault; no golden file has them. */
  private static final String OTHERS = "### Not the author's";

  @Test
  void everyProblem_hasARow() throws IOException {
    List<Pattern> rows = rows();
    assertThat(
            problems().filter(text -> rows.stream().noneMatch(row -> row.matcher(text).matches())))
        .isEmpty();
  }

  @Test
  void everyRow_isAProblem() throws IOException {
    List<String> problems = problems().toList();
    assertThat(problems).hasSizeGreaterThan(200);
    assertThat(
            rows().stream()
                .filter(row -> problems.stream().noneMatch(text -> row.matcher(text).matches())))
        .isEmpty();
  }

  @Test
  void otherRows_areInTheSources() throws IOException {
    String page = Files.readString(Path.of("docs/errors.md"));
    String sources = sources();
    List<String> rows = rows(page.substring(page.indexOf(OTHERS)));
    assertThat(rows).hasSizeGreaterThan(5);
    assertThat(rows.stream().map(row -> row.replaceAll("[…\"].*", ""))).allMatch(sources::contains);
  }

  private static List<Pattern> rows() throws IOException {
    String page = Files.readString(Path.of("docs/errors.md"));
    return rows(page.substring(0, page.indexOf(OTHERS))).stream()
        .map(ErrorsDocTest::pattern)
        .toList();
  }

  private static List<String> rows(String text) {
    return ROW.matcher(text).results().map(row -> row.group(1)).toList();
  }

  /** All sources, with texts that go over several lines made one. */
  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ErrorsDocTest::text)
          .map(source -> source.replaceAll("\"\\s*\\+\\s*\"", ""))
          .collect(Collectors.joining());
    }
  }

  /** {@code …} stands for anything. */
  private static Pattern pattern(String row) {
    return Pattern.compile(
        Arrays.stream(row.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  private static Stream<String> problems() throws IOException {
    try (Stream<Path> cases = Files.walk(Path.of("src/test/resources/cases"));
        Stream<Path> apps = Files.walk(Path.of("src/test/resources/apps/cases"))) {
      return Stream.concat(cases, apps)
          .filter(file -> file.toString().matches(".*(problems|apps/cases/.*)\\.txt"))
          .map(ErrorsDocTest::text)
          .flatMap(text -> PROBLEM.matcher(text).results().map(problem -> problem.group(1)))
          .distinct()
          .toList()
          .stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
