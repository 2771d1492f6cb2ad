package org.sqlwidgets.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that an author probably meant. */
public final class NearMiss {
  /** More words than these, and longer ones, are not searched. */
  private static final int MOST_WORDS = 1000;

  private static final int LONGEST = 100;

  /** More words than these are not listed. */
  private static final int MOST_LISTED = 20;

  private final String word;

  /** Three rows of the table of edits, used in turn. */
  private final int[][] rows;

  private NearMiss(String word) {
    this.word = word.toLowerCase(Locale.ROOT);
    this.rows = new int[3][this.word.length() + 1];
  }

  /**
   * The known word nearest to a mistyped one.
   *
   * @param word what the author wrote
   * @param known what is accepted
   * @return the nearest known word when at most a third of its letters differ; empty when none is
   *     near, or there are more than a thousand
   */
  public static Optional<String> of(String word, Collection<String> known) {
    if (known.size() > MOST_WORDS || word.length() > LONGEST) {
      return Optional.empty();
    }
    NearMiss search = new NearMiss(word);
    return known.stream()
        .map(search::measured)
        .filter(Measured::isNear)
        .min(Comparator.naturalOrder())
        .map(Measured::word);
  }

  /** A known word with the edits between it and the mistyped one. */
  private record Measured(int distance, String word) implements Comparable<Measured> {
    static int allowed(String word) {
      return word.length() == 1 ? 0 : Math.max(1, word.length() / 3);
    }

    boolean isNear() {
      return distance <= allowed(word);
    }

    @Override
    public int compareTo(Measured other) {
      int nearer = Integer.compare(distance, other.distance);
      return nearer == 0 ? word.compareTo(other.word) : nearer;
    }
  }

  /** The end of a message: {@code "; did you mean \"x\"?"}, or nothing when no word is near. */
  public static String hint(String word, Collection<String> known) {
    return of(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  /** The known words for a message, the first twenty of them: {@code a, b, … and 7 more}. */
  public static String listed(Collection<String> known) {
    String first = String.join(", ", known.stream().limit(MOST_LISTED).toList());
    int more = known.size() - MOST_LISTED;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }

  /** The edits are not counted where the lengths alone say that they are too many. */
  private Measured measured(String candidate) {
    int longer = Math.abs(word.length() - candidate.length());
    boolean far = longer > Measured.allowed(candidate);
    return new Measured(far ? longer : distance(candidate), candidate);
  }

  /** Edits (insert, delete, replace, swap of neighbours) between the two words, case ignored. */
  private int distance(String candidate) {
    String other = candidate.toLowerCase(Locale.ROOT);
    for (int i = 0; i <= other.length(); i++) {
      for (int j = 0; j <= word.length(); j++) {
        row(i)[j] = cell(other, i, j);
      }
    }
    return row(other.length())[word.length()];
  }

  private int cell(String other, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int replaced = row(i - 1)[j - 1] + (isSame(other, i, j) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(row(i - 1)[j], row(i)[j - 1]));
    boolean swapped = i > 1 && j > 1 && isSame(other, i, j - 1) && isSame(other, i - 1, j);
    return swapped ? Math.min(best, row(i - 2)[j - 2] + 1) : best;
  }

  private boolean isSame(String other, int i, int j) {
    return other.charAt(i - 1) == word.charAt(j - 1);
  }

  private int[] row(int i) {
    return rows[i % 3];
  }
}
