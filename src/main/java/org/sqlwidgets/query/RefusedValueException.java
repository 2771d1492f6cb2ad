package org.sqlwidgets.query;

/**
 * A text that cannot become a value of the wanted type; the message says what was expected.
 *
 * <p>Carries no stack trace: it is an answer, not a fault.
 */
public final class RefusedValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message completes the sentence {@code Parameter 'x': …}. */
  public RefusedValueException(String message) {
    super(message, null, false, false);
  }
}
