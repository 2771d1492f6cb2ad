package org.sqlwidgets.openbb;

import static org.sqlwidgets.openbb.FigureKeys.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.widget.ChartKind;
import org.sqlwidgets.widget.ChartPart;
import org.sqlwidgets.widget.ChartSwitch;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Figure.ShortFigure;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.BubbleScale;
import org.sqlwidgets.widget.FigureNode.Each;
import org.sqlwidgets.widget.FigureNode.GroupName;
import org.sqlwidgets.widget.FigureNode.Items;
import org.sqlwidgets.widget.FigureNode.Members;
import org.sqlwidgets.widget.FigureNode.Values;

/** Says the short form of a figure in Plotly's terms (contract §4.3). */
final class PlotlyFigures {
  private static final int LARGEST_BUBBLE = 44;

  private final ShortFigure figure;
  private final List<ColumnDef> columns;

  private PlotlyFigures(ShortFigure figure, List<ColumnDef> columns) {
    this.figure = figure;
    this.columns = columns;
  }

  /** The whole figure: traces and layout, without colours. */
  static Members of(ShortFigure figure, List<ColumnDef> columns) {
    PlotlyFigures plotly = new PlotlyFigures(figure, columns);
    return keys(
        "data", new Items(plotly.traces()), "layout", new PlotlyLayout(figure, columns).layout());
  }

  private List<FigureNode> traces() {
    List<FigureNode> traces = new ArrayList<>();
    switch (figure.kind()) {
      case LINE, AREA, BAR, SCATTER, BOX ->
          figure.columns(ChartPart.Y).forEach(y -> traces.add(series(trace(y), y)));
      case HISTOGRAM -> traces.add(series(histogram(), the(ChartPart.X)));
      case PIE, DONUT -> traces.add(slices());
      case HEATMAP -> traces.add(fields());
      case CANDLESTICK -> traces.add(prices());
    }
    return traces;
  }

  private int the(ChartPart part) {
    return figure.column(part).orElseThrow();
  }

  /** One trace, or one for each value of the column that splits the rows. */
  private FigureNode series(Members trace, int named) {
    Optional<Integer> color = figure.column(ChartPart.COLOR);
    if (color.isPresent()) {
      return new Each(color.get(), FigureMerge.over(trace, keys("name", new GroupName())));
    }
    return FigureMerge.over(trace, keys("name", title(named)));
  }

  private String title(int column) {
    ColumnDef def = columns.get(column);
    return def.publishedText("headerName").orElse(def.field());
  }

  private Members trace(int y) {
    return switch (figure.kind()) {
      case LINE -> points(y, figure.has(ChartSwitch.MARKERS) ? "lines+markers" : "lines", keys());
      case AREA -> points(y, "lines", area());
      case SCATTER -> points(y, "markers", keys("marker", bubbles()));
      case BAR -> lengths("bar", y, keys("textposition", "auto"));
      default -> lengths("box", y, keys("boxpoints", "outliers"));
    };
  }

  private Members points(int y, String mode, Members more) {
    Members trace =
        keys("type", "scatter", "mode", mode, "x", new Values(the(ChartPart.X)), "y", values(y));
    return withText(FigureMerge.over(trace, more));
  }

  private static Values values(int column) {
    return new Values(column);
  }

  private Members withText(Members trace) {
    return figure
        .column(ChartPart.TEXT)
        .map(text -> trace.with("text", new Values(text)))
        .orElse(trace);
  }

  private Members area() {
    return figure.has(ChartSwitch.STACKED) ? keys("stackgroup", "one") : keys("fill", "tozeroy");
  }

  private Members bubbles() {
    return figure
        .column(ChartPart.SIZE)
        .map(
            size ->
                keys(
                    "size",
                    new Values(size),
                    "sizemode",
                    "area",
                    "sizeref",
                    new BubbleScale(size, LARGEST_BUBBLE),
                    "sizemin",
                    2,
                    "opacity",
                    0.75))
        .orElseGet(() -> keys("size", 8, "opacity", 0.85));
  }

  /** Bars and boxes, which may lie on their side. */
  private Members lengths(String type, int y, Members more) {
    boolean lying = figure.has(ChartSwitch.HORIZONTAL);
    Members trace = keys("type", type, "orientation", lying ? "h" : "v");
    Optional<Integer> x = figure.column(ChartPart.X);
    if (x.isPresent()) {
      trace = trace.with(lying ? "y" : "x", values(x.get()));
    }
    return withText(FigureMerge.over(trace.with(lying ? "x" : "y", values(y)), more));
  }

  private Members histogram() {
    boolean lying = figure.has(ChartSwitch.HORIZONTAL);
    boolean through = figure.column(ChartPart.COLOR).isPresent() && !stacked();
    Members trace =
        keys("type", "histogram", lying ? "y" : "x", values(the(ChartPart.X)))
            .with("opacity", FigureNode.of(through ? 0.65 : 1));
    return figure
        .bins()
        .map(bins -> trace.with(lying ? "nbinsy" : "nbinsx", FigureNode.of(bins)))
        .orElse(trace);
  }

  private boolean stacked() {
    return figure.has(ChartSwitch.STACKED);
  }

  private Members slices() {
    Members slices =
        keys(
            "type",
            "pie",
            "labels",
            values(the(ChartPart.LABELS)),
            "values",
            values(the(ChartPart.VALUES)),
            "sort",
            false,
            "direction",
            "clockwise");
    return figure.kind() == ChartKind.DONUT ? slices.with("hole", FigureNode.of(0.55)) : slices;
  }

  private Members fields() {
    return keys(
        "type",
        "heatmap",
        "x",
        values(the(ChartPart.X)),
        "y",
        values(the(ChartPart.Y)),
        "z",
        values(the(ChartPart.Z)),
        "colorbar",
        keys("title", keys("text", title(the(ChartPart.Z)))),
        "hoverongaps",
        false);
  }

  private Members prices() {
    Members trace = keys("type", "candlestick", "x", values(the(ChartPart.X)));
    for (ChartPart part : List.of(ChartPart.OPEN, ChartPart.HIGH, ChartPart.LOW, ChartPart.CLOSE)) {
      trace = trace.with(part.word(), values(the(part)));
    }
    return trace;
  }
}
