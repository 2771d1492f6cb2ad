package org.sqlwidgets.query;

import java.sql.SQLException;

/** Carries a database error out of the cursor. */
final class RowsFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SQLException sqlException;

  RowsFailedException(SQLException cause) {
    super(cause);
    this.sqlException = cause;
  }

  SQLException sqlException() {
    return sqlException;
  }
}
