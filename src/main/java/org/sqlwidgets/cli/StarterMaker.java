package org.sqlwidgets.cli;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.CompilerSettings;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.WidgetCompiler;
import org.sqlwidgets.lookup.DatabaseLookups;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problem.Severity;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Widget;

/** Makes starter files; what it makes has been compiled against the database. */
final class StarterMaker {
  private static final String PART = "(?:[A-Za-z_][A-Za-z0-9_$]*|\"[^\"\\p{Cntrl}]+\")";

  /** A name as SQL knows it, each part in quotes or not. */
  private static final Pattern TABLE = Pattern.compile(PART + "(?:\\." + PART + "){0,2}");

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private final CompilerSettings settings;
  private final StatementDescriber describer;
  private final String path;
  private final String datasource;

  StarterMaker(ApplicationContext context, String path, String datasource) {
    this.settings = context.getBean(CompilerSettings.class);
    this.describer = context.getBean(StatementDescriber.class);
    this.path = path;
    this.datasource = datasource;
  }

  /** A file with a query as it was given. */
  StarterFile ofQuery(String query) {
    return checked(Optional.empty(), query.strip(), widget(compile(headed(query.strip()))));
  }

  /** A file that selects all columns of a table by their names. */
  StarterFile ofTable(String table) {
    if (!TABLE.matcher(table).matches()) {
      throw new CommandFailure(
          "\"%s\" is no name of a table; write letters, digits and \"_\", or put it in double quotes"
              .formatted(table));
    }
    Widget all = widget(compile(headed("SELECT * FROM " + table)));
    List<String> names = all.columns().stream().map(ColumnDef::field).toList();
    String plain = select(names, table);
    boolean usable =
        names.stream().allMatch(name -> PLAIN.matcher(name).matches())
            && isGood(compile(headed(plain)));
    String query =
        usable ? plain : select(names.stream().map(StarterMaker::quoted).toList(), table);
    return checked(Optional.of(table), query, widget(compile(headed(query))));
  }

  private static String select(List<String> columns, String table) {
    return "SELECT %s\nFROM   %s\nLIMIT  1000".formatted(String.join(",\n       ", columns), table);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private String headed(String query) {
    return StarterFile.datasourceHeader(datasource) + query + "\n";
  }

  /** The file, once it has been compiled as it will be written. */
  private StarterFile checked(Optional<String> table, String query, Widget widget) {
    StarterFile starter = StarterFile.of(widget, datasource, table, query);
    widget(compile(starter.text()));
    return starter;
  }

  private Compilation compile(String text) {
    SourceFile file =
        new SourceFile(path, path, SourceFile.Kind.WIDGET, text.getBytes(StandardCharsets.UTF_8));
    return new WidgetCompiler(settings, Optional.of(describer))
        .compile(List.of(file), DatabaseLookups.NONE);
  }

  private static boolean isGood(Compilation compilation) {
    return compilation.problems().stream()
        .noneMatch(problem -> problem.severity() == Severity.ERROR);
  }

  private static Widget widget(Compilation compilation) {
    if (!isGood(compilation)) {
      throw new CommandFailure(
          compilation.problems().stream()
              .filter(problem -> problem.severity() == Severity.ERROR)
              .map(Problem::message)
              .collect(Collectors.joining("; ")));
    }
    return compilation.widgets().values().iterator().next();
  }
}
