package org.sqlwidgets.openbb;

import static org.sqlwidgets.openbb.FigureKeys.keys;

import java.util.List;
import java.util.Set;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Members;

/**
 * Gives a Vega-Lite specification the size and colours of its widget; what its author wrote wins
 * (contract §4.5).
 */
final class VegaLiteTheme {
  private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

  /** Only views of one drawing can be as large as their widget. */
  private static final Set<String> SINGLE = Set.of("mark", "layer");

  private final Palette palette;

  VegaLiteTheme(Palette palette) {
    this.palette = palette;
  }

  /** The specification with size and colours, without data. */
  Members under(Members figure) {
    Members frame = keys("$schema", SCHEMA, "background", "transparent", "config", config());
    boolean single = figure.nodes().keySet().stream().anyMatch(SINGLE::contains);
    if (single) {
      frame = FigureMerge.over(frame, keys("width", "container", "height", "container"));
    }
    return FigureMerge.over(figure, frame);
  }

  private Members config() {
    return keys(
        "font",
        Palette.FONT,
        "view",
        keys("stroke", null),
        "axis",
        axis(),
        "legend",
        keys("labelColor", palette.text(), "titleColor", palette.muted()),
        "header",
        keys("labelColor", palette.text(), "titleColor", palette.muted()),
        "title",
        keys("color", palette.text(), "subtitleColor", palette.muted(), "anchor", "start"),
        "text",
        keys("color", palette.text()),
        "mark",
        keys("color", palette.series().getFirst()),
        "rule",
        keys("color", palette.muted()),
        "range",
        keys("category", palette.series()));
  }

  private Members axis() {
    return keys(
        "labelColor",
        palette.muted(),
        "titleColor",
        palette.muted(),
        "titleFontWeight",
        "normal",
        "gridColor",
        palette.grid(),
        "domainColor",
        palette.line(),
        "tickColor",
        palette.line());
  }

  /** What is shown when there are no rows: one text, so that no view is left without data. */
  Members empty() {
    return FigureMerge.over(
        keys(
            "data",
            keys("values", List.of(keys("note", "No data"))),
            "mark",
            keys("type", "text", "fontSize", 16, "color", palette.muted()),
            "encoding",
            keys("text", keys("field", "note", "type", "nominal"))),
        under(keys("mark", FigureNode.of("text"))));
  }
}
