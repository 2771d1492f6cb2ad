package org.sqlwidgets.database;

import java.sql.SQLException;
import java.util.stream.Collectors;

/** The words of the driver, or of the library above it, on one line. */
final class DriverMessage {
  private DriverMessage() {}

  /**
   * The message of the driver's own exception, which names host and port or object, or else of the
   * innermost cause; H2 and Flyway spread theirs over several lines.
   */
  static String of(Throwable thrown) {
    String message = String.valueOf(telling(thrown).getMessage());
    int statement = message.indexOf("; SQL statement:");
    return (statement < 0 ? message : message.substring(0, statement))
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("; "))
        .replaceFirst("\\.$", "");
  }

  private static Throwable telling(Throwable thrown) {
    Throwable telling = thrown;
    boolean driver = false;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      boolean sql = cause instanceof SQLException;
      if (sql || !driver) {
        telling = cause;
      }
      driver |= sql;
    }
    return telling;
  }
}
