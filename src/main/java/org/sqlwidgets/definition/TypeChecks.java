package org.sqlwidgets.definition;

import java.util.List;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.ssrm.RequestReader;
import org.sqlwidgets.template.Template;
import org.sqlwidgets.template.Template.TemplateException;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.WidgetType;

/** Checks that the columns of a query are what the type of its widget needs (widget-file §4). */
final class TypeChecks {
  private static final List<String> NARROW = List.of("label", "value", "delta");

  private final WidgetDefinition definition;
  private final List<ColumnDef> columns;
  private final SourceLocation sql;
  private final Problems problems;

  TypeChecks(
      WidgetDefinition definition, List<ColumnDef> columns, SourceLocation sql, Problems problems) {
    this.definition = definition;
    this.columns = columns;
    this.sql = sql;
    this.problems = problems;
  }

  void check(WidgetType type) {
    if (type != WidgetType.MULTI_FILE_VIEWER) {
      FileChecks.refuseSelectors(definition, problems);
    }
    switch (type) {
      case TABLE, LIVE_GRID -> {}
      case SSRM_TABLE -> checkParamNames();
      case CHART, CHART_VEGALITE, CHART_HIGHCHARTS -> {}
      case PDF -> new FileChecks(definition, columns, sql, problems).pdf();
      case MULTI_FILE_VIEWER -> new FileChecks(definition, columns, sql, problems).files();
      case OMNI -> definition.template().ifPresent(this::checkMarkdown);
      case METRIC -> checkMetric();
      case NEWSFEED -> new ShapeChecks(columns, sql, problems).newsfeed();
      case IFRAME, YOUTUBE ->
          new ShapeChecks(columns, sql, problems)
              .address(type, definition.published().containsKey("raw"));
      case MARKDOWN ->
          definition.template().ifPresentOrElse(this::checkMarkdown, () -> checkSingleCell(type));
      case HTML ->
          definition.template().ifPresentOrElse(this::checkHtml, () -> checkSingleCell(type));
    }
  }

  /** A grid's request is an object in which params have names, too (contract §1.7). */
  private void checkParamNames() {
    definition.params().stream()
        .map(ParamDefinition::paramName)
        .filter(name -> RequestReader.KEYS.contains(name.value()))
        .forEach(
            name ->
                problems.error(
                    name.at(),
                    "a param of type: ssrm_table cannot be named \"%s\": the grid's own requests have a key of that name; rename it, also in the SQL"
                        .formatted(name.value())));
  }

  private void checkMetric() {
    List<String> labels = columns.stream().map(ColumnDef::field).toList();
    if (labels.contains("label") && labels.contains("value")) {
      labels.stream()
          .filter(label -> !NARROW.contains(label))
          .forEach(
              label ->
                  problems.warning(
                      sql,
                      "column \"%s\" is not shown: a metric of \"label\" and \"value\" shows only these and \"delta\""
                          .formatted(label)));
    }
  }

  private void checkSingleCell(WidgetType type) {
    if (columns.size() != 1) {
      problems.error(
          sql,
          "%s widget shows one cell, and the query returns %d columns; make one text of them, or write a \"template\""
              .formatted(type == WidgetType.HTML ? "an html" : "a markdown", columns.size()));
    }
  }

  private void checkMarkdown(Located<String> template) {
    try {
      Template.markdown(template.value(), columns);
    } catch (TemplateException e) {
      problems.error(template.at(), String.valueOf(e.getMessage()));
    }
  }

  private void checkHtml(Located<String> template) {
    try {
      Template.html(template.value(), columns, "dark");
    } catch (TemplateException e) {
      problems.error(template.at(), String.valueOf(e.getMessage()));
    }
  }
}
