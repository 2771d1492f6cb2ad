package org.sqlwidgets.apps;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.openbb.WidgetsJson;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.Snapshot.KnownProblem;
import org.sqlwidgets.sql.ParsedSql;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.GridData;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.Statement;
import org.sqlwidgets.widget.Statements.Single;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.Widget.ParamRow;
import org.sqlwidgets.widget.WidgetContent.QueryContent;
import org.sqlwidgets.widget.WidgetId;
import org.sqlwidgets.widget.WidgetType;

/** A folder of widgets and apps that is on no disk, and what a registry would serve of it. */
final class Folder {
  private final Map<WidgetId, Widget> widgets = new TreeMap<>();
  private final Map<WidgetId, WidgetId> formerIds = new TreeMap<>();
  private final Map<String, SourceFile> apps = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Adds a widget of the usual size. */
  Folder widget(String path, Param... params) {
    return widget(path, new GridData(20, 12), params);
  }

  /** Adds a widget; its id is the file's stem, its only column is called {@code price}. */
  Folder widget(String path, GridData size, Param... params) {
    String stem = path.replaceFirst(".*/", "").replace(".sql", "");
    Widget widget =
        new Widget(
            new WidgetId(stem),
            "sql-widgets/" + path,
            WidgetType.TABLE,
            "The " + stem,
            "",
            "Test",
            size,
            List.of(new ParamRow(List.of(params), false)),
            Optional.empty(),
            new QueryContent(
                query(List.of(params)), Optional.empty(), Optional.empty(), Optional.empty()),
            Map.of(),
            Map.of(),
            List.of());
    widgets.put(widget.id(), widget);
    return this;
  }

  Folder without(String id) {
    widgets.remove(new WidgetId(id));
    return this;
  }

  Folder former(String former, String present) {
    formerIds.put(new WidgetId(former), new WidgetId(present));
    return this;
  }

  /** Adds a file of an app, or changes it. */
  Folder app(String path, String text) {
    return file(path, Kind.APP, text);
  }

  Folder file(String path, Kind kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    apps.put(path, new SourceFile(path, "sql-widgets/" + path, kind, bytes));
    return this;
  }

  Folder withoutApp(String path) {
    apps.remove(path);
    return this;
  }

  Folder problem(Problem problem) {
    problems.add(problem);
    return this;
  }

  List<SourceFile> files() {
    return List.copyOf(apps.values());
  }

  Snapshot snapshot() {
    return new Snapshot(
        1,
        new Compilation(
            new LinkedHashMap<>(widgets),
            List.of(),
            Map.copyOf(formerIds),
            Map.of(),
            Map.of(),
            files(),
            problems,
            false,
            List.of()),
        problems.stream().map(problem -> new KnownProblem(problem, Instant.EPOCH)).toList());
  }

  byte[] widgetsJson() {
    return WidgetsJson.write(widgets.values());
  }

  private static Query query(List<Param> params) {
    return new Query(
        sql(),
        new Single(new Statement("SELECT price FROM stock", List.of())),
        "widgets",
        params,
        List.of(column()),
        Duration.ofSeconds(30),
        1000,
        Optional.empty());
  }

  private static ParsedSql sql() {
    SourceText text = SourceText.ofFile("test.sql", "SELECT price FROM stock");
    return ParsedSql.parse(text, SqlDialect.POSTGRESQL, new Problems()).orElseThrow();
  }

  private static ColumnDef column() {
    Map<String, Object> published = new LinkedHashMap<>();
    published.put("field", "price");
    published.put("headerName", "Price");
    published.put("cellDataType", "number");
    published.put("chartDataType", "series");
    return new ColumnDef("price", SqlType.NUMERIC, SqlType.NUMERIC, 2, WireForm.BY_TYPE, published);
  }
}
