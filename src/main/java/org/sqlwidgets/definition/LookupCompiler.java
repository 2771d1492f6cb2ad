package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.QueryCompiler.SettledQuery;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.query.Description.Column;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Lookup.OptionColumns;
import org.sqlwidgets.widget.Lookup.QueryOptions;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;

/** Compiles lookup queries: files, inline ones and those that are kept in the database. */
final class LookupCompiler {
  private final CompilerSettings settings;
  private final Optional<StatementDescriber> describer;
  private final Problems problems;

  LookupCompiler(
      CompilerSettings settings, Optional<StatementDescriber> describer, Problems problems) {
    this.settings = settings;
    this.describer = describer;
    this.problems = problems;
  }

  /** A file in {@code lookups/}; its header may hold description, datasource and cache. */
  Optional<Lookup> file(SourceFile file, WidgetFile parts, YamlMap header) {
    YamlFields fields = new YamlFields(header, problems);
    Optional<String> description = fields.text("description");
    Optional<Located<String>> named =
        fields.text("datasource").map(name -> new Located<>(name, fields.where("datasource")));
    Optional<Duration> cache = fields.duration("cache");
    fields.refuseOthers();
    String name = file.stem();
    SourceLocation at = SourceLocation.of(file.display());
    if (!isName(name)) {
      problems.error(
          at,
          "lookup name \"%s\" has another form than letters, digits, _ and -; rename the file"
              .formatted(name));
    }
    String datasource = FileCompiler.datasource(settings, named, problems);
    return compile(name, at, description, datasource, cache, parts.sql());
  }

  /** True when a lookup may have that name; a dot is kept for inline lookups. */
  static boolean isName(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9_-]*");
  }

  /** The query in a param's {@code optionsQuery}. */
  Optional<Lookup> inline(String name, Located<String> query) {
    return compile(
        name,
        query.at(),
        Optional.empty(),
        CompilerSettings.DEFAULT_DATASOURCE,
        Optional.empty(),
        at(query.at(), query.value()));
  }

  /** A query that is kept in the database. */
  Optional<Lookup> stored(
      String name,
      SourceLocation at,
      Optional<String> description,
      Optional<String> datasource,
      String query) {
    String source =
        FileCompiler.datasource(
            settings, datasource.map(text -> new Located<>(text, at)), problems);
    return compile(name, at, description, source, Optional.empty(), at(at, query));
  }

  /** A text whose every line is reported at one place. */
  private static SourceText at(SourceLocation at, String text) {
    List<SourceText.LineOrigin> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(new SourceText.LineOrigin(at.line(), at.column())));
    if (lines.isEmpty() || text.endsWith("\n")) {
      lines.add(new SourceText.LineOrigin(at.line(), at.column()));
    }
    return new SourceText(at.file(), text, lines);
  }

  private Optional<Lookup> compile(
      String name,
      SourceLocation at,
      Optional<String> description,
      String datasource,
      Optional<Duration> cache,
      SourceText sql) {
    Optional<ParsedSql> parsed =
        ParsedSql.parse(sql, settings.dialects().apply(datasource), problems);
    if (parsed.isEmpty() || describer.isEmpty() || problems.hasErrors()) {
      return Optional.empty();
    }
    Optional<SettledQuery> settled =
        new QueryCompiler(describer.get(), problems).compile(parsed.get(), datasource, Map.of());
    return settled.map(
        query ->
            new Lookup(name, at, description, options(parsed.get(), query, datasource, cache)));
  }

  private QueryOptions options(
      ParsedSql parsed, SettledQuery settled, String datasource, Optional<Duration> cache) {
    List<Param> params = new ArrayList<>();
    settled.params().forEach((name, type) -> params.add(ParamCompiler.undeclared(name, type)));
    List<Column> columns = settled.described().columns();
    Query query =
        new Query(
            parsed,
            settled.sql().text(),
            datasource,
            settled.described().placements(),
            params,
            columns.stream().map(LookupCompiler::textColumn).toList(),
            settings.timeout(),
            Lookup.MOST_OPTIONS,
            cache);
    return new QueryOptions(query, optionColumns(columns));
  }

  /** Values and labels are sent as text (widget-file §5). */
  private static ColumnDef textColumn(Column column) {
    return new ColumnDef(
        column.label(),
        column.type(),
        column.elementType(),
        column.scale(),
        WireForm.TEXT,
        Map.of());
  }

  /** By name when one is called {@code value}, else by position. */
  private static OptionColumns optionColumns(List<Column> columns) {
    List<String> labels =
        columns.stream().map(column -> column.label().toLowerCase(Locale.ROOT)).toList();
    if (labels.contains("value")) {
      return new OptionColumns(
          labels.indexOf("value"),
          labels.indexOf("label"),
          labels.indexOf("description"),
          labels.indexOf("right_of_description"));
    }
    int size = labels.size();
    return new OptionColumns(0, size > 1 ? 1 : -1, size > 2 ? 2 : -1, size > 3 ? 3 : -1);
  }
}
