package org.sqlwidgets.database;

/** The embedded database's file is open in another process; the message says in which. */
public final class DatabaseHeldException extends DatabaseStartException {
  private static final long serialVersionUID = 1L;

  DatabaseHeldException(String message, Throwable cause) {
    super(message, cause);
  }

  DatabaseHeldException(String message) {
    super(message);
  }
}
