package org.sqlwidgets.yaml;

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
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/** Every kind of bad YAML is reported in plain words, at its place. */
class YamlProblemsTest {
  private static final String FIT =
      "this line does not fit the lines above it; check its indentation";
  private static final String BAD_COLON =
      "a value that contains \": \" or ends with \":\" must be in quotes";
  private static final String AFTER_VALUE =
      "text after the end of a value; put the whole value in quotes";
  private static final String NO_LIST =
      "a list item cannot begin here; put \"- \" on a line of its own, or the value in quotes";
  private static final String BLOCK_TEXT =
      "text cannot stand on the line of its \"|\" or \">\"; put it on the lines below, or the value"
          + " in quotes";
  private static final String TAG =
      "tags are not accepted; remove the word that begins with \"!\", or put the whole value in"
          + " quotes if it is text";
  private static final String UNCLOSED_QUOTE = "the quote that opens here is never closed";
  private static final String LINE_START = "a line cannot begin with \"%\"; put it in quotes";
  private static final String DIRECTIVES =
      "directives (lines that begin with \"%\") are not accepted; remove them";
  private static final String MAP_AS_KEY =
      "key must be text, found a map; put a value that begins with \"{\" or \"[\" in quotes";

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("a:\n\tb: 2\n", "2:1: error: tab character; indent with blanks instead"),
        arguments("a: 1\n\t- x\n", "2:1: error: tab character; indent with blanks instead"),
        arguments("name: Price: history", "1:12: error: " + BAD_COLON),
        arguments("a: b:", "1:5: error: " + BAD_COLON),
        arguments("a: 'x': y", "1:7: error: " + BAD_COLON),
        arguments(
            "name: x\n  type: y",
            "2:7: error: \"type:\" is read as part of the text above it; align it with the keys"
                + " above"),
        arguments(
            "a: x\n  - b: c",
            "2:6: error: \"- b:\" is read as part of the text above it; align it with the keys"
                + " above"),
        arguments("name:Foo\ntype: x", "1:5: error: put a blank after the colon"),
        arguments("\n- name:Foo\n  type: x", "2:7: error: put a blank after the colon"),
        arguments("a: 1\nname:Foo\ntype: x", "2:5: error: put a blank after the colon"),
        arguments("a: 1\nname\ntype: x", "2:1: error: expected \"key: value\", found \"name\""),
        arguments("a: >\n x\ny", "3:1: error: expected \"key: value\", found \"y\""),
        arguments("a: @x", "1:4: error: a value cannot begin with \"@\"; put it in quotes"),
        arguments("a: `x", "1:4: error: a value cannot begin with \"`\"; put it in quotes"),
        arguments("a: %x", "1:4: error: a value cannot begin with \"%\"; put it in quotes"),
        arguments("a: *", "1:4: error: a value cannot begin with \"*\"; put it in quotes"),
        arguments(
            "a: */5 * * * *", "1:4: error: a value cannot begin with \"*\"; put it in quotes"),
        arguments("a: & x", "1:4: error: a value cannot begin with \"&\"; put it in quotes"),
        arguments("a: ? x", "1:4: error: a value cannot begin with \"?\"; put it in quotes"),
        arguments("a: | x", "1:4: error: " + BLOCK_TEXT),
        arguments("a: > 5", "1:4: error: " + BLOCK_TEXT),
        arguments("a: - x", "1:4: error: " + NO_LIST),
        arguments("a: -", "1:4: error: " + NO_LIST),
        arguments("a: 'abc", "1:4: error: " + UNCLOSED_QUOTE),
        arguments("a: \"abc\nb: 2", "1:4: error: " + UNCLOSED_QUOTE),
        arguments("a: 'x\n---\nb", "1:4: error: " + UNCLOSED_QUOTE),
        arguments(
            "a: \"x\\d\"",
            "1:6: error: \"\\d\" is no escape in double quotes; write \"\\\\\", or use single"
                + " quotes"),
        arguments(
            "a: \"\\",
            "1:5: error: \"\\\" is no escape in double quotes; write \"\\\\\", or use single"
                + " quotes"),
        arguments(
            "a: \"\\xZZ\"",
            "1:7: error: incomplete escape; write hexadecimal digits, or use single quotes"),
        arguments(
            "a: 'it's'",
            "1:8: error: text after a closing quote; double an apostrophe inside single quotes, or"
                + " use double quotes"),
        arguments("a: \"x\" y", "1:8: error: " + AFTER_VALUE),
        arguments("a: [b] c", "1:8: error: " + AFTER_VALUE),
        arguments("- a\nb: c", "2:1: error: " + FIT),
        arguments("b: c\n- a", "2:1: error: " + FIT),
        arguments("a:\n   b: 1\n  c: 2", "3:3: error: " + FIT),
        arguments("  a: 1\nb: 2", "2:1: error: " + FIT),
        arguments(": x", "1:1: error: expected a key before the colon"),
        arguments("a: [1, 2", "1:4: error: the \"[\" that opens here is not closed; add \"]\""),
        arguments(
            "a: [1, 2\nb: 3", "1:4: error: the \"[\" that opens here is not closed; add \"]\""),
        arguments("a: {b: 1", "1:4: error: the \"{\" that opens here is not closed; add \"}\""),
        arguments(
            "a: {x: 1 y: 2}",
            "1:11: error: expected \",\" or \"}\", found \":\"; put a text with special characters"
                + " in quotes"),
        arguments(
            "a: [b,",
            "1:7: error: expected a value, found the end of the text; close every \"[\" and \"{\""),
        arguments("a: ]", "1:4: error: expected a value, found \"]\"; put a text in quotes"),
        arguments("a: , x", "1:4: error: expected a value, found \",\"; put a text in quotes"),
        arguments(
            "a: |\n    \n  x",
            "3:3: error: the empty lines above begin with more blanks than this text; remove"
                + " them"),
        arguments("a: !foo!x y", "1:4: error: " + TAG),
        arguments("a: !<x y", "1:4: error: " + TAG),
        arguments("%x", "1:1: error: " + LINE_START),
        arguments("a: 1\n%b: 2", "2:1: error: " + LINE_START),
        arguments("a: 1\n%TAG ! x", "2:1: error: " + LINE_START),
        arguments("%TAG ! x\n%TAG ! x", "2:1: error: " + LINE_START),
        arguments("a: \u0007", "1:4: error: character U+0007 is not allowed in YAML; remove it"),
        arguments(
            "a:\n b: \u007f", "2:5: error: character U+007F is not allowed in YAML; remove it"),
        arguments("a: \uDC00", "1:4: error: character U+DC00 is not allowed in YAML; remove it"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void textThatIsNotYaml_isReported(String yaml, String expected) {
    Problems problems = new Problems();

    assertThat(read(yaml, problems)).isEmpty();
    assertThat(report(problems)).containsExactly(expected);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments(
            "a: 1\na: 2\nb:\n  c: 1\n  c: 2\na: 3",
            List.of(
                "2:1: error: key \"a\" is given twice; the first is in line 1, remove one of them",
                "5:3: error: key \"c\" is given twice; the first is in line 4, remove one of them",
                "6:1: error: key \"a\" is given twice; the first is in line 1, remove one of"
                    + " them")),
        arguments(
            "1: a\ntrue: b\n~: c\nno: d",
            List.of(
                "1:1: error: key must be text, found the number 1; put it in quotes",
                "2:1: error: key must be text, found true; put it in quotes",
                "3:1: error: key must be text, found nothing; put it in quotes")),
        arguments(
            "? [a]\n: b",
            List.of(
                "1:3: error: key must be text, found a list; put a value that begins with \"{\" or"
                    + " \"[\" in quotes")),
        arguments("a: {{title}}", List.of("1:5: error: " + MAP_AS_KEY)),
        arguments(
            "a: {{title}} is", List.of("1:5: error: " + MAP_AS_KEY, "1:14: error: " + AFTER_VALUE)),
        arguments(
            "? \n: x",
            List.of("1:2: error: key must be text, found nothing; write the key before the colon")),
        arguments(
            "- !x a\n- !!str b\n- !<tag:x> c\n- ! [d]\n- !x {}",
            List.of(
                "1:3: error: " + TAG,
                "2:3: error: " + TAG,
                "3:3: error: " + TAG,
                "4:3: error: " + TAG,
                "5:3: error: " + TAG)),
        arguments("%YAML 1.1\n---\na: 1", List.of("1:1: error: " + DIRECTIVES)),
        arguments("%YAML 3.0\n---\na: 1", List.of("1:1: error: " + DIRECTIVES)),
        arguments("%TAG !e! tag:x\n---\na: 1", List.of("1:1: error: " + DIRECTIVES)),
        arguments(
            "x: 1\n---\ny: 2",
            List.of(
                "2:1: error: a second YAML document begins here; expected one, remove the line"
                    + " \"---\"")),
        arguments(
            "x: 1\n---\n",
            List.of(
                "2:1: error: a second YAML document begins here; expected one, remove the line"
                    + " \"---\"")),
        arguments(
            "a: *rest",
            List.of(
                "1:4: error: \"*rest\" repeats a value marked \"&rest\", and there is none before"
                    + " it; put a value that begins with \"*\" in quotes")),
        arguments(
            "a: &x [*x]\nb: *x",
            List.of(
                "1:8: error: \"*x\" repeats a value marked \"&x\", and there is none before it; put"
                    + " a value that begins with \"*\" in quotes")),
        arguments(
            "a: &Q",
            List.of(
                "1:4: warning: anchor \"&Q\" is never used; put the value in quotes if \"&\""
                    + " belongs to it")),
        arguments(
            "a: -.inf",
            List.of(
                "1:4: error: \"-.inf\" is not a finite number; put it in quotes if it is text")),
        arguments(
            "a: 1e999",
            List.of(
                "1:4: error: number 1e999 has more than 400 digits; put it in quotes if it is"
                    + " text")),
        arguments(
            "a: 1e99999999999",
            List.of(
                "1:4: error: number 1e99999999999 has more than 400 digits; put it in quotes if it"
                    + " is text")),
        arguments(
            "a: \"\\ud800\"",
            List.of(
                "1:4: error: text holds half a character; write a \"\\u\" escape of both halves")),
        arguments(
            "color: #fff",
            List.of(
                "1:8: warning: \"#fff\" is a comment, so there is no value; put the value in"
                    + " quotes")),
        arguments(
            "range: >5",
            List.of(
                "1:8: warning: \">5\" begins a block of text, and there is none below; put the"
                    + " value in quotes")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void yamlThatIsNotAccepted_isReportedCompletely(String yaml, List<String> expected) {
    Problems problems = new Problems();

    read(yaml, problems);

    assertThat(report(problems)).isEqualTo(expected);
  }

  @Test
  void duplicateKey_keepsTheFirstValue() {
    assertThat(read("a: x\na: y", new Problems()).orElseThrow().toPlain()).hasToString("{a=x}");
  }

  @Test
  void text_of64KiB_isRead_andOneByteMore_isProblem() {
    String key = "a: é";
    String largest = key + "x".repeat(YamlReader.MAX_BYTES - key.length() - 1);
    Problems problems = new Problems();

    assertThat(read(largest, problems)).isPresent();
    assertThat(report(problems)).isEmpty();
    assertThat(read(largest + "x", problems)).isEmpty();
    assertThat(report(problems))
        .containsExactly(
            "1:1: error: YAML text is too large; at most 65536 bytes (64 KiB) are read");
  }

  @Test
  void aliases_upToTwenty_areRead_andOneMore_isProblem() {
    Problems problems = new Problems();

    assertThat(read("a: &x 1\nb:\n" + "- *x\n".repeat(20), problems)).isPresent();
    assertThat(report(problems)).isEmpty();
    assertThat(read("a: &x 1\nb:\n" + "- *x\n".repeat(21), problems)).isEmpty();
    assertThat(report(problems))
        .containsExactly("23:3: error: more than 20 aliases; write the values out");
  }

  @Test
  void billionLaughs_isProblem_inBoundedTime() {
    StringBuilder laughs = new StringBuilder("a: &l0 \"" + "lol".repeat(1000) + "\"\n");
    for (int i = 1; i < 7; i++) {
      laughs.append("b%d: &l%d [*l%d, *l%d, *l%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    Problems problems = new Problems();

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(read(laughs.toString(), problems)).isEmpty());

    assertThat(report(problems))
        .containsExactly("4:15: error: aliases repeat more than 64 KiB; write fewer of them");
  }

  @Test
  void nestingOf50Levels_isRead_andOneMore_isProblem() {
    Problems problems = new Problems();

    assertThat(read("[".repeat(50) + "]".repeat(50), problems)).isPresent();
    assertThat(report(problems)).isEmpty();
    assertThat(read("[".repeat(51) + "]".repeat(51), problems)).isEmpty();
    assertThat(report(problems)).containsExactly("1:51: error: nested deeper than 50 levels");
  }

  @Test
  void nestingByAliases_countsTheLevelsOfTheAnchor() {
    Problems problems = new Problems();
    String yaml = "a: &x " + "[".repeat(30) + "]".repeat(30) + "\nb: ";

    assertThat(read(yaml + "[".repeat(20) + "*x" + "]".repeat(20), problems)).isEmpty();
    assertThat(report(problems)).containsExactly("2:24: error: nested deeper than 50 levels");
  }

  static Stream<String> deepOrLarge() {
    int most = YamlReader.MAX_BYTES;
    return Stream.of(
            "[",
            "{",
            "- ",
            "? ",
            "[[]",
            "{a: ",
            "\"",
            "'",
            "!",
            "&a ",
            "*a ",
            "a: ",
            "a:\n",
            " ",
            "\t",
            "\n",
            "#",
            "|",
            "%",
            "---\n",
            "- - ",
            "[a,",
            "?\n",
            "é",
            "\uD83D\uDE00",
            "a",
            "9",
            "\\",
            ": ",
            ", ",
            "]",
            "a: b\n",
            "- a\n",
            "&a",
            "\r",
            "a\r",
            "\u2028",
            " #",
            "0x")
        .map(part -> part.repeat(most / part.getBytes(StandardCharsets.UTF_8).length));
  }

  @ParameterizedTest
  @MethodSource("deepOrLarge")
  void anyPartRepeatedThousandsOfTimes_endsQuickly(String yaml) {
    Problems problems = new Problems();

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(yaml, problems));

    assertThat(problems.list()).allMatch(problem -> problem.message().length() < 300);
  }

  @Test
  void nestingOf10000Levels_isProblem_inBoundedTime() {
    for (String open : List.of("[", "{a: ", "- ", "? ")) {
      Problems problems = new Problems();
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> read(open.repeat(10_000), problems));
      assertThat(problems.list())
          .extracting(Problem::message)
          .containsExactly("nested deeper than 50 levels");
    }
  }

  private static Optional<YamlNode> read(String yaml, Problems problems) {
    return YamlReader.read(SourceText.ofFile("f", yaml), problems);
  }

  private static List<String> report(Problems problems) {
    return problems.list().stream().map(problem -> problem.toString().substring(2)).toList();
  }
}
