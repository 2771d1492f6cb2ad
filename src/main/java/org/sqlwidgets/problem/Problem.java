package org.sqlwidgets.problem;

import java.util.Comparator;

/**
 * One finding: how bad, where, and what to do about it.
 *
 * @param severity whether the file can still be served
 * @param location the place to change
 * @param message lower-case sentence without a full stop: what is wrong, what was expected, what to
 *     do; the author's own words in double quotes; may have several lines
 */
public record Problem(Severity severity, SourceLocation location, String message)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::location)
          .thenComparing(Problem::severity)
          .thenComparing(Problem::message);

  private static final int LONGEST = 1500;

  /** Cuts a message that is too long; an author's words in it may have any length. */
  public Problem {
    message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }

  /** How bad a problem is. */
  public enum Severity {
    /** The file is left out. */
    ERROR,
    /** Served, but probably not as meant. */
    WARNING,
    /** Works; there is a better way. */
    HINT;

    /** The lower-case word of the report: {@code error}, {@code warning}, {@code hint}. */
    public String word() {
      return switch (this) {
        case ERROR -> "error";
        case WARNING -> "warning";
        case HINT -> "hint";
      };
    }
  }

  /** A finding for which the file is left out. */
  public static Problem error(SourceLocation location, String message) {
    return new Problem(Severity.ERROR, location, message);
  }

  /** A finding with which the file is served all the same. */
  public static Problem warning(SourceLocation location, String message) {
    return new Problem(Severity.WARNING, location, message);
  }

  /** Advice. */
  public static Problem hint(SourceLocation location, String message) {
    return new Problem(Severity.HINT, location, message);
  }

  /** Orders by place, then severity, then text. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** The report line: {@code file:line:column: error: message}. */
  @Override
  public String toString() {
    return location + ": " + severity.word() + ": " + message;
  }
}
