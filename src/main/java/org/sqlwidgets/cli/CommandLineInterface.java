package org.sqlwidgets.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command line as a whole; without a command it serves. */
@Command(
    name = "sql-widgets",
    description = "Puts SQL files on OpenBB Workspace: each file is a widget.",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {
      ServeCommand.class,
      CheckCommand.class,
      NewCommand.class,
      KeyCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Settings are environment variables, such as SQL_WIDGETS_DIRECTORY,",
      "DATASOURCES_WIDGETS_URL and MICRONAUT_SERVER_PORT; see docs/configuration.md."
    })
public final class CommandLineInterface implements Callable<Integer> {

  CommandLineInterface() {}

  /**
   * Runs a command to its end; {@code serve} ends when the process is told to.
   *
   * <p>The plain {@code serve} is not read by picocli: its classes are too old for an AOT cache, so
   * that loading them costs a tenth of the start.
   *
   * @param args the command line
   * @return the exit code
   */
  public static int run(String... args) {
    return isPlainServe(args) ? serve() : commandLine().execute(args);
  }

  private static boolean isPlainServe(String... args) {
    return args.length == 0 || (args.length == 1 && args[0].equals("serve"));
  }

  private static int serve() {
    try {
      return new ServeCommand().call();
    } catch (RuntimeException failure) {
      System.err.println(sentence("start", failure));
      return ExitCode.SOFTWARE;
    }
  }

  /** All commands; what goes wrong is one sentence on the error stream. */
  static CommandLine commandLine() {
    return new CommandLine(new CommandLineInterface())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(WrongCommandLine::explain)
        .setExecutionExceptionHandler(CommandLineInterface::explain);
  }

  @Override
  public Integer call() {
    return new ServeCommand().call();
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    String work =
        switch (command.getCommandName()) {
          case "check" -> "check";
          case "new" -> "make the file";
          default -> "start";
        };
    command.getErr().println(sentence(work, failure));
    return ExitCode.SOFTWARE;
  }

  private static String sentence(String work, Exception failure) {
    return "SQL Widgets cannot %s: %s".formatted(work, StartFailures.explain(failure));
  }

  /** Says the version of the jar. */
  static final class Version implements IVersionProvider {
    Version() {}

    @Override
    public String[] getVersion() {
      String version = CommandLineInterface.class.getPackage().getImplementationVersion();
      return new String[] {"SQL Widgets " + (version == null ? "development" : version)};
    }
  }
}
