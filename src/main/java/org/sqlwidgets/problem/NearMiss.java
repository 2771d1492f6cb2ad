package org.sqlwidgets.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word that an author probably meant. */
public final class NearMiss {
  private NearMiss() {}

  /**
   * The known word nearest to a mistyped one.
   *
   * @param word what the author wrote
   * @param known what is accepted
   * @return the nearest known word when at most a third of its letters differ; empty when none is
   *     near
   */
  public static Optional<String> of(String word, Collection<String> known) {
    return new TreeSet<>(known)
        .stream()
            .filter(candidate -> isNear(word, candidate))
            .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** The end of a message: {@code "; did you mean \"x\"?"}, or nothing when no word is near. */
  public static String hint(String word, Collection<String> known) {
    return of(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  private static boolean isNear(String word, String candidate) {
    int allowed = candidate.length() == 1 ? 0 : Math.max(1, candidate.length() / 3);
    return Math.abs(word.length() - candidate.length()) <= allowed
        && distance(word, candidate) <= allowed;
  }

  /** Edits (insert, delete, replace, swap of neighbours) between two words, case ignored. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = cell(a, b, edits, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int cell(String a, String b, int[][] edits, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
