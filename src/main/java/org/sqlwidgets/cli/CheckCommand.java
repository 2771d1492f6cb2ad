package org.sqlwidgets.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.Problem;
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

  @Spec private @Nullable CommandSpec spec;

  CheckCommand() {}

  @Override
  public Integer call() throws Exception {
    System.setProperty(LOG_LEVEL, "OFF");
    if (directory != null && !Files.isDirectory(directory)) {
      throw new CommandFailure(
          "the folder \"%s\" does not exist; name another, or none for the folder of the settings"
              .formatted(directory));
    }
    CheckReport report = offline ? OfflineCheck.run(directory) : OnlineCheck.run(directory);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    report.problems().forEach(out::println);
    out.println(summary(report));
    out.flush();
    return count(report.problems(), Severity.ERROR) == 0 ? 0 : 1;
  }

  private static String summary(CheckReport report) {
    return "%s checked: %s, %s, %s%s"
        .formatted(
            plural(report.files(), "file"),
            plural(count(report.problems(), Severity.ERROR), "error"),
            plural(count(report.problems(), Severity.WARNING), "warning"),
            plural(count(report.problems(), Severity.HINT), "hint"),
            report.note());
  }

  private static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
