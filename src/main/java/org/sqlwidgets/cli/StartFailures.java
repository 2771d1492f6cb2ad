package org.sqlwidgets.cli;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import org.sqlwidgets.database.DatabaseStartException;
import org.sqlwidgets.registry.DirectoryConfiguration.MissingDirectoryException;

/** Finds the sentence for the operator in a failure to start. */
final class StartFailures {
  private StartFailures() {}

  /** One sentence for what an operator can mend; the whole trace for what nobody foresaw. */
  static String explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseStartException
          || cause instanceof MissingDirectoryException
          || cause instanceof IllegalArgumentException) {
        return "SQL Widgets cannot start: " + cause.getMessage();
      }
      if (cause instanceof BindException) {
        return "SQL Widgets cannot start: its port is in use ("
            + cause.getMessage()
            + "); stop the other program, or set MICRONAUT_SERVER_PORT to a free port";
      }
      if (cause instanceof ConfigurationException && cause.getCause() == null) {
        return "SQL Widgets cannot start: " + cause.getMessage();
      }
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return "SQL Widgets cannot start:\n" + trace;
  }
}
