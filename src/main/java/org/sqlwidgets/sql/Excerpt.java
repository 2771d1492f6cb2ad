package org.sqlwidgets.sql;

/** The beginning of an author's words, for a message. */
final class Excerpt {
  private Excerpt() {}

  /**
   * The words, cut when they are too long.
   *
   * @param most the number of characters that are shown
   */
  static String of(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int cut = Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most;
    return words.substring(0, cut) + "…";
  }
}
