package org.sqlwidgets.yaml;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.sqlwidgets.problem.Problem;

/** Says in plain words what the YAML library found wrong, and what to do. */
final class SyntaxError {
  static final String NO_TAGS =
      "tags are not accepted; remove the word that begins with \"!\", or put the whole value in"
          + " quotes if it is text";

  private static final String BAD_LINE_START = "a line cannot begin with \"%\"; put it in quotes";

  /** Which part of the library's message leads to which explanation; the first match counts. */
  private record Rule(String part, Function<SyntaxError, Problem> explanation) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("(TAB)", e -> e.here("tab character; indent with blanks instead")),
          new Rule("that cannot start any token", SyntaxError::badStart),
          new Rule("scanning an a", SyntaxError::badStart), // an alias or an anchor
          new Rule("mapping keys are not allowed", SyntaxError::badStart),
          new Rule("mapping values are not allowed", SyntaxError::colonInValue),
          new Rule("could not find expected ':'", SyntaxError::noColon),
          new Rule(
              "sequence entries are not allowed",
              e ->
                  e.here(
                      "a list item cannot begin here; put \"- \" on a line of its own, or the value"
                          + " in quotes")),
          new Rule(
              "leading empty lines",
              e ->
                  e.here(
                      "the empty lines above begin with more blanks than this text; remove them")),
          new Rule(
              "scanning a block scalar",
              e ->
                  e.there(
                      "text cannot stand on the line of its \"|\" or \">\"; put it on the lines"
                          + " below, or the value in quotes")),
          new Rule("scanning a tag", e -> e.there(NO_TAGS)),
          new Rule("undefined tag handle", e -> e.there(NO_TAGS)),
          new Rule("directive", e -> e.there(BAD_LINE_START)),
          new Rule("duplicate tag handle", e -> e.there(BAD_LINE_START)),
          new Rule("unknown escape", SyntaxError::unknownEscape),
          new Rule(
              "hexadecimal",
              e -> e.here("incomplete escape; write hexadecimal digits, or use single quotes")),
          new Rule(
              "scanning a quoted scalar",
              e -> e.there("the quote that opens here is never closed")),
          new Rule("while parsing a flow sequence", e -> e.unclosed('[', ']')),
          new Rule("while parsing a flow mapping", e -> e.unclosed('{', '}')),
          new Rule("expected the node content", SyntaxError::noValue),
          new Rule("expected <block end>", SyntaxError::doesNotFit),
          new Rule("expected '<document start>'", SyntaxError::doesNotFit));

  private static final Pattern KEY_WITHOUT_BLANK = Pattern.compile("[\\s-]*+\\w++:(?=\\S)[^:]*+");

  private final String text;
  private final Places places;
  private final String said;
  private final String problem;
  private final int here;
  private final int there;

  /**
   * Wraps what the library said.
   *
   * @param text the text that was read
   * @param places the places of that text
   * @param error the library's words and marks
   */
  SyntaxError(String text, Places places, MarkedYamlEngineException error) {
    this.text = text;
    this.places = places;
    this.problem = Objects.requireNonNullElse(error.getProblem(), "");
    this.said = error.getContext() + " " + problem;
    this.here = places.offset(error.getProblemMark());
    this.there = places.offset(error.getContextMark().or(error::getProblemMark));
  }

  /** The problem for the author. */
  Problem explain() {
    return RULES.stream()
        .filter(rule -> said.contains(rule.part()))
        .findFirst()
        .map(rule -> rule.explanation().apply(this))
        .orElseGet(() -> here("this is not YAML: " + AuthorText.shorten(problem)));
  }

  private Problem here(String message) {
    return at(here, message);
  }

  /** A problem at the beginning of what the library was reading. */
  private Problem there(String message) {
    return at(there, message);
  }

  private Problem at(int offset, String message) {
    return Problem.error(places.of(offset), message);
  }

  private Problem badStart() {
    return there("a value cannot begin with %s; put it in quotes".formatted(character(there)));
  }

  private Problem colonInValue() {
    String before = places.lineUntil(here);
    if (before.contains(": ")) {
      return here("a value that contains \": \" or ends with \":\" must be in quotes");
    }
    String above = places.lineUntil(Math.max(0, places.lineStart(here) - 1));
    Matcher noBlank = KEY_WITHOUT_BLANK.matcher(above);
    if (noBlank.matches()) {
      int colon = places.lineStart(here) - 1 - above.length() + above.indexOf(':');
      return at(colon, "put a blank after the colon");
    }
    return here(
        "%s is read as part of the text above it; align it with the keys above"
            .formatted(AuthorText.quote(before.strip() + ":")));
  }

  private Problem noColon() {
    String line = places.restOfLine(there);
    if (KEY_WITHOUT_BLANK.matcher(line).matches()) {
      return at(there + line.indexOf(':'), "put a blank after the colon");
    }
    return there("expected \"key: value\", found " + AuthorText.quote(line.strip()));
  }

  private Problem unknownEscape() {
    int backslash = Math.max(0, text.lastIndexOf('\\', here - 1));
    String escape = text.substring(backslash, Math.min(here + 1, text.length()));
    return at(
        backslash,
        "%s is no escape in double quotes; write \"\\\\\", or use single quotes"
            .formatted(AuthorText.quote(escape)));
  }

  private Problem unclosed(char open, char close) {
    if (here >= text.length() || places.lineStart(here) != places.lineStart(there)) {
      return there("the \"%c\" that opens here is not closed; add \"%c\"".formatted(open, close));
    }
    return here(
        "expected \",\" or \"%c\", found %s; put a text with special characters in quotes"
            .formatted(close, character(here)));
  }

  private Problem noValue() {
    String remedy = here >= text.length() ? "close every \"[\" and \"{\"" : "put a text in quotes";
    return here("expected a value, found %s; %s".formatted(character(here), remedy));
  }

  private Problem doesNotFit() {
    String before = places.lineUntil(here).strip();
    if (before.startsWith("%")) {
      return at(places.lineStart(here), BAD_LINE_START);
    }
    if (before.endsWith("'")) {
      return here(
          "text after a closing quote; double an apostrophe inside single quotes, or use double"
              + " quotes");
    }
    if (!before.isEmpty()) {
      return here("text after the end of a value; put the whole value in quotes");
    }
    return here(
        codePoint(here).equals(":")
            ? "expected a key before the colon"
            : "this line does not fit the lines above it; check its indentation");
  }

  private String character(int offset) {
    return offset >= text.length() ? "the end of the text" : AuthorText.quote(codePoint(offset));
  }

  private String codePoint(int offset) {
    return offset >= text.length() ? "" : Character.toString(text.codePointAt(offset));
  }
}
