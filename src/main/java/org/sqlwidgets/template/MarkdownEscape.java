package org.sqlwidgets.template;

/** Makes a value show as it is inside a Markdown text: no markup, no new line, no table cell. */
final class MarkdownEscape {
  private static final String MARKUP = "\\`*_[]<>|#~";

  private MarkdownEscape() {}

  static String escape(String value) {
    StringBuilder text = new StringBuilder(value.length() + 8);
    int numbered = numberOfAList(value);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || c == '\r') {
        text.append(' ');
      } else if (MARKUP.indexOf(c) >= 0 || i == numbered || startsBlock(value, i)) {
        text.append('\\').append(c);
      } else if (c == '&') {
        text.append("&amp;");
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /**
   * A value such as "- x", "+ x", "---" or "===" would begin a list, a rule or a heading where it
   * stands first in a line; "-5" would not.
   */
  private static boolean startsBlock(String value, int index) {
    if (index > 0) {
      return false;
    }
    char c = value.charAt(0);
    char next = value.length() > 1 ? value.charAt(1) : ' ';
    return c == '=' || ((c == '-' || c == '+') && (next == ' ' || next == '-'));
  }

  /**
   * The index of the dot in a value such as "1. x", which would begin a list; -1: there is none.
   */
  private static int numberOfAList(String value) {
    int i = 0;
    while (i < value.length() && value.charAt(i) >= '0' && value.charAt(i) <= '9') {
      i++;
    }
    boolean mark =
        i > 0 && i < value.length() && (value.charAt(i) == '.' || value.charAt(i) == ')');
    return mark && (i + 1 == value.length() || value.charAt(i + 1) == ' ') ? i : -1;
  }
}
