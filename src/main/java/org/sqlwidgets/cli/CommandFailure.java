package org.sqlwidgets.cli;

/** The reason why a command cannot do its work, as one sentence for the person who called it. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}
