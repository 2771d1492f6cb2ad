package org.sqlwidgets.access;

/** A text for one line of a log: in quotes, without anything that could end or reorder the line. */
final class QuotedText {
  private static final int LONGEST = 1000;

  private QuotedText() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().limit(LONGEST).forEach(c -> append(quoted, c));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      quoted.append('…');
    }
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append((char) c);
    } else if (isPlain(c)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append("\\u{%x}".formatted(c));
    }
  }

  /** Letters, digits, signs and the blank; no control, no direction, no line of its own. */
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
