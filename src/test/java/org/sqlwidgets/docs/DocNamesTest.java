package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Commands, variables, classes and files that the pages name are there. */
class DocNamesTest {
  private static final Pattern VARIABLE =
      Pattern.compile("\\b(SQL_WIDGETS_(?!\\$)[A-Z_]+[A-Z])(?:=|`)");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
  private static final Pattern CLASS = Pattern.compile("`([a-z]+/[A-Z]\\w+)`");
  private static final Pattern GOAL =
      Pattern.compile("\\bmvn (mn:run|test|verify|package)\\b(?: -[\\w.=',*]+)*");
  private static final Pattern MVN = Pattern.compile("\\bmvn [a-z][\\w:]*");

  /** Passwords that Docker Compose hands to the databases; the server never sees the names. */
  private static final List<String> OF_COMPOSE =
      List.of(
          "SQL_WIDGETS_SUPERUSER_PASSWORD",
          "SQL_WIDGETS_OWNER_PASSWORD",
          "SQL_WIDGETS_READER_PASSWORD",
          "SQL_WIDGETS_OPTIONS_PASSWORD",
          "SQL_WIDGETS_PORT");

  @TestFactory
  Stream<DynamicTest> variables_areSettings() throws IOException {
    String settings = Files.readString(Path.of("docs/configuration.md"));
    return onEachPage(
        page ->
            found(VARIABLE, whole(page))
                .filter(name -> !OF_COMPOSE.contains(name))
                .filter(name -> !settings.contains("| `" + name + "` |"))
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> testClasses_exist() throws IOException {
    List<String> names = sources(Path.of("src/test/java"));
    return onEachPage(
        page ->
            found(TEST, whole(page))
                .filter(name -> names.stream().noneMatch(file -> file.endsWith("/" + name)))
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> classes_exist() throws IOException {
    List<String> names = sources(Path.of("src/main/java"));
    return onEachPage(
        page ->
            found(CLASS, whole(page))
                .filter(name -> names.stream().noneMatch(file -> file.endsWith("/" + name)))
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> mavenGoals_areThoseOfTheProject() {
    return onEachPage(
        page ->
            MVN.matcher(whole(page))
                .results()
                .map(MatchResult::group)
                .filter(command -> !GOAL.matcher(command).matches())
                .toList());
  }

  @Test
  void names_areFound() {
    Page contributing = Page.read(Path.of("CONTRIBUTING.md"));
    assertThat(found(TEST, whole(contributing))).contains("CheckCommandTest");
    assertThat(found(CLASS, whole(contributing))).contains("sql/SqlLexer");
    assertThat(found(VARIABLE, whole(Page.read(Path.of("README.md")))))
        .contains("SQL_WIDGETS_API_KEYS");
  }

  private interface Check {
    List<String> missing(Page page);
  }

  private static Stream<DynamicTest> onEachPage(Check check) {
    return Page.all().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.path().toString(), () -> assertThat(check.missing(page)).isEmpty()));
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).distinct();
  }

  private static String whole(Page page) {
    StringBuilder text = new StringBuilder(page.text());
    page.blocks().forEach(block -> text.append(block.code()));
    return text.toString();
  }

  private static List<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".java"))
          .map(file -> file.replace(".java", ""))
          .toList();
    }
  }
}
