package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void help_namesTheCommands_andWhereSettingsAre() {
    CommandLineRun run = CommandLineRun.of("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).first().isEqualTo("Usage: sql-widgets [-hV] [COMMAND]");
    assertThat(run.out()).anyMatch(line -> line.startsWith("  serve  "));
    assertThat(run.out()).anyMatch(line -> line.startsWith("  check  "));
    assertThat(run.out()).last().asString().contains("docs/configuration.md");
  }

  @Test
  void helpOfCheck_namesItsOptionsAndExitCodes() {
    CommandLineRun run = CommandLineRun.of("check", "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).first().asString().startsWith("Usage: sql-widgets check ");
    assertThat(String.join("\n", run.out())).contains("--offline", "--watch", "--format", "[DIR]");
    assertThat(run.out()).contains("  0   no errors", "  2   wrong command line");
  }

  @Test
  void help_isACommandToo() {
    assertThat(CommandLineRun.of("help")).isEqualTo(CommandLineRun.of("--help"));
  }

  @Test
  void version_ofClasses_isDevelopment() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).containsExactly("SQL Widgets development");
  }

  @Test
  void mistypedCommand_isTwo_withTheCommandThatWasMeant() {
    CommandLineRun run = CommandLineRun.of("chekc");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsExactly(
            "there is no command \"chekc\"; did you mean \"check\"?", "Try: sql-widgets --help");
  }

  @Test
  void unknownCommand_isTwo_withTheCommandsThatThereAre() {
    CommandLineRun run = CommandLineRun.of("frobnicate");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .first()
        .isEqualTo(
            "there is no command \"frobnicate\"; the commands are serve, check, new, key, help");
  }

  @Test
  void mistypedOption_isTwo_withTheOptionThatWasMeant() {
    CommandLineRun run = CommandLineRun.of("check", "--ofline");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "there is no option \"--ofline\"; did you mean \"--offline\"?",
            "Try: sql-widgets check --help");
  }

  @Test
  void secondFolder_isTwo() {
    CommandLineRun run = CommandLineRun.of("check", "one", "two");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).first().isEqualTo("\"two\" is one word too many");
  }

  @Test
  void commandsOfTheDocumentation_areRight() throws IOException {
    Pattern call =
        Pattern.compile("(?m)(?:java -jar \\S*sql-widgets\\.jar|run --rm app) ?(.*?)`?$");
    List<String> commands = new ArrayList<>();
    for (String page : List.of("README.md", "CONTRIBUTING.md", "docs/operations.md")) {
      call.matcher(Files.readString(Path.of(page)))
          .results()
          .forEach(m -> commands.add(m.group(1)));
    }
    assertThat(commands).contains("", "check", "check --offline path/to/folder");
    for (String command : commands) {
      String[] words = command.replaceAll("[`|].*", "").strip().split(" ");
      assertThatCode(
              () ->
                  CommandLineInterface.commandLine()
                      .parseArgs(words[0].isEmpty() ? new String[0] : words))
          .as(command)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void checkOfAFolderThatIsNotThere_isOne() {
    CommandLineRun run = CommandLineRun.of("check", "no/such/folder");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsExactly(
            "SQL Widgets cannot check: the folder \"no/such/folder\" does not exist; name another,"
                + " or none for the folder of the settings");
  }
}
