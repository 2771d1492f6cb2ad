package org.sqlwidgets.yaml;

/** Shows the author's own words in a message, on one line and not too long. */
final class AuthorText {
  private static final int SHOWN = 60;

  private AuthorText() {}

  /** The words in double quotes. */
  static String quote(String text) {
    return '"' + shorten(text) + '"';
  }

  /** The words, cut after 60 characters, with a blank for every control character. */
  static String shorten(String text) {
    String start = text.length() <= SHOWN ? text : text.substring(0, cut(text)) + "…";
    return start
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int cut(String text) {
    return Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
  }
}
