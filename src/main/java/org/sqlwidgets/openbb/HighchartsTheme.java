package org.sqlwidgets.openbb;

import static org.sqlwidgets.openbb.FigureKeys.keys;

import java.util.List;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Items;
import org.sqlwidgets.widget.FigureNode.Members;

/**
 * Gives a Highcharts chart the colours of the dashboard; what its author wrote wins (contract
 * §4.4).
 */
final class HighchartsTheme {
  private static final String OPTIONS = "userOptions";

  private final Palette palette;

  HighchartsTheme(Palette palette) {
    this.palette = palette;
  }

  /** The chart with colours. */
  Members under(Members figure) {
    Members options = FigureMerge.over(FigureMerge.map(figure, OPTIONS), options());
    for (String axis : List.of("xAxis", "yAxis")) {
      options = options.with(axis, axes(options.nodes().get(axis)));
    }
    return figure.with(OPTIONS, options);
  }

  /** One axis, or several in a list. */
  private FigureNode axes(@org.jspecify.annotations.Nullable FigureNode written) {
    return switch (written) {
      case Members axis -> FigureMerge.over(axis, axis());
      case Items(var axes) -> new Items(axes.stream().map(this::axes).toList());
      case null, default -> axis();
    };
  }

  private Members axis() {
    return keys(
        "gridLineColor",
        palette.grid(),
        "lineColor",
        palette.line(),
        "tickColor",
        palette.line(),
        "labels",
        keys("style", keys("color", palette.muted())),
        "title",
        keys("text", "", "style", keys("color", palette.muted())));
  }

  private Members options() {
    Members text = keys("color", palette.text());
    return keys(
        "chart",
        keys("backgroundColor", palette.background(), "style", keys("fontFamily", Palette.FONT)),
        "colors",
        palette.series(),
        "title",
        keys("text", "", "style", text),
        "subtitle",
        keys("style", keys("color", palette.muted())),
        "credits",
        keys("enabled", false),
        "legend",
        keys(
            "itemStyle",
            text,
            "itemHoverStyle",
            keys("color", palette.muted()),
            "itemHiddenStyle",
            keys("color", palette.line())),
        "tooltip",
        keys("backgroundColor", palette.background(), "borderColor", palette.line(), "style", text),
        "plotOptions",
        keys("series", keys("dataLabels", keys("color", palette.text()))),
        "navigator",
        keys("outlineColor", palette.line(), "maskFill", "rgba(128,128,140,0.2)"),
        "rangeSelector",
        keys("labelStyle", keys("color", palette.muted()), "inputStyle", text));
  }

  /** The chart when there are no rows: its series are empty, and a text says so. */
  Members empty(Members figure) {
    Members options = FigureMerge.map(figure, OPTIONS);
    Members note =
        keys(
            "legend",
            keys("enabled", false),
            "subtitle",
            keys(
                "text",
                "No data",
                "verticalAlign",
                "middle",
                "floating",
                true,
                "style",
                keys("fontSize", "16px", "color", palette.muted())));
    return figure.with(OPTIONS, FigureMerge.over(note, options));
  }
}
