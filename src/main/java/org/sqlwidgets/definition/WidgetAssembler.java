package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.definition.QueryCompiler.Declared;
import org.sqlwidgets.definition.QueryCompiler.DescribedQuery;
import org.sqlwidgets.definition.QueryCompiler.Settled;
import org.sqlwidgets.definition.QueryCompiler.SettledQuery;
import org.sqlwidgets.definition.WidgetDefinition.ParamRowDefinition;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.Description.Described;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.StatementDescriber;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Expectation;
import org.sqlwidgets.widget.Figure;
import org.sqlwidgets.widget.LiveUpdates;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.Widget.ParamRow;
import org.sqlwidgets.widget.WidgetContent.QueryContent;
import org.sqlwidgets.widget.WidgetId;
import org.sqlwidgets.widget.WidgetType;

/**
 * Puts a widget together from its definition and the database's word on its SQL.
 *
 * <p>A definition of which something was reported is held against the database all the same, so
 * that its author learns everything at once; nothing is built of it.
 */
final class WidgetAssembler {
  /** All rows are read at every look, and remembered. */
  private static final int MOST_LIVE_ROWS = 10_000;

  private final CompilerSettings settings;
  private final QueryCompiler queries;
  private final Problems problems;
  private final SourceFile file;
  private final WidgetDefinition definition;

  WidgetAssembler(
      CompilerSettings settings,
      StatementDescriber describer,
      Problems problems,
      SourceFile file,
      WidgetDefinition definition) {
    this.settings = settings;
    this.queries = new QueryCompiler(describer, problems);
    this.problems = problems;
    this.file = file;
    this.definition = definition;
  }

  /**
   * The widget, its lookups not linked yet; empty when there is a problem with the file.
   *
   * @param id empty when it was reported
   */
  Optional<Widget> assemble(Optional<WidgetId> id, String datasource, ParsedSql parsed) {
    Map<String, Declared> declared = new LinkedHashMap<>();
    definition.params().forEach(param -> declared.put(param.paramName().value(), declared(param)));
    Optional<DescribedQuery> query = queries.describe(parsed, datasource, declared);
    Optional<SettledQuery> settled =
        query.flatMap(described -> queries.settle(described, datasource, declared));
    Optional<List<ColumnDef>> columns =
        settled
            .map(SettledQuery::described)
            .or(() -> query.map(DescribedQuery::described))
            .map(described -> columns(described, parsed));
    Optional<Figure> figure = figure(columns, parsed);
    return settled.flatMap(
        types -> widget(id, datasource, parsed, types, columns.orElseThrow(), figure));
  }

  /** What a chart draws; without columns only what needs none is checked. */
  private Optional<Figure> figure(Optional<List<ColumnDef>> columns, ParsedSql parsed) {
    return definition
        .type()
        .filter(WidgetType::isChart)
        .flatMap(
            type ->
                new FigureReader(problems, columns)
                    .read(type, definition.figure(), Places.ofQuery(parsed)));
  }

  private List<ColumnDef> columns(Described described, ParsedSql parsed) {
    SourceLocation at = Places.ofQuery(parsed);
    WidgetType type = definition.type().orElse(WidgetType.TABLE);
    List<ColumnDef> columns =
        new ColumnCompiler(problems, at).compile(described.columns(), definition.columns(), type);
    if (definition.type().isPresent()) {
      new TypeChecks(definition, columns, at, problems).check(type);
      if (isLive() && definition.columnsRead()) {
        new LiveChecks(problems).check(definition.live(), columns, parsed.dialect());
      }
    }
    return columns;
  }

  static Declared declared(ParamDefinition param) {
    boolean options = !param.options().isEmpty();
    Optional<ParamType> type =
        param
            .type()
            .or(() -> param.dropdown() ? Optional.of(ParamType.ENDPOINT) : Optional.empty())
            .or(() -> options || param.multi() ? Optional.of(ParamType.TEXT) : Optional.empty())
            .or(
                () ->
                    param.paramName().value().equals("date")
                        ? Optional.of(ParamType.DATE)
                        : Optional.empty());
    return new Declared(
        type,
        param.multi(),
        param.sqlType().map(Located::value),
        param.paramName().at(),
        param.read());
  }

  private Optional<Widget> widget(
      Optional<WidgetId> id,
      String datasource,
      ParsedSql parsed,
      SettledQuery settled,
      List<ColumnDef> columns,
      Optional<Figure> figure) {
    List<ParamRow> rows = paramRows(settled);
    List<String> names =
        rows.stream().flatMap(row -> row.params().stream()).map(Param::paramName).toList();
    if (definition.columnsRead()) {
      new ColumnReferences(problems).check(definition, columns, names);
    }
    List<Expectation> expectations = expectations(columns, rows);
    if (problems.hasErrors() || id.isEmpty() || definition.type().isEmpty()) {
      return Optional.empty();
    }
    Query query = query(datasource, parsed, settled, columns, rows);
    return Optional.of(
        widget(id.get(), definition.type().get(), query, figure, rows, expectations));
  }

  private List<Expectation> expectations(List<ColumnDef> columns, List<ParamRow> rows) {
    List<Param> params = rows.stream().flatMap(row -> row.params().stream()).toList();
    return new ExpectationCompiler(problems, new ParamBinder(settings.clock()), columns, params)
        .compile(definition.expect(), definition.timeout().orElse(settings.timeout()));
  }

  private List<ParamRow> paramRows(SettledQuery settled) {
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
  static Settled settled(ParamDefinition param, SettledQuery query) {
    Settled settled = query.params().get(param.paramName().value());
    if (settled != null) {
      return settled;
    }
    ParamType type = declared(param).type().orElse(ParamType.TEXT);
    return new Settled(type, BindType.TEXT.withArray(param.multi()));
  }

  private Query query(
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
        settled.statements(),
        datasource,
        used,
        columns,
        definition.timeout().orElse(settings.timeout()),
        maxRows(),
        definition.cache());
  }

  private Widget widget(
      WidgetId id,
      WidgetType type,
      Query query,
      Optional<Figure> figure,
      List<ParamRow> rows,
      List<Expectation> expectations) {
    return new WidgetFrame(file, definition)
        .around(
            id,
            type,
            rows,
            new QueryContent(query, definition.template().map(Located::value), figure, live()),
            query.sql().firstComment(),
            query.datasource(),
            expectations);
  }

  private Optional<LiveUpdates> live() {
    return isLive() ? Optional.of(definition.live().updates()) : Optional.empty();
  }

  private boolean isLive() {
    return definition.type().equals(Optional.of(WidgetType.LIVE_GRID));
  }

  private int maxRows() {
    int most = isLive() ? Math.min(MOST_LIVE_ROWS, settings.maxRows()) : settings.maxRows();
    return definition.maxRows().orElse(most);
  }
}
