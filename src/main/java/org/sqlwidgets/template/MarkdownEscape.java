package org.sqlwidgets.template;

/** Makes a value show as it is inside a Markdown text: no markup, no new line, no table cell. */
final class MarkdownEscape {
  private static final String MARKUP = "\\`*_[]<>|#~";

  private MarkdownEscape() {}

  static String escape(String value) {
    StringBuilder text = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || c == '\r') {
        text.append(' ');
      } else if (MARKUP.indexOf(c) >= 0 || startsList(value, i)) {
        text.append('\\').append(c);
      } else if (c == '&') {
        text.append("&amp;");
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** A value such as "- x" or "+ x" would begin a list where it stands first in a line. */
  private static boolean startsList(String value, int index) {
    char c = value.charAt(index);
    return index == 0 && (c == '-' || c == '+') && value.length() > 1 && value.charAt(1) == ' ';
  }
}
