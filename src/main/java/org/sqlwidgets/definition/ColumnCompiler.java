package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.definition.WidgetDefinition.ColumnDefinition;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.query.Description.Column;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.WidgetType;

/** Makes the columns of a reply: what the database says, with what the author says over it. */
final class ColumnCompiler {
  private final Problems problems;
  private final SourceLocation sql;

  /** Problems of the query's columns are reported at the place of the SQL. */
  ColumnCompiler(Problems problems, SourceLocation sql) {
    this.problems = problems;
    this.sql = sql;
  }

  List<ColumnDef> compile(
      List<Column> columns, Map<String, ColumnDefinition> overrides, WidgetType type) {
    checkLabels(columns);
    List<String> labels = columns.stream().map(Column::label).toList();
    overrides.forEach((field, override) -> checkKnown(field, override.at(), labels));
    Set<String> sparklines = sparklineFields(overrides);
    List<ColumnDef> compiled = new ArrayList<>();
    for (Column column : columns) {
      Optional<ColumnDefinition> override = Optional.ofNullable(overrides.get(column.label()));
      compiled.add(column(column, override, sparklines.contains(column.label()), type));
    }
    return compiled;
  }

  /** Labels become JSON keys and AG Grid fields (contract §10.12, §10.13). */
  private void checkLabels(List<Column> columns) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String label = columns.get(i).label();
      if (isUnnamed(label)) {
        problems.error(
            sql,
            "column %d of the query has no name; write AS and a name behind the expression"
                .formatted(i + 1));
      } else if (label.contains(".")) {
        problems.error(
            sql,
            "column \"%s\" has a dot in its name, which the grid reads as a path; rename it with AS"
                .formatted(label));
      } else if (!seen.add(label)) {
        problems.error(
            sql, "two columns are named \"%s\"; rename one of them with AS".formatted(label));
      }
    }
  }

  /** PostgreSQL says {@code ?column?}; H2 repeats the expression. */
  private static boolean isUnnamed(String label) {
    return label.isBlank()
        || label.equals("?column?")
        || label.contains("(")
        || label.contains("'")
        || Character.isDigit(label.charAt(0));
  }

  private void checkKnown(String field, SourceLocation at, List<String> labels) {
    if (!labels.contains(field)) {
      String near = NearMiss.hint(field, labels);
      problems.error(
          at,
          "the query returns no column \"%s\"%s"
              .formatted(
                  field, near.isEmpty() ? "; its columns are " + String.join(", ", labels) : near));
    }
  }

  /** The columns whose arrays are drawn in some cell. */
  private static Set<String> sparklineFields(Map<String, ColumnDefinition> overrides) {
    Set<String> fields = new HashSet<>();
    overrides.forEach(
        (field, override) -> {
          Object sparkline = override.keys().get("sparkline");
          if (sparkline != null) {
            Object dataField = PlainMaps.of(sparkline).get("dataField");
            fields.add(dataField == null ? field : dataField.toString());
          }
        });
    return fields;
  }

  private ColumnDef column(
      Column column, Optional<ColumnDefinition> override, boolean sparkline, WidgetType type) {
    Map<String, Object> keys = override.map(ColumnDefinition::keys).orElse(Map.of());
    boolean json = sparkline || hasRenderFn(keys, "hoverCard");
    SourceLocation at = override.map(ColumnDefinition::at).orElse(sql);
    if (json && column.type() != SqlType.JSON && column.type() != SqlType.ARRAY) {
      problems.error(
          at,
          "column \"%s\" is drawn as a sparkline or hover card, so it must be json or an array"
              .formatted(column.label()));
    }
    boolean text = "text".equals(keys.get("cellDataType"));
    WireForm form = form(type, json, text);
    Map<String, Object> published = inferred(column, form);
    keys.forEach(published::put);
    addCustomFormatter(published);
    checkCellDataType(column, keys, at);
    checkParsing(column.label(), published, at);
    return new ColumnDef(
        column.label(), column.type(), column.elementType(), column.scale(), form, published);
  }

  /** Metrics and Markdown are texts already, so no digit can get lost there. */
  private static WireForm form(WidgetType type, boolean json, boolean text) {
    if (json) {
      return WireForm.JSON;
    }
    return switch (type) {
      case TABLE -> text ? WireForm.TEXT : WireForm.BY_TYPE;
      case METRIC, MARKDOWN -> WireForm.TEXT;
    };
  }

  private static boolean hasRenderFn(Map<String, Object> keys, String name) {
    Object renderFn = keys.get("renderFn");
    return renderFn instanceof List<?> list ? list.contains(name) : name.equals(renderFn);
  }

  /** What is published when the author says nothing (contract §15, widget-file §9). */
  private static Map<String, Object> inferred(Column column, WireForm form) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("field", column.label());
    keys.put("headerName", title(column.label()));
    if (form == WireForm.JSON) {
      return with(keys, "object", "excluded");
    }
    if (form == WireForm.TEXT) {
      return with(keys, "text", "category");
    }
    return switch (column.type()) {
      case SMALLINT, INTEGER -> integer(keys, column, "int");
      case BIGINT -> integer(keys, column, "none");
      case NUMERIC -> decimals(with(keys, "number", "series"), column.scale());
      case REAL, DOUBLE -> with(keys, "number", "series");
      case BOOLEAN -> with(keys, "boolean", "category");
      case DATE -> with(keys, "date", "time");
      case TIMESTAMP, TIMESTAMPTZ -> with(keys, "dateString", "category");
      case TIME, CHAR, TEXT, UUID, JSON, ARRAY, BINARY, OTHER -> with(keys, "text", "category");
    };
  }

  private static String title(String label) {
    String title = Titles.of(label);
    return title.isBlank() ? label : title;
  }

  private static Map<String, Object> with(Map<String, Object> keys, String cell, String chart) {
    keys.put("cellDataType", cell);
    keys.put("chartDataType", chart);
    return keys;
  }

  /** Ids and years are numbers that nobody sums or abbreviates. */
  private static Map<String, Object> integer(
      Map<String, Object> keys, Column column, String formatterFn) {
    String label = column.label().toLowerCase(java.util.Locale.ROOT);
    boolean name =
        label.equals("id")
            || label.endsWith("_id")
            || label.equals("year")
            || label.endsWith("_year");
    with(keys, "number", name ? "category" : "series");
    keys.put("formatterFn", name ? "none" : formatterFn);
    return keys;
  }

  private static Map<String, Object> decimals(Map<String, Object> keys, int scale) {
    if (scale >= 0) {
      keys.put("decimalPlaces", Math.min(scale, 6));
    }
    return keys;
  }

  /** The client refuses the whole backend when options lack it (contract §2.5). */
  private static void addCustomFormatter(Map<String, Object> published) {
    if (published.get("sparkline") instanceof Map<?, ?> sparkline
        && sparkline.get("options") instanceof Map<?, ?> options
        && !options.containsKey("customFormatter")) {
      Map<String, Object> all = new LinkedHashMap<>(PlainMaps.of(options));
      all.put("customFormatter", "");
      Map<String, Object> whole = new LinkedHashMap<>(PlainMaps.of(sparkline));
      whole.put("options", all);
      published.put("sparkline", whole);
    }
  }

  private void checkCellDataType(Column column, Map<String, Object> keys, SourceLocation at) {
    String wanted = String.valueOf(keys.getOrDefault("cellDataType", ""));
    SqlType type = column.type();
    boolean fits =
        switch (wanted) {
          case "number" -> type.isNumber();
          case "boolean" -> type == SqlType.BOOLEAN;
          case "date", "dateString" ->
              type == SqlType.DATE
                  || type == SqlType.TIMESTAMP
                  || type == SqlType.TIMESTAMPTZ
                  || type == SqlType.TEXT
                  || type == SqlType.CHAR;
          case "object" -> type == SqlType.JSON || type == SqlType.ARRAY;
          default -> true;
        };
    if (!fits) {
      problems.error(
          at,
          "column \"%s\" is %s in the database, so cellDataType cannot be %s; cast it in the SQL"
              .formatted(column.label(), type.name().toLowerCase(java.util.Locale.ROOT), wanted));
    }
  }

  /** Otherwise the client turns texts such as "007" or "5%" into numbers (rule R07). */
  private void checkParsing(String label, Map<String, Object> published, SourceLocation at) {
    Object cell = published.get("cellDataType");
    boolean parsed = "text".equals(cell) || "date".equals(cell) || "dateString".equals(cell);
    if (parsed
        && !published.containsKey("formatterFn")
        && "series".equals(published.get("chartDataType"))) {
      problems.error(
          at,
          "column \"%s\" is %s, and with chartDataType: series the client would turn it into numbers;"
                  .formatted(label, cell)
              + " use category");
    }
  }
}
