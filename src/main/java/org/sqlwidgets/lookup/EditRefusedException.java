package org.sqlwidgets.lookup;

import java.util.List;

/** An edit that was not made; its message is for the person at the screen, and nothing changed. */
public final class EditRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why an edit is not made. */
  public enum Reason {
    /** There is no such lookup or option. */
    MISSING,
    /** The lookup is not in a state that allows it. */
    CONFLICT,
    /** Somebody else was quicker. */
    OUTDATED,
    /** What was sent is wrong. */
    INVALID,
    /** The database cannot do it just now. */
    UNAVAILABLE
  }

  /**
   * One thing that is wrong with what was sent.
   *
   * @param row the place of the option among those that were sent, from 0; -1 when it is none
   * @param field the name of the field, as JSON has it
   * @param message what is wrong and what to do
   * @param line the line of the file that was sent, from 1; 0 when it was none
   * @param column the column of that line, from 1; 0 = the whole line
   */
  public record Flaw(int row, String field, String message, int line, int column) {
    private static final int NO_ROW = -1;

    /** A flaw of one of several options. */
    public static Flaw of(int row, String field, String message) {
      return new Flaw(row, field, message, 0, 0);
    }

    /** A flaw of the only thing that was sent. */
    public static Flaw of(String field, String message) {
      return of(NO_ROW, field, message);
    }

    /** The same flaw with its place in a file. */
    public Flaw at(int otherLine, int otherColumn) {
      return new Flaw(row, field, message, otherLine, otherColumn);
    }
  }

  private final Reason reason;
  private final transient List<Flaw> flaws;

  /** A refusal with one sentence. */
  public EditRefusedException(Reason reason, String message) {
    this(reason, message, List.of());
  }

  /** A refusal of what was sent. */
  public EditRefusedException(List<Flaw> flaws) {
    this(Reason.INVALID, "nothing was changed", flaws);
  }

  private EditRefusedException(Reason reason, String message, List<Flaw> flaws) {
    super(message);
    this.reason = reason;
    this.flaws = List.copyOf(flaws);
  }

  /** Why it is not made. */
  public Reason reason() {
    return reason;
  }

  /** All that is wrong with what was sent; none unless the reason is INVALID. */
  public List<Flaw> flaws() {
    return flaws;
  }
}
