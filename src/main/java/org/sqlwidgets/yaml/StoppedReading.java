package org.sqlwidgets.yaml;

/** Ends the reading of a text after its problem was reported. */
final class StoppedReading extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedReading() {
    super("reported", null, false, false);
  }
}
