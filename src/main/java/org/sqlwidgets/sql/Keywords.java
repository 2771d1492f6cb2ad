package org.sqlwidgets.sql;

import java.util.HashMap;
import java.util.Map;

/** The words of one text in upper case, each made once however often the text is looked at. */
final class Keywords {
  private final String text;
  private final Map<Token, String> made = new HashMap<>();

  Keywords(String text) {
    this.text = text;
  }

  /** The word that a token is, in upper case. */
  String of(Token token) {
    return made.computeIfAbsent(token, word -> upperCase(word.in(text)));
  }

  /** Like the databases, folds ASCII letters only. */
  private static String upperCase(String word) {
    StringBuilder upper = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      upper.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    return upper.toString();
  }
}
