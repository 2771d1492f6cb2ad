package org.sqlwidgets.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Members;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads a whole Plotly figure: traces, layout and config (contract §4.3). */
final class PlotlyReader {
  private static final Set<String> TRACES =
      Set.of(
          ("bar barpolar box candlestick carpet choropleth choroplethmap choroplethmapbox cone"
                  + " contour contourcarpet densitymap densitymapbox funnel funnelarea heatmap"
                  + " histogram histogram2d histogram2dcontour icicle image indicator isosurface"
                  + " mesh3d ohlc parcats parcoords pie sankey scatter scatter3d scattercarpet"
                  + " scattergeo scattergl scattermap scattermapbox scatterpolar scatterpolargl"
                  + " scattersmith scatterternary splom streamtube sunburst surface table treemap"
                  + " violin volume waterfall")
              .split(" "));

  private final FigureTreeReader tree;
  private final Problems problems;

  PlotlyReader(ColumnNames columns, Problems problems) {
    this.tree = new FigureTreeReader(columns, problems);
    this.problems = problems;
  }

  /** The figure with the places of its values; empty when it has no traces. */
  Optional<Members> read(YamlMap map) {
    YamlFields keys = new YamlFields(map, problems);
    Optional<List<YamlMap>> traces = keys.maps("data");
    traces.ifPresent(list -> list.forEach(this::checkTrace));
    if (traces.isPresent() ? traces.get().isEmpty() : !keys.has("data")) {
      problems.error(
          keys.whereKey("data"),
          "\"figure\" needs \"data\", a list of traces such as { type: scatter, x: $month, y:"
              + " $price }");
    }
    Map<String, FigureNode> nodes = new LinkedHashMap<>();
    if (traces.isPresent()) {
      nodes.put("data", tree.read(map.get("data").orElseThrow()));
    }
    keys.map("layout").ifPresent(layout -> nodes.put("layout", tree.read(layout)));
    keys.map("config").ifPresent(config -> nodes.put("config", tree.read(config)));
    keys.refuse(
        "kind", "\"kind\" belongs to the short form; remove it, or \"data\" and \"layout\"");
    keys.refuseOthers();
    if (!tree.usesColumns() && !problems.hasErrors()) {
      problems.warning(
          map.location(),
          "\"figure\" uses no column of the query; write $ and a name where its values belong");
    }
    return traces.map(list -> new Members(nodes));
  }

  private void checkTrace(YamlMap trace) {
    Optional<YamlNode> type = trace.get("type");
    if (type.isPresent()
        && type.get() instanceof YamlScalar word
        && !word.isNull()
        && !TRACES.contains(word.text())) {
      problems.error(
          word.location(),
          "Plotly has no trace of type \"%s\"%s"
              .formatted(
                  word.text(),
                  NearMiss.of(word.text(), TRACES)
                      .map(near -> "; did you mean \"" + near + "\"?")
                      .orElse("; write one of its own, such as scatter, bar, pie")));
    }
  }
}
