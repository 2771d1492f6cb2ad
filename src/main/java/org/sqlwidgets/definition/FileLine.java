package org.sqlwidgets.definition;

import java.util.regex.Pattern;

/**
 * One line of a widget file.
 *
 * @param number 1-based
 * @param start the index in the file's text of its first char
 * @param text the line without its end
 */
record FileLine(int number, int start, String text) {
  private static final Pattern FENCE = Pattern.compile("[ \t]*+-- ---[ \t]*+");
  private static final Pattern NEARLY_FENCE = Pattern.compile("[ \t]*+--[ \t]++---[ \t]*+");
  private static final Pattern BARE_FENCE = Pattern.compile("---[ \t]*+");
  private static final Pattern RULE = Pattern.compile("[ \t]*+--[ \t]*+-++[ \t]*+");
  private static final Pattern KEY_IN_COMMENT =
      Pattern.compile("[ \t]*+--[ \t]*+[A-Za-z_]\\w*+:(?:[ \t].*+)?");
  private static final Pattern KEY = Pattern.compile("[A-Za-z_]\\w*+:(?:[ \t].*+)?");

  /** The index in the file's text behind the last char; there stands the line end, if any. */
  int end() {
    return start + text.length();
  }

  /** The index in the file's text of the first char that is not a blank. */
  int content() {
    return start + indentation();
  }

  boolean isBlank() {
    return text.isBlank();
  }

  boolean isComment() {
    return text.startsWith("--", indentation());
  }

  /** True for {@code -- ---}, which opens and closes the canonical header. */
  boolean isFence() {
    return FENCE.matcher(text).matches();
  }

  /** True for a fence with other blanks in it, such as {@code -- ---}. */
  boolean isNearlyFence() {
    return !isFence() && NEARLY_FENCE.matcher(text).matches();
  }

  /** True for {@code ---} at the beginning of the line. */
  boolean isBareFence() {
    return BARE_FENCE.matcher(text).matches();
  }

  /** True for a comment of dashes alone. */
  boolean isRule() {
    return RULE.matcher(text).matches();
  }

  /** True for a comment that looks like a line of a header: {@code -- name: Prices}. */
  boolean isKeyInComment() {
    return KEY_IN_COMMENT.matcher(text).matches();
  }

  /** True for a line that looks like YAML: {@code name: Prices}. */
  boolean isKey() {
    return KEY.matcher(text).matches();
  }

  /** The number of chars of a comment line before its YAML: blanks, two dashes, one blank. */
  int commentMark() {
    int dashes = indentation() + 2;
    return text.startsWith(" ", dashes) ? dashes + 1 : dashes;
  }

  private int indentation() {
    int i = 0;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }
}
