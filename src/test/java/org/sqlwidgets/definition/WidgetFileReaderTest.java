package org.sqlwidgets.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.definition.WidgetFile.HeaderForm;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceTextReader;

class WidgetFileReaderTest {
  private static final String CANONICAL =
      "; the canonical header is YAML in \"-- \" comments between two lines \"-- ---\"";
  private static final String BLOCK_HINT =
      "hint: SQL formatters strip the indentation inside \"/* */\", and \"*/\" in a value ends the"
          + " comment"
          + CANONICAL;
  private static final String BARE_HINT =
      "hint: psql and other SQL tools fail on a header that is no comment" + CANONICAL;
  private static final String NOT_FIRST =
      "error: a header must be the first thing in the file; move it to the top, above all SQL and"
          + " other comments";
  private static final String SECOND =
      "error: a second \"-- ---\" behind the header; keep one header, at the top of the file";

  private final Problems problems = new Problems();

  static Stream<Arguments> lineComments() {
    return Stream.of(
        arguments("-- ---\n-- name: x\n-- ---\nSELECT 1", "name: x\n", "SELECT 1"),
        arguments("-- ---\n-- a:\n--   b: 1\n-- ---\n", "a:\n  b: 1\n", ""),
        arguments("-- ---\n-- a:\n--   b: 1\n-- ---", "a:\n  b: 1\n", ""),
        arguments("-- ---\n--name: x\n--\n-- # c\n-- ---\nS", "name: x\n\n# c\n", "S"),
        arguments("-- ---\n-- a: |\n--   x\n--\n--   ---\n-- ---\nS", "a: |\n  x\n\n  ---\n", "S"),
        arguments("-- ---\n--  - a\n--\t- b\n-- ---\nS", " - a\n\t- b\n", "S"),
        arguments("-- ---\n\n-- a: 1\n  \n-- ---\nS", "\na: 1\n\n", "S"),
        arguments("-- ---\n-- ---\nS", "", "S"),
        arguments("\n \n-- ---\n-- a: 1\n-- ---\n\nS\n", "a: 1\n", "\nS\n"),
        arguments("  -- ---  \n \t-- a: 1\n -- ---\t\nS", "a: 1\n", "S"),
        arguments("-- ---\n-- a: 1\n-- ---\n-- about\n---\nS", "a: 1\n", "-- about\n---\nS"));
  }

  @ParameterizedTest
  @MethodSource("lineComments")
  void lineCommentHeader_losesOneMarkPerLine(String text, String header, String sql) {
    assertFile(text, HeaderForm.LINE_COMMENTS, header, sql);
    assertThat(report()).isEmpty();
  }

  static Stream<Arguments> blockComments() {
    return Stream.of(
        arguments("/* ---\nname: x\n--- */\nSELECT 1", "name: x\n", "SELECT 1"),
        arguments("/*---\nname: x\n---*/\nSELECT 1", "name: x\n", "SELECT 1"),
        arguments("/*\n---\nname: x\n---\n*/\nSELECT 1", "name: x\n", "SELECT 1"),
        arguments("/* ---\n   a:\n     b: 1\n   --- */\nS", "   a:\n     b: 1\n", "S"),
        arguments("/* ---\na: 1\n--- */ SELECT 1", "a: 1\n", " SELECT 1"),
        arguments("/* ---\na: 1\n--- */", "a: 1\n", ""),
        arguments("/* ---\n--- */\nS", "", "S"),
        arguments("/* --- a: 1 --- */\nS", "a: 1 ", "S"),
        arguments("/* ---\na: |\n  ---\n  - b\n--- */  \nS", "a: |\n  ---\n  - b\n", "S"),
        arguments("/* ---\n-- a: 1\n--- */\n/* b */ S", "-- a: 1\n", "/* b */ S"));
  }

  @ParameterizedTest
  @MethodSource("blockComments")
  void blockCommentHeader_isReadAsItStands_withAHint(String text, String header, String sql) {
    assertFile(text, HeaderForm.BLOCK_COMMENT, header, sql);
    assertThat(report()).containsExactly("1:1: " + BLOCK_HINT);
  }

  static Stream<Arguments> bare() {
    return Stream.of(
        arguments("---\nname: x\n---\nSELECT 1", "name: x\n", "SELECT 1"),
        arguments("---\nname: x\n--- \nSELECT 1", "name: x\n", "SELECT 1"),
        arguments("---\na: |\n  ---\n---", "a: |\n  ---\n", ""),
        arguments("---\n---\nS", "", "S"));
  }

  @ParameterizedTest
  @MethodSource("bare")
  void bareHeader_isReadAsItStands_withAHint(String text, String header, String sql) {
    assertFile(text, HeaderForm.BARE, header, sql);
    assertThat(report()).containsExactly("1:1: " + BARE_HINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "SELECT 1",
        "-- about\nSELECT 1",
        "-- -----\n-- about\n-- -----\nSELECT 1",
        "------\n-- about\nSELECT 1",
        "/* ------ */\nSELECT 1",
        "/*\n-----\n*/\nSELECT 1",
        "-- about\n---\nSELECT 1",
        "SELECT 1\n---\nname: x",
        "SELECT 1 /* --- joins --- */",
        "SELECT 1 -- ---",
        "---- ---\nSELECT 1"
      })
  void fileWithoutHeader_isAllSql(String text) {
    assertFile(text, HeaderForm.NONE, "", text);
    assertThat(report()).isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("-- about\n-- ---\n-- name: x\n-- ---\nSELECT 1", "2:1: " + NOT_FIRST),
        arguments("/* about */\n  -- ---\nSELECT 1", "2:3: " + NOT_FIRST),
        arguments("SELECT 1\n-- ---\n-- name: x\n-- ---", "2:1: " + NOT_FIRST),
        arguments("-- -----\n\n-- ---\n-- name: x\n-- ---\nS", "3:1: " + NOT_FIRST),
        arguments("/*\n-- ---\n-- name: x\n-- ---\n*/ S", "2:1: " + NOT_FIRST),
        arguments("-- about\n/* ---\nname: x\n--- */\nS", "2:1: " + NOT_FIRST),
        arguments("SELECT 1 /*\n---\nname: x\n---\n*/", "1:10: " + NOT_FIRST),
        arguments("-- about\n\n---\nname: x\n---\nS", "3:1: " + NOT_FIRST),
        arguments(
            "--  ---\n-- name: x\n--  ---\nSELECT 1",
            "1:1: error: write this line as \"-- ---\" to begin a header, with one blank"),
        arguments(
            "--\t---\nSELECT 1",
            "1:1: error: write this line as \"-- ---\" to begin a header, with one blank"),
        arguments(
            "-- ---\n-- name: x\n\n-- type: y\nSELECT 1",
            "1:1: error: the header that begins here has no end; add a line \"-- ---\" after line"
                + " 4"),
        arguments(
            "\n-- ---\n-- name: x\n-----\nSELECT 1\n-- z",
            "2:1: error: the header that begins here has no end; add a line \"-- ---\" after line"
                + " 4"),
        arguments(
            "-- ---\n-- name: x\n---\nSELECT 1",
            "1:1: error: the header that begins here has no end; add a line \"-- ---\" after line"
                + " 2"),
        arguments(
            "-- ---",
            "1:1: error: the header that begins here has no end; add a line \"-- ---\" after line"
                + " 1"),
        arguments(
            "-- ---\n-- name: x\n  type: y\n-- ---\nSELECT 1",
            "3:3: error: header line is not a comment; begin it with \"-- \", or close the header"
                + " above it with \"-- ---\""),
        arguments(
            "-- ---\n-- name: x\n---\nSELECT 1\n-- ---",
            "3:1: error: header line is not a comment; begin it with \"-- \", or close the header"
                + " above it with \"-- ---\""),
        arguments(
            "\n---\nname: x\nSELECT 1\n -- ---",
            "2:1: error: the header that begins here has no end; add a line \"---\" after its last"
                + " line"),
        arguments(
            "/* ---\nname: x\nSELECT 1",
            "1:1: error: the header that begins here has no end; add a line \"--- */\" after its"
                + " last line"),
        arguments(
            "/* ---\nname: x\n*/\nSELECT 1",
            "3:1: error: the header has no end before this \"*/\"; write \"--- */\""),
        arguments(
            "/* ---\ncron: */5 * * * *\n--- */\nSELECT 1",
            "2:7: error: \"*/\" ends the comment before the header's end; write the header in"
                + " \"-- \" line comments"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void fileWhoseHeaderIsNotCertain_isReported_andNotRead(String text, String expected) {
    assertThat(read(text)).isEmpty();
    assertThat(report()).containsExactly(expected);
  }

  static Stream<Arguments> secondHeaders() {
    return Stream.of(
        arguments("-- ---\n-- a: 1\n-- ---\n-- b: 2\n-- ---\nS", List.of("5:1: " + SECOND)),
        arguments("---\na: 1\n---\nS\n  -- ---", List.of("1:1: " + BARE_HINT, "5:3: " + SECOND)),
        arguments(
            "/* ---\n--- */\n-- ---\n-- ---\nS", List.of("1:1: " + BLOCK_HINT, "3:1: " + SECOND)));
  }

  @ParameterizedTest
  @MethodSource("secondHeaders")
  void secondHeader_isReported_andTheFirstIsRead(String text, List<String> expected) {
    assertThat(read(text)).isPresent();
    assertThat(report()).isEqualTo(expected);
  }

  @Test
  void ruleThatLooksLikeAHeader_isWarnedOf() {
    assertFile("-- ----\n-- name: x\nS", HeaderForm.NONE, "", "-- ----\n-- name: x\nS");
    assertThat(report())
        .containsExactly(
            "1:1: warning: this looks like a header, but is none; a header begins and ends with"
                + " \"-- ---\"");
  }

  @Test
  void emptyHeader_isAHeader() {
    assertThat(read("-- ---\n-- ---\nS").orElseThrow().hasHeader()).isTrue();
    assertThat(read("S").orElseThrow().hasHeader()).isFalse();
  }

  @Test
  void places_ofLineComments_areThoseOfTheFile() {
    WidgetFile file = read("\n-- ---\n-- a: 1\n  --b: 2\n\n--\n-- ---\nSELECT\n 1").orElseThrow();

    assertThat(place(file.header(), 0)).isEqualTo("3:4");
    assertThat(place(file.header(), "a: ".length())).isEqualTo("3:7");
    assertThat(place(file.header(), "a: 1\n".length())).isEqualTo("4:5");
    assertThat(place(file.header(), "a: 1\nb: 2\n".length())).isEqualTo("5:1");
    assertThat(place(file.header(), "a: 1\nb: 2\n\n".length())).isEqualTo("6:3");
    assertThat(place(file.header(), "a: 1\nb: 2\n\n\n".length())).isEqualTo("7:4");
    assertThat(place(file.sql(), 0)).isEqualTo("8:1");
    assertThat(place(file.sql(), "SELECT\n 1".length())).isEqualTo("9:3");
  }

  @Test
  void places_ofBlockComment_areThoseOfTheFile() {
    WidgetFile file = read(" /* ---\n  a: 1\n--- */ SELECT\n 1").orElseThrow();

    assertThat(place(file.header(), 2)).isEqualTo("2:3");
    assertThat(place(file.header(), file.header().text().length())).isEqualTo("3:1");
    assertThat(place(file.sql(), 1)).isEqualTo("3:8");
    assertThat(place(file.sql(), " SELECT\n ".length())).isEqualTo("4:2");
    WidgetFile onOneLine = read("/* --- a: 1 --- */").orElseThrow();
    assertThat(place(onOneLine.header(), 3)).isEqualTo("1:11");
    assertThat(place(onOneLine.sql(), 0)).isEqualTo("1:19");
  }

  @Test
  void places_ofBareHeader_areThoseOfTheFile() {
    WidgetFile file = read("---\na: 1\n---\nSELECT 1").orElseThrow();

    assertThat(place(file.header(), 3)).isEqualTo("2:4");
    assertThat(place(file.header(), 5)).isEqualTo("3:1");
    assertThat(place(file.sql(), 7)).isEqualTo("4:8");
  }

  @Test
  void bomAndCrlf_changeNothing() {
    String text = "-- ---\n-- a: é\n-- ---\nSELECT 'ü'\n";
    WidgetFile plain = read(text).orElseThrow();

    assertThat(read("\uFEFF" + text)).contains(plain);
    assertThat(read(text.replace("\n", "\r\n"))).contains(plain);
    assertThat(read("\uFEFF" + text.replace("\n", "\r\n"))).contains(plain);
    assertThat(report()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "-- ---\n",
        "-- \n",
        "---\n",
        "--- ",
        "/*",
        "/* ",
        "/* ---\n",
        "*/",
        "-",
        " ",
        "a: 1\n"
      })
  void anyPartRepeatedThousandsOfTimes_endsQuickly(String part) {
    String most = part.repeat(SourceTextReader.MAX_BYTES / 4 / part.length());

    for (String start : List.of("", "-- ---\n", "---\n", "/* ---\n", "S\n")) {
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(start + most));
    }
    assertThat(problems.list()).hasSizeLessThan(12);
  }

  private void assertFile(String text, HeaderForm form, String header, String sql) {
    WidgetFile file = read(text).orElseThrow();

    assertThat(file.form()).isEqualTo(form);
    assertThat(file.header().text()).isEqualTo(header);
    assertThat(file.sql().text()).isEqualTo(sql);
  }

  private Optional<WidgetFile> read(String text) {
    return WidgetFileReader.read("f", text.getBytes(StandardCharsets.UTF_8), problems);
  }

  private List<String> report() {
    return problems.list().stream().map(problem -> problem.toString().substring(2)).toList();
  }

  private static String place(SourceText text, int offset) {
    return text.atOffset(offset).toString().substring(2);
  }
}
