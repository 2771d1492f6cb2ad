package org.sqlwidgets.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Members;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads the options of a Highcharts chart (contract §4.4). */
final class HighchartsReader {
  private static final Map<String, String> CONSTRUCTORS =
      new TreeMap<>(
          Map.of(
              "chart", "chart",
              "stockChart", "stockChart",
              "mapChart", "mapChart",
              "ganttChart", "ganttChart"));
  private static final List<String> SOURCES =
      List.of("csvURL", "rowsURL", "columnsURL", "googleSpreadsheetKey");

  /** Types that are often used; others may come from modules. */
  private static final Set<String> TYPES =
      Set.of(
          ("area areaspline arearange areasplinerange bar boxplot bubble bullet candlestick column"
               + " columnrange dumbbell errorbar flags funnel gantt gauge heatmap histogram"
               + " hollowcandlestick item line lollipop map mapbubble mapline networkgraph ohlc"
               + " organization packedbubble pareto pie polygon pyramid sankey scatter solidgauge"
               + " spline streamgraph sunburst timeline treemap variablepie variwide vector"
               + " waterfall wordcloud xrange")
              .split(" "));

  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?s)\\s*+(?:async\\s++)?+(?:function\\b.*|\\([\\w\\s,]*+\\)\\s*+=>.*|\\w++\\s*+=>\\s*+[({].*)");

  private final FigureTreeReader tree;
  private final Problems problems;

  HighchartsReader(ColumnNames columns, Problems problems) {
    this.tree = new FigureTreeReader(columns, problems);
    this.problems = problems;
  }

  /** The figure with the places of its values; empty when it has no options. */
  Optional<Members> read(YamlMap map) {
    YamlFields keys = new YamlFields(map, problems);
    Map<String, FigureNode> nodes = new LinkedHashMap<>();
    keys.oneOf("constructorType", CONSTRUCTORS)
        .ifPresent(word -> nodes.put("constructorType", FigureNode.of(word)));
    Optional<YamlMap> options = keys.map("userOptions");
    options.ifPresent(found -> nodes.put("userOptions", options(found)));
    if (!keys.has("userOptions")) {
      problems.error(
          map.location(),
          "\"figure\" needs \"userOptions\", the options of Highcharts; put them below it");
      return Optional.empty();
    }
    keys.refuseOthers();
    if (!tree.usesColumns() && !problems.hasErrors()) {
      problems.warning(
          map.location(),
          "\"figure\" uses no column of the query; write $ and a name where its values belong");
    }
    return options.map(found -> new Members(nodes));
  }

  private FigureNode options(YamlMap options) {
    refuseFunctions(options);
    refuseSources(options);
    YamlPaths.find(options, "chart", "type").ifPresent(this::checkType);
    YamlPaths.find(options, "series").stream()
        .flatMap(YamlPaths::values)
        .flatMap(series -> YamlPaths.find(series, "type").stream())
        .forEach(this::checkType);
    return tree.read(options);
  }

  private void checkType(YamlNode node) {
    if (node instanceof YamlScalar word && !TYPES.contains(word.text())) {
      NearMiss.of(word.text(), TYPES)
          .ifPresent(
              near ->
                  problems.error(
                      word.location(),
                      "Highcharts has no series of type \"%s\"; did you mean \"%s\"?"
                          .formatted(word.text(), near)));
    }
  }

  /** A text is no program on the other side: Highcharts would print it. */
  private void refuseFunctions(YamlNode node) {
    if (node instanceof YamlScalar scalar
        && scalar.kind() == YamlScalar.Kind.TEXT
        && FUNCTION.matcher(scalar.text()).matches()) {
      problems.error(
          scalar.location(),
          "JavaScript cannot be sent as JSON; use a format text such as \"{value} USD\", or make"
              + " the text in the SQL");
    }
    YamlPaths.values(node).forEach(this::refuseFunctions);
  }

  private void refuseSources(YamlMap options) {
    for (String key : SOURCES) {
      YamlPaths.find(options, "data", key)
          .ifPresent(
              node ->
                  problems.error(
                      node.location(),
                      "\"%s\" loads data from elsewhere; the rows of the query are the data"
                          .formatted(key)));
    }
  }
}
