package org.sqlwidgets.openbb;

import static org.sqlwidgets.openbb.FigureKeys.keys;

import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Items;
import org.sqlwidgets.widget.FigureNode.Members;

/**
 * Gives a Plotly figure the colours of the dashboard; what its author wrote wins (contract §4.3).
 *
 * <p>Most goes into Plotly's own {@code template}, which reaches second axes and all traces.
 */
final class PlotlyTheme {
  private final Palette palette;

  PlotlyTheme(Palette palette) {
    this.palette = palette;
  }

  /** The figure with colours. */
  Members under(Members figure) {
    Members written = FigureMerge.map(figure, "layout");
    Members template = FigureMerge.map(FigureMerge.map(written, "template"), "layout");
    Members layout = keys();
    for (String ground : List.of("paper_bgcolor", "plot_bgcolor")) {
      if (!template.nodes().containsKey(ground)) {
        layout = layout.with(ground, FigureNode.of(palette.background()));
      }
    }
    layout = layout.with("template", template());
    Members config = keys("displaylogo", false, "responsive", true);
    return FigureMerge.over(figure, keys("layout", layout, "config", config));
  }

  private Members template() {
    return keys(
        "layout",
        keys(
            "paper_bgcolor",
            palette.background(),
            "plot_bgcolor",
            palette.background(),
            "font",
            keys("family", Palette.FONT, "size", 12, "color", palette.text()),
            "title",
            keys("font", keys("size", 15), "x", 0.02, "xanchor", "left"),
            "colorway",
            palette.series(),
            "piecolorway",
            palette.series(),
            "xaxis",
            axis(),
            "yaxis",
            axis(),
            "polar",
            polar(),
            "legend",
            keys("orientation", "h", "x", 0, "y", 1.02, "xanchor", "left", "yanchor", "bottom"),
            "margin",
            keys("l", 48, "r", 16, "t", 40, "b", 40),
            "hoverlabel",
            hoverLabel()),
        "data",
        keys(
            "candlestick",
            List.of(rising()),
            "ohlc",
            List.of(rising()),
            "heatmap",
            List.of(keys("colorscale", "Viridis", "colorbar", keys("outlinewidth", 0))),
            "pie",
            List.of(
                keys("marker", keys("line", keys("color", palette.background(), "width", 1))))));
  }

  private Members axis() {
    return keys(
        "gridcolor",
        palette.grid(),
        "linecolor",
        palette.line(),
        "zerolinecolor",
        palette.line(),
        "tickcolor",
        palette.line(),
        "tickfont",
        keys("color", palette.muted()),
        "title",
        keys("font", keys("color", palette.muted())),
        "automargin",
        true);
  }

  private Members polar() {
    Members axis = keys("gridcolor", palette.grid(), "linecolor", palette.line());
    return keys("bgcolor", palette.background(), "angularaxis", axis, "radialaxis", axis);
  }

  private Members hoverLabel() {
    return keys(
        "bgcolor",
        palette.background(),
        "bordercolor",
        palette.line(),
        "font",
        keys("color", palette.text()));
  }

  private Members rising() {
    return keys(
        "increasing",
        keys("line", keys("color", palette.up())),
        "decreasing",
        keys("line", keys("color", palette.down())));
  }

  /** The figure when there are no rows: its traces are empty, and a text says so. */
  Members empty(Members figure) {
    Members layout = FigureMerge.map(figure, "layout");
    List<FigureNode> notes = new ArrayList<>();
    if (layout.nodes().get("annotations") instanceof Items written) {
      notes.addAll(written.nodes());
    }
    notes.add(noData());
    Members hidden =
        keys("showlegend", false, "xaxis", keys("visible", false), "yaxis", keys("visible", false));
    return figure.with(
        "layout", FigureMerge.over(hidden, layout).with("annotations", new Items(notes)));
  }

  private Members noData() {
    return keys(
        "text",
        "No data",
        "xref",
        "paper",
        "yref",
        "paper",
        "x",
        0.5,
        "y",
        0.5,
        "showarrow",
        false,
        "font",
        keys("size", 16, "color", palette.muted()));
  }
}
