package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    if (columns.isEmpty()) {
      problems.error(sql, "the query returns no columns; select at least one");
    }
    List<String> labels = columns.stream().map(Column::label).toList();
    overrides.forEach((field, override) -> checkKnown(field, override.at(), labels));
    Map<String, SourceLocation> sparklines = sparklineFields(overrides);
    List<ColumnDef> compiled = new ArrayList<>();
    for (Column column : columns) {
      Optional<ColumnDefinition> override = Optional.ofNullable(overrides.get(column.label()));
      Optional<SourceLocation> sparkline = Optional.ofNullable(sparklines.get(column.label()));
      compiled.add(column(column, override, sparkline, type));
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
            "column %d of the query has no name; write AS and a name behind it".formatted(i + 1));
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

  /** Both databases say {@code ?column?}. */
  private static boolean isUnnamed(String label) {
    return OpenbbShapes.isBlank(label) || label.equals("?column?");
  }

  private void checkKnown(String field, SourceLocation at, List<String> labels) {
    if (!labels.contains(field)) {
      String near = NearMiss.hint(field, labels);
      problems.error(
          at,
          "the query returns no column \"%s\"%s"
              .formatted(
                  field, near.isEmpty() ? "; its columns are " + NearMiss.listed(labels) : near));
    }
  }

  /** The columns whose arrays are drawn in some cell, with the place that says so. */
  private static Map<String, SourceLocation> sparklineFields(
      Map<String, ColumnDefinition> overrides) {
    Map<String, SourceLocation> fields = new HashMap<>();
    overrides.forEach(
        (field, override) -> {
          if (override.keys().containsKey("sparkline")) {
            Object dataField = PlainMaps.find(override.keys(), "sparkline", "dataField");
            if (dataField == null) {
              fields.put(field, override.at("sparkline"));
            } else {
              fields.put(dataField.toString(), override.at("sparkline", "dataField"));
            }
          }
        });
    return fields;
  }

  private ColumnDef column(
      Column column,
      Optional<ColumnDefinition> override,
      Optional<SourceLocation> sparkline,
      WidgetType type) {
    Map<String, Object> keys =
        RenderFunctions.complete(override.map(ColumnDefinition::keys).orElse(Map.of()));
    boolean document = column.type() == SqlType.JSON || column.type() == SqlType.ARRAY;
    boolean hoverCard = hasRenderFn(keys, "hoverCard");
    boolean card = hoverCard && !document && sparkline.isEmpty() && type == WidgetType.TABLE;
    boolean json = sparkline.isPresent() || (hoverCard && !card);
    if (json && !document) {
      problems.error(
          sparkline.orElseGet(() -> place(override, "renderFn")),
          "column \"%s\" is %s, but a %s needs json or an array; make one in the SQL"
              .formatted(
                  column.label(),
                  shown(column.type()),
                  sparkline.isPresent() ? "sparkline" : "hover card"));
    }
    boolean text = "text".equals(keys.get("cellDataType"));
    WireForm form = form(type, json, text);
    Map<String, Object> published = card ? object(column) : inferred(column, form);
    keys.forEach(published::put);
    addCustomFormatter(published);
    if ((card || checkCellDataType(column, keys, override)) && type.isGrid()) {
      checkParsing(column.label(), published, override);
    }
    return new ColumnDef(
        column.label(), column.type(), column.elementType(), column.scale(), form, published);
  }

  /** What is text for the client already can lose no digit. */
  private static WireForm form(WidgetType type, boolean json, boolean text) {
    if (json) {
      return WireForm.JSON;
    }
    return switch (type) {
      case NEWSFEED -> WireForm.ISO;
      case METRIC, MARKDOWN, IFRAME, YOUTUBE, PDF, MULTI_FILE_VIEWER -> WireForm.TEXT;
      case TABLE, SSRM_TABLE, LIVE_GRID, CHART, CHART_VEGALITE, CHART_HIGHCHARTS, HTML, OMNI ->
          text ? WireForm.TEXT : WireForm.BY_TYPE;
    };
  }

  private static boolean hasRenderFn(Map<String, Object> keys, String name) {
    Object renderFn = keys.get("renderFn");
    return renderFn instanceof List<?> list ? list.contains(name) : name.equals(renderFn);
  }

  /** What is published when the author says nothing (contract §15, widget-file §9). */
  private static Map<String, Object> inferred(Column column, WireForm form) {
    if (form == WireForm.JSON) {
      return object(column);
    }
    Map<String, Object> keys = named(column);
    if (form == WireForm.TEXT || form == WireForm.ISO) {
      return text(with(keys, "text", "category"), column);
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

  private static Map<String, Object> object(Column column) {
    return with(named(column), "object", "excluded");
  }

  private static Map<String, Object> named(Column column) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("field", column.label());
    keys.put("headerName", title(column.label()));
    return keys;
  }

  private static String title(String label) {
    return Titles.of(label, label);
  }

  private static Map<String, Object> with(Map<String, Object> keys, String cell, String chart) {
    keys.put("cellDataType", cell);
    keys.put("chartDataType", chart);
    return keys;
  }

  /** In texts, too, a year is 2024 and not 2,024. */
  private static Map<String, Object> text(Map<String, Object> keys, Column column) {
    boolean whole =
        switch (column.type()) {
          case SMALLINT, INTEGER, BIGINT -> true;
          default -> false;
        };
    if (whole && isName(column)) {
      keys.put("formatterFn", "none");
    }
    return keys;
  }

  /** Ids and years are numbers that nobody sums or abbreviates. */
  private static boolean isName(Column column) {
    String label = column.label().toLowerCase(Locale.ROOT);
    return label.equals("id")
        || label.endsWith("_id")
        || label.equals("year")
        || label.endsWith("_year");
  }

  private static Map<String, Object> integer(
      Map<String, Object> keys, Column column, String formatterFn) {
    boolean name = isName(column);
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

  private SourceLocation place(Optional<ColumnDefinition> override, String key) {
    return override.map(found -> found.at(key)).orElse(sql);
  }

  private static String shown(SqlType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private boolean checkCellDataType(
      Column column, Map<String, Object> keys, Optional<ColumnDefinition> override) {
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
          place(override, "cellDataType"),
          "column \"%s\" is %s, so its cellDataType cannot be %s; leave the key out or cast the column in the SQL"
              .formatted(column.label(), shown(type), wanted));
    }
    return fits;
  }

  /** Otherwise the client turns texts such as "007" or "5%" into numbers (rule R07). */
  private void checkParsing(
      String label, Map<String, Object> published, Optional<ColumnDefinition> override) {
    Object cell = published.get("cellDataType");
    boolean parsed = "text".equals(cell) || "date".equals(cell) || "dateString".equals(cell);
    if (parsed
        && !published.containsKey("formatterFn")
        && "series".equals(published.get("chartDataType"))) {
      problems.error(
          place(override, "chartDataType"),
          "column \"%s\" holds %s, and chartDataType: series would make the client turn it into numbers;"
                  .formatted(label, "text".equals(cell) ? "text" : "dates")
              + " use category");
    }
  }
}
