package org.sqlwidgets.cli;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.definition.CompilerSettings;
import org.sqlwidgets.registry.DirectoryConfiguration;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.widget.WidgetId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a widget's first file from a table or a query; never over a file that is there. */
@Command(
    name = "new",
    description = {
      "Writes a starter file for a widget: the query, and a header with its params and columns.",
      "Without a configured database it asks one in memory, with the example data."
    },
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "1:not written, with the reason", "2:wrong command line"})
final class NewCommand implements Callable<Integer> {
  /** Folders whose name begins otherwise are not looked at; two hold no widgets. */
  private static final Pattern FOLDERS =
      Pattern.compile("(?:(?!(?:lookups|actions)/)[^/\\\\._\\p{Cntrl}][^/\\\\\\p{Cntrl}]*/)*");

  private static final String ENDING = ".sql";

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "the file below the folder, such as market/my_prices")
  private String name = "";

  @ArgGroup(exclusive = true, multiplicity = "1")
  private @Nullable Source source;

  @Option(
      names = "--datasource",
      paramLabel = "NAME",
      defaultValue = CompilerSettings.DEFAULT_DATASOURCE,
      description = "the configured database to ask (default: widgets)")
  private String datasource = CompilerSettings.DEFAULT_DATASOURCE;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "the folder (default: the setting sql-widgets.directory, else sql-widgets)")
  private @Nullable Path directory;

  @Spec private @Nullable CommandSpec spec;

  /** Where the rows come from: one of both. */
  static final class Source {
    @Option(
        names = "--table",
        paramLabel = "TABLE",
        description = "a table or view of the database")
    private @Nullable String table;

    @Option(names = "--query", paramLabel = "SQL", description = "a query, with :name for params")
    private @Nullable String query;

    Source() {}
  }

  NewCommand() {}

  @Override
  public Integer call() throws IOException {
    CheckCommand.quiet();
    CheckCommand.mustExist(directory);
    String path = path();
    try (ApplicationContext context = OnlineCheck.context(directory)) {
      Path file = context.getBean(DirectoryConfiguration.class).path().resolve(path);
      mustBeNew(file, context.getBean(WidgetRegistry.class));
      StarterFile starter = starter(path, context);
      write(file, starter.text());
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .println("wrote %s: %s".formatted(file, starter.summary()));
    }
    return 0;
  }

  /** The path below the folder, with its ending. */
  private String path() {
    String path = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    int stem = path.lastIndexOf('/') + 1;
    if (!FOLDERS.matcher(path.substring(0, stem)).matches()) {
      throw new CommandFailure(
          "\"%s\" is no folder of widgets; expected a name such as market/my_prices"
              .formatted(path.substring(0, stem)));
    }
    if (!WidgetId.isValid(path.substring(stem))) {
      throw new CommandFailure(
          "\"%s\" is no widget id; use small letters, digits, \"_\" and \"-\""
              .formatted(path.substring(stem)));
    }
    return path + ENDING;
  }

  private static void mustBeNew(Path file, WidgetRegistry registry) {
    if (Files.exists(file)) {
      throw thereAlready(file);
    }
    String id = file.getFileName().toString().replace(ENDING, "");
    registry
        .snapshot()
        .widget(id)
        .ifPresent(
            widget -> {
              throw new CommandFailure(
                  "widget id \"%s\" is that of %s; choose another name"
                      .formatted(id, widget.file()));
            });
  }

  private StarterFile starter(String path, ApplicationContext context) {
    StarterMaker maker = new StarterMaker(context, path, datasource);
    Source given = Objects.requireNonNull(source);
    return given.table == null
        ? maker.ofQuery(Objects.requireNonNull(given.query))
        : maker.ofTable(given.table);
  }

  private static void write(Path file, String text) throws IOException {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw thereAlready(file);
    }
  }

  private static CommandFailure thereAlready(Path file) {
    return new CommandFailure("%s is there already; choose another name".formatted(file));
  }
}
