package org.sqlwidgets.ssrm;

import java.util.Collection;
import java.util.List;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.RefusedText;

/** Makes the failures that say which key of a grid's request is wrong, and what was expected. */
final class Refusal {
  private static final int MOST_SHOWN = 20;
  private static final int LONGEST_GUESSED = 100;

  private Refusal() {}

  /**
   * A refusal.
   *
   * @param key the key, such as {@code sortModel[0].sort}
   * @param text what is wrong, and what was expected
   */
  static QueryFailedException of(String key, String text) {
    return new QueryFailedException(Reason.REFUSED, key + ": " + text, null);
  }

  /** A word that is not on a list. */
  static QueryFailedException unknown(
      String key, String word, String what, Collection<String> known) {
    String hint = word.length() > LONGEST_GUESSED ? "" : NearMiss.hint(word, known);
    String expected =
        hint.isEmpty() ? "; expected one of " + listed(known) : hint.replace('"', '\'');
    return of(key, RefusedText.quoted(word) + " is no " + what + expected);
  }

  private static String listed(Collection<String> known) {
    List<String> shown = known.stream().limit(MOST_SHOWN).toList();
    String rest = known.size() > MOST_SHOWN ? ", … (%d in all)".formatted(known.size()) : "";
    return String.join(", ", shown) + rest;
  }
}
