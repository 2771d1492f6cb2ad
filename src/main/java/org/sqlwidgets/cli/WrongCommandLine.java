package org.sqlwidgets.cli;

import java.util.List;
import java.util.Set;
import org.sqlwidgets.problem.NearMiss;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what a command line holds that no command takes. */
final class WrongCommandLine {
  private WrongCommandLine() {}

  /** Prints one sentence and where the help is; the exit code is 2. */
  static int explain(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(sentence(wrong, command));
    command.getErr().println("Try: %s --help".formatted(command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException wrong, CommandLine command) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(wrong.getMessage());
    }
    String word = unmatched.getUnmatched().getFirst();
    Set<String> commands = command.getSubcommands().keySet();
    if (word.startsWith("-")) {
      return "there is no option \"%s\"%s".formatted(word, NearMiss.hint(word, options(command)));
    }
    return commands.isEmpty()
        ? "\"%s\" is one word too many".formatted(word)
        : "there is no command \"%s\"%s".formatted(word, known(word, commands));
  }

  private static String known(String word, Set<String> commands) {
    String near = NearMiss.hint(word, commands);
    return near.isEmpty() ? "; the commands are " + String.join(", ", commands) : near;
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .toList();
  }
}
