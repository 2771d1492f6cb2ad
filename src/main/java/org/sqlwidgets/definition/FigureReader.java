package org.sqlwidgets.definition;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Figure;
import org.sqlwidgets.widget.Figure.FullFigure;
import org.sqlwidgets.widget.WidgetType;
import org.sqlwidgets.yaml.YamlMap;

/** Reads the {@code figure} of a chart and holds it against the columns of the query. */
final class FigureReader {
  private final Problems problems;
  private final ColumnNames columns;

  /**
   * A reader of one figure.
   *
   * @param columns empty while nobody knows them: then only what needs no columns is checked
   */
  FigureReader(Problems problems, Optional<List<ColumnDef>> columns) {
    this.problems = problems;
    this.columns = new ColumnNames(columns, problems);
  }

  /**
   * The figure of a chart; empty when something was reported.
   *
   * @param written what the author wrote; empty = nothing
   * @param at the place of the query
   */
  Optional<Figure> read(WidgetType type, Optional<YamlMap> written, SourceLocation at) {
    Problems own = new Problems();
    Optional<Figure> figure =
        written.isPresent() ? read(type, written.get(), own) : withoutFigure(type, at, own);
    problems.addAll(own.list());
    return own.hasErrors() ? Optional.empty() : figure;
  }

  private Optional<Figure> read(WidgetType type, YamlMap map, Problems own) {
    ColumnNames names = columns.reportingTo(own);
    return switch (type) {
      case CHART_VEGALITE ->
          new VegaLiteReader(names, own).read(map).map(root -> new FullFigure(root));
      case CHART_HIGHCHARTS ->
          new HighchartsReader(names, own).read(map).map(root -> new FullFigure(root));
      default ->
          map.entries().containsKey("data") || map.entries().containsKey("layout")
              ? new PlotlyReader(names, own).read(map).map(root -> new FullFigure(root))
              : new ShortFigureReader(names, own).read(map).map(figure -> figure);
    };
  }

  /** A Plotly chart can be guessed from the types of the columns; no other can. */
  private Optional<Figure> withoutFigure(WidgetType type, SourceLocation at, Problems own) {
    if (type != WidgetType.CHART) {
      own.error(
          at,
          "a %s widget needs \"figure\", the specification of its chart; add it to the header"
              .formatted(type.word()));
      return Optional.empty();
    }
    return columns.areKnown()
        ? GuessedFigure.of(columns.all(), at, own).map(figure -> figure)
        : Optional.empty();
  }
}
