package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.Compiled.Draft;
import org.sqlwidgets.definition.Compiled.Use;
import org.sqlwidgets.definition.QueryCompiler.Declared;
import org.sqlwidgets.definition.QueryCompiler.Settled;
import org.sqlwidgets.definition.QueryCompiler.SettledQuery;
import org.sqlwidgets.definition.WidgetDefinition.ParamRowDefinition;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.template.Template;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.Widget.ParamRow;
import org.sqlwidgets.widget.WidgetId;
import org.sqlwidgets.widget.WidgetType;

/** Puts a widget together from its definition and the database's word on its SQL. */
final class WidgetAssembler {
  private static final long LEAST_STALE_TIME = 1000;

  private final CompilerSettings settings;
  private final StatementDescriber describer;
  private final Problems problems;

  WidgetAssembler(CompilerSettings settings, StatementDescriber describer, Problems problems) {
    this.settings = settings;
    this.describer = describer;
    this.problems = problems;
  }

  Optional<Draft> assemble(
      SourceFile file,
      WidgetDefinition definition,
      Located<String> id,
      String datasource,
      ParsedSql parsed) {
    Map<String, Declared> declared = new LinkedHashMap<>();
    definition.params().forEach(param -> declared.put(param.paramName().value(), declared(param)));
    Optional<SettledQuery> settled =
        new QueryCompiler(describer, problems).compile(parsed, datasource, declared);
    if (settled.isEmpty()) {
      return Optional.empty();
    }
    SourceLocation sql = parsed.source().atOffset(firstCode(parsed));
    List<ColumnDef> columns =
        new ColumnCompiler(problems, sql)
            .compile(settled.get().described().columns(), definition.columns(), definition.type());
    List<ParamRow> rows = paramRows(definition, settled.get());
    checkWidget(definition, columns, rows, sql);
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    Query query = query(definition, datasource, parsed, settled.get(), columns, rows);
    return Optional.of(draft(file, definition, id, query, rows));
  }

  /** The first word of the query, which a problem of the whole query points at. */
  private static int firstCode(ParsedSql parsed) {
    return parsed.toJdbc(java.util.Set.of()).sourceOffset(0);
  }

  private static Declared declared(ParamDefinition param) {
    boolean dropdown = param.lookup().isPresent() || param.optionsQuery().isPresent();
    boolean options = !param.options().isEmpty();
    Optional<ParamType> type =
        param
            .type()
            .or(() -> dropdown ? Optional.of(ParamType.ENDPOINT) : Optional.empty())
            .or(() -> options || param.multi() ? Optional.of(ParamType.TEXT) : Optional.empty())
            .or(
                () ->
                    param.paramName().value().equals("date")
                        ? Optional.of(ParamType.DATE)
                        : Optional.empty());
    return new Declared(
        type, param.multi(), param.sqlType().map(Located::value), param.paramName().at());
  }

  private List<ParamRow> paramRows(WidgetDefinition definition, SettledQuery settled) {
    ParamCompiler compiler = new ParamCompiler(problems, settings.clock());
    List<ParamRow> rows = new ArrayList<>();
    for (ParamRowDefinition row : definition.paramRows()) {
      List<Param> params =
          row.params().stream()
              .map(param -> compiler.declared(param, settled(param, settled)))
              .toList();
      rows.add(new ParamRow(params, row.grouped()));
    }
    List<String> names = definition.params().stream().map(p -> p.paramName().value()).toList();
    settled
        .params()
        .forEach(
            (name, type) -> {
              if (!names.contains(name)) {
                rows.add(new ParamRow(List.of(ParamCompiler.undeclared(name, type)), false));
              }
            });
    return rows;
  }

  /** A declared param without placeholder only feeds a lookup; it is bound nowhere. */
  private static Settled settled(ParamDefinition param, SettledQuery query) {
    Settled settled = query.params().get(param.paramName().value());
    if (settled != null) {
      return settled;
    }
    Declared declared = declared(param);
    ParamType type = declared.type().orElse(ParamType.TEXT);
    return new Settled(type, org.sqlwidgets.widget.BindType.TEXT.withArray(param.multi()));
  }

  private Query query(
      WidgetDefinition definition,
      String datasource,
      ParsedSql parsed,
      SettledQuery settled,
      List<ColumnDef> columns,
      List<ParamRow> rows) {
    List<Param> used =
        rows.stream()
            .flatMap(row -> row.params().stream())
            .filter(param -> parsed.names().contains(param.paramName()))
            .toList();
    return new Query(
        parsed,
        settled.sql().text(),
        datasource,
        settled.described().placements(),
        used,
        columns,
        definition.timeout().orElse(settings.timeout()),
        definition.maxRows().orElse(settings.maxRows()),
        definition.cache());
  }

  private void checkWidget(
      WidgetDefinition definition,
      List<ColumnDef> columns,
      List<ParamRow> rows,
      SourceLocation sql) {
    List<String> paramNames =
        rows.stream().flatMap(row -> row.params().stream()).map(Param::paramName).toList();
    new ColumnReferences(problems).check(definition, columns, paramNames);
    if (definition.type() == WidgetType.MARKDOWN) {
      checkMarkdown(definition, columns, sql);
    }
  }

  private void checkMarkdown(
      WidgetDefinition definition, List<ColumnDef> columns, SourceLocation sql) {
    if (definition.template().isEmpty()) {
      if (columns.size() != 1) {
        problems.error(
            sql,
            "a markdown widget without \"template\" shows one cell, and the query returns %d columns"
                .formatted(columns.size()));
      }
      return;
    }
    Located<String> template = definition.template().get();
    try {
      Template.markdown(template.value(), columns);
    } catch (Template.TemplateException e) {
      problems.error(template.at(), "the template does not compile: " + e.getMessage());
    }
  }

  private Draft draft(
      SourceFile file,
      WidgetDefinition definition,
      Located<String> id,
      Query query,
      List<ParamRow> rows) {
    WidgetId widgetId = new WidgetId(id.value());
    String name = definition.name().orElseGet(() -> Titles.of(file.stem()));
    Widget widget =
        new Widget(
            widgetId,
            file.display(),
            definition.type(),
            name,
            definition
                .description()
                .or(() -> query.sql().firstComment())
                .filter(d -> !d.isBlank())
                .orElse(name),
            definition.category().orElseGet(() -> category(file)),
            definition.gridData().orElse(definition.type().defaultGridData()),
            rows,
            query,
            definition.template().map(Located::value),
            published(definition, query.datasource()),
            definition.data());
    Map<String, Use> uses = new LinkedHashMap<>();
    List<Lookup> inline = new ArrayList<>();
    Map<String, SourceLocation> declared = new LinkedHashMap<>();
    for (ParamDefinition param : definition.params()) {
      declared.put(param.paramName().value(), param.paramName().at());
      use(param, widgetId, inline).ifPresent(use -> uses.put(param.paramName().value(), use));
    }
    return new Draft(
        widget, id.at(), definition.formerIds(), definition.publish(), uses, inline, declared);
  }

  private Optional<Use> use(ParamDefinition param, WidgetId id, List<Lookup> inline) {
    if (param.optionsQuery().isPresent()) {
      String name = id + "." + param.paramName().value();
      Located<String> query = param.optionsQuery().get();
      new LookupCompiler(settings, Optional.of(describer), problems)
          .inline(name, query)
          .ifPresent(inline::add);
      return Optional.of(new Use(name, query.at(), param.optionsParams()));
    }
    return param
        .lookup()
        .map(lookup -> new Use(lookup.value(), lookup.at(), param.optionsParams()));
  }

  private static String category(SourceFile file) {
    String folder = file.folder();
    String top = folder.contains("/") ? folder.substring(folder.lastIndexOf('/') + 1) : folder;
    return top.isEmpty() ? "SQL Widgets" : Titles.of(top);
  }

  /** A cached reply is as old as the cache allows; the client is told so (widget-file §3). */
  private static Map<String, Object> published(WidgetDefinition definition, String datasource) {
    Map<String, Object> published = new LinkedHashMap<>(definition.published());
    published.computeIfAbsent("source", key -> List.of(datasource));
    definition
        .cache()
        .ifPresent(
            cache ->
                published.putIfAbsent("staleTime", Math.max(LEAST_STALE_TIME, cache.toMillis())));
    return published;
  }

  /** Whether a file may be served with these problems. */
  static boolean isServable(List<Problem> problems) {
    return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
