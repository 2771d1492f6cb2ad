package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sqlwidgets.definition.QueryCompiler.SettledQuery;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceText.LineOrigin;
import org.sqlwidgets.query.Description.Column;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.Caching;
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
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  private final CompilerSettings settings;
  private final Optional<StatementDescriber> describer;
  private final Problems problems;

  LookupCompiler(
      CompilerSettings settings, Optional<StatementDescriber> describer, Problems problems) {
    this.settings = settings;
    this.describer = describer;
    this.problems = problems;
  }

  /**
   * What a lookup is besides its query.
   *
   * @param name its one name
   * @param at the place that defines it
   * @param description what the options are
   * @param datasource the datasource that runs the query
   * @param cache how long options may be kept
   */
  private record Frame(
      String name,
      SourceLocation at,
      Optional<String> description,
      String datasource,
      Optional<Caching> cache) {}

  /** A file in {@code lookups/}; its header may hold description, datasource and cache. */
  Optional<Lookup> file(SourceFile file, WidgetFile parts, YamlMap header) {
    SourceLocation at = SourceLocation.of(file.display());
    YamlFields fields = new YamlFields(header, problems);
    Optional<String> description = fields.text("description");
    Optional<Located<String>> named =
        fields.text("datasource").map(name -> new Located<>(name, fields.where("datasource")));
    Optional<Caching> cache = CacheReader.read(fields, problems);
    fields.refuseOthers();
    if (!isName(file.stem())) {
      problems.error(at, wrongName(file.stem()) + "; rename the file");
    }
    Optional<String> datasource = Datasources.find(settings, named, problems);
    Frame frame =
        new Frame(
            file.stem(),
            at,
            description,
            datasource.orElse(CompilerSettings.DEFAULT_DATASOURCE),
            cache);
    return compile(frame, parts.sql(), datasource.isPresent(), problems);
  }

  /** True when a lookup may have that name; a dot is kept for inline lookups. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  static String wrongName(String name) {
    return "lookup name \"%s\" may hold only A-Z, a-z, 0-9, \"_\" and \"-\", and begins with a letter or digit"
        .formatted(name);
  }

  /**
   * The query in a param's {@code optionsQuery}.
   *
   * @param cache how long its options may be kept
   * @param header the header that it stands in
   */
  Optional<Lookup> inline(
      String name, Located<String> query, Optional<Caching> cache, SourceText header) {
    InlineText text = new InlineText(header, query);
    Problems own = new Problems();
    Frame frame =
        new Frame(name, query.at(), Optional.empty(), CompilerSettings.DEFAULT_DATASOURCE, cache);
    Optional<Lookup> lookup = compile(frame, text.source(), true, own);
    text.report(own.list(), problems);
    return lookup;
  }

  /** A query that is kept in the database; lines are counted in the query. */
  Optional<Lookup> stored(
      String name,
      SourceLocation at,
      Optional<String> description,
      Optional<String> datasource,
      String query) {
    Optional<String> source =
        Datasources.find(settings, datasource.map(text -> new Located<>(text, at)), problems);
    Frame frame =
        new Frame(
            name,
            at,
            description,
            source.orElse(CompilerSettings.DEFAULT_DATASOURCE),
            Optional.empty());
    return compile(frame, text(at, query), source.isPresent(), problems);
  }

  private static SourceText text(SourceLocation at, String query) {
    int lines = 1 + (int) query.chars().filter(c -> c == '\n').count();
    List<LineOrigin> origins =
        IntStream.rangeClosed(1, lines).mapToObj(line -> new LineOrigin(line, 1)).toList();
    return new SourceText(at.file(), query, origins);
  }

  private Optional<Lookup> compile(
      Frame frame, SourceText sql, boolean describable, Problems reported) {
    Problems own = new Problems();
    Optional<Lookup> lookup =
        ParsedSql.parse(sql, settings.dialects().apply(frame.datasource()), own)
            .filter(parsed -> describable)
            .flatMap(parsed -> compile(frame, parsed, own));
    reported.addAll(own.list());
    return own.hasErrors() ? Optional.empty() : lookup;
  }

  private Optional<Lookup> compile(Frame frame, ParsedSql parsed, Problems own) {
    if (describer.isEmpty()) {
      return Optional.empty();
    }
    QueryCompiler queries = new QueryCompiler(describer.get(), own);
    return queries
        .describe(parsed, frame.datasource(), Map.of())
        .flatMap(query -> queries.settle(query, frame.datasource(), Map.of()))
        .map(query -> lookup(frame, parsed, query, own));
  }

  private Lookup lookup(Frame frame, ParsedSql parsed, SettledQuery settled, Problems own) {
    List<Param> params = new ArrayList<>();
    settled.params().forEach((name, type) -> params.add(ParamCompiler.undeclared(name, type)));
    List<Column> columns = settled.described().columns();
    Query query =
        new Query(
            parsed,
            settled.statements(),
            frame.datasource(),
            params,
            columns.stream().map(LookupCompiler::textColumn).toList(),
            settings.timeout(),
            Lookup.MOST_OPTIONS,
            frame.cache());
    QueryOptions options = new QueryOptions(query, optionColumns(columns, parsed, own));
    return new Lookup(frame.name(), frame.at(), frame.description(), options);
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
  private static OptionColumns optionColumns(List<Column> columns, ParsedSql parsed, Problems own) {
    List<String> labels =
        columns.stream().map(column -> column.label().toLowerCase(Locale.ROOT)).toList();
    int size = labels.size();
    if (size == 0) {
      own.error(Places.ofQuery(parsed), "the query returns no columns; select at least one");
    }
    if (labels.contains("value")) {
      return new OptionColumns(
          labels.indexOf("value"),
          labels.indexOf("label"),
          labels.indexOf("description"),
          labels.indexOf("right_of_description"));
    }
    if (labels.contains("label")) {
      own.error(
          Places.ofQuery(parsed),
          "the lookup has a column \"label\", but none called \"value\"; name the column that is"
              + " sent \"value\" with AS");
    }
    return new OptionColumns(0, size > 1 ? 1 : -1, size > 2 ? 2 : -1, size > 3 ? 3 : -1);
  }
}
