package org.sqlwidgets.studio;

import java.util.regex.Pattern;

/** Decides how a text stands in a CSV field. */
final class CsvText {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private CsvText() {}

  /**
   * Whether a spreadsheet would run the text: it begins like a formula and is no plain number.
   *
   * <p>Tab and line ends count, because spreadsheets drop them and look at what follows.
   */
  static boolean isFormula(String text) {
    return !text.isEmpty()
        && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
  }

  /** Whether the text must stand in quotes: empty, outer blanks, or a character with a meaning. */
  static boolean needsQuotes(String text) {
    return text.isEmpty()
        || text.charAt(0) == ' '
        || text.charAt(text.length() - 1) == ' '
        || text.chars().anyMatch(c -> ",;\"\t\r\n".indexOf(c) >= 0);
  }

  static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * The text with an apostrophe in front if a spreadsheet would run it, or if {@link #unguarded}
   * would take one away.
   */
  static String guarded(String text) {
    return isFormula(text) || isGuarded(text) ? "'" + text : text;
  }

  /** The text that was guarded: without the apostrophe that was put before it. */
  static String unguarded(String text) {
    return isGuarded(text) ? text.substring(1) : text;
  }

  /** Any number of apostrophes before a formula, so that guarding twice can be taken back once. */
  private static boolean isGuarded(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first > 0 && isFormula(text.substring(first));
  }
}
