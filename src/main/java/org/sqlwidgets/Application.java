package org.sqlwidgets;

import org.sqlwidgets.cli.CommandLineInterface;

/** Entry point: hands the command line to the commands. */
public final class Application {
  private Application() {}

  /**
   * Runs a command and ends the process with its exit code when it is not 0.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    int exitCode = CommandLineInterface.run(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
