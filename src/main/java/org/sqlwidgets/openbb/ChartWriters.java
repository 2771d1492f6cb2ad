package org.sqlwidgets.openbb;

import java.util.List;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Figure;
import org.sqlwidgets.widget.Figure.FullFigure;
import org.sqlwidgets.widget.Figure.ShortFigure;
import org.sqlwidgets.widget.FigureNode.Members;

/** The writers of charts, each for one library and one theme (contract §4.3 to §4.5). */
final class ChartWriters {
  private ChartWriters() {}

  static ReplyWriter plotly(Figure figure, List<ColumnDef> columns, Palette palette) {
    PlotlyTheme theme = new PlotlyTheme(palette);
    Members filled =
        theme.under(
            switch (figure) {
              case ShortFigure few -> PlotlyFigures.of(few, columns);
              case FullFigure(var root) -> root;
            });
    return new FigureWriter(filled, theme.empty(filled));
  }

  static ReplyWriter vegaLite(Figure figure, List<ColumnDef> columns, Palette palette) {
    return new VegaLiteWriter(root(figure), columns, new VegaLiteTheme(palette));
  }

  static ReplyWriter highcharts(Figure figure, Palette palette) {
    HighchartsTheme theme = new HighchartsTheme(palette);
    Members filled = theme.under(root(figure));
    return new FigureWriter(filled, theme.empty(filled));
  }

  private static Members root(Figure figure) {
    return switch (figure) {
      case FullFigure(var root) -> root;
      case ShortFigure few -> throw new IllegalArgumentException("the short form is Plotly's");
    };
  }
}
