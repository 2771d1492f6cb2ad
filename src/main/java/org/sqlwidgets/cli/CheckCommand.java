package org.sqlwidgets.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.Problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles all files of a folder, runs each widget once, and prints what is wrong. */
@Command(
    name = "check",
    description = {
      "Checks every file as the server would, and runs each widget once with its defaults.",
      "Without a configured database it makes one in memory, with the example data."
    },
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no errors", "1:errors, or the check could not run", "2:wrong command line"})
final class CheckCommand implements Callable<Integer> {
  /** Read by logback.xml when the first logger is made, which is later than this command. */
  private static final String LOG_LEVEL = "org.sqlwidgets.log";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "the folder (default: the setting sql-widgets.directory, else sql-widgets)")
  private @Nullable Path directory;

  @Option(names = "--offline", description = "ask no database: check headers and SQL text only")
  private boolean offline;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, sarif or junit (default: text)")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--watch",
      description = "check again whenever a file or the database changes, until interrupted")
  private boolean watch;

  @Option(
      names = "--explain",
      description = "tell how the database would run each query, and which want an index")
  private boolean explain;

  @Spec private @Nullable CommandSpec spec;

  CheckCommand() {}

  @Override
  public Integer call() throws Exception {
    quiet();
    mustExist(directory);
    if (explain && offline) {
      throw new CommandFailure("--explain asks the database, and --offline forbids it; drop one");
    }
    if (watch) {
      if (offline) {
        throw new CommandFailure("--watch asks the database, and --offline forbids it; drop one");
      }
      OnlineCheck.watch(directory, explain, this::print);
    }
    CheckReport report =
        offline ? OfflineCheck.run(directory) : OnlineCheck.run(directory, explain);
    print(report);
    return report.count(Severity.ERROR) == 0 ? 0 : 1;
  }

  /** Nothing is logged: what is to be said is printed. */
  static void quiet() {
    System.setProperty(LOG_LEVEL, "OFF");
  }

  /** Refuses a folder that is not there. */
  static void mustExist(@Nullable Path directory) {
    if (directory != null && !Files.isDirectory(directory)) {
      throw new CommandFailure(
          "the folder \"%s\" does not exist; name another, or none for the folder of the settings"
              .formatted(directory));
    }
  }

  private void print(CheckReport report) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    format.print(report, out);
    out.flush();
  }
}
