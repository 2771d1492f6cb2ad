package org.sqlwidgets.yaml;

import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;

/** Turns the library's event for a single value into a node, and reports odd values. */
final class ScalarReader {
  private final String text;
  private final Places places;
  private final Problems problems;

  ScalarReader(String text, Places places, Problems problems) {
    this.text = text;
    this.places = places;
    this.problems = problems;
  }

  YamlScalar read(ScalarEvent event) {
    SourceLocation location = places.of(event.getStartMark());
    String value = event.getValue();
    if (!event.isPlain()) {
      refuseHalfCharacters(location, value);
      warnOfEmptyBlock(event, location);
      return new YamlScalar(location, YamlScalar.Kind.TEXT, value);
    }
    if (value.isEmpty()) {
      warnOfComment(places.offset(event.getEndMark()));
    }
    return new YamlScalar(location, plainKind(location, value), value);
  }

  private YamlScalar.Kind plainKind(SourceLocation location, String value) {
    YamlScalar.Kind kind = CoreSchema.kind(value);
    if (CoreSchema.isNotFinite(value)) {
      problems.error(
          location,
          AuthorText.quote(value) + " is not a finite number; put it in quotes if it is text");
    }
    if (kind == YamlScalar.Kind.NUMBER && CoreSchema.number(value).isEmpty()) {
      problems.error(
          location,
          "number %s has more than %d digits; put it in quotes if it is text"
              .formatted(AuthorText.shorten(value), CoreSchema.MAX_DIGITS));
      return YamlScalar.Kind.TEXT;
    }
    return kind;
  }

  private void refuseHalfCharacters(SourceLocation location, String value) {
    boolean half = value.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    if (half) {
      problems.error(
          location, "text holds half a character; write a \"\\u\" escape of both halves");
    }
  }

  /** {@code rule: >5} begins an empty block of text, which is hardly ever meant. */
  private void warnOfEmptyBlock(ScalarEvent event, SourceLocation location) {
    if ((event.isLiteral() || event.isFolded()) && event.getValue().isEmpty()) {
      problems.warning(
          location,
          "%s begins a block of text, and there is none below; put the value in quotes"
              .formatted(AuthorText.quote(word(places.offset(event.getStartMark())))));
    }
  }

  /** {@code color: #fff} is an empty value with a comment, which is hardly ever meant. */
  private void warnOfComment(int offset) {
    int hash = offset;
    while (hash < text.length() && isBlank(text.charAt(hash))) {
      hash++;
    }
    if (text.startsWith("#", hash) && word(hash).length() > 1) {
      problems.warning(
          places.of(hash),
          "%s is a comment, so there is no value; put the value in quotes"
              .formatted(AuthorText.quote(word(hash))));
    }
  }

  /** What stands from a char on until the next blank or line end. */
  private String word(int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return text.substring(offset, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
