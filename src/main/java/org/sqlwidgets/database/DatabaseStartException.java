package org.sqlwidgets.database;

import org.jspecify.annotations.Nullable;

/**
 * The reason why the databases cannot be opened, as one sentence for the person who starts.
 *
 * <p>The message names the setting and what to do; a stack trace adds nothing to it.
 */
public class DatabaseStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseStartException(String message) {
    this(message, null);
  }

  DatabaseStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
