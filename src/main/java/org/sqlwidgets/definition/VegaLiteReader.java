package org.sqlwidgets.definition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Members;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/**
 * Reads a Vega-Lite specification, which is sent as it is with the rows as its data (contract
 * §4.5).
 */
final class VegaLiteReader {
  private static final Set<String> MARKS =
      Set.of(
          ("arc area bar boxplot circle errorband errorbar geoshape image line point rect rule"
                  + " square text tick trail")
              .split(" "));
  private static final Set<String> TYPES =
      Set.of("quantitative", "temporal", "ordinal", "nominal", "geojson");

  /** What makes a specification one; each draws in its own way. */
  private static final Set<String> VIEWS =
      Set.of("mark", "layer", "concat", "hconcat", "vconcat", "facet", "repeat");

  private final ColumnNames columns;
  private final Problems problems;

  VegaLiteReader(ColumnNames columns, Problems problems) {
    this.columns = columns;
    this.problems = problems;
  }

  /** The specification; empty when it draws nothing. */
  Optional<Members> read(YamlMap map) {
    boolean draws = map.entries().keySet().stream().anyMatch(VIEWS::contains);
    if (!draws) {
      problems.error(
          map.location(),
          "\"figure\" needs \"mark\", such as mark: line, or another view of Vega-Lite: layer,"
              + " hconcat, vconcat, concat, facet, repeat");
    }
    refuse(map, "data", "remove \"data\": the rows of the query are the data");
    refuse(map, "datasets", "remove \"datasets\"; write values where they are used");
    refuseSources(map);
    checkWords(map);
    if (columns.areKnown()) {
      new VegaLiteFields(columns).check(map);
    }
    return draws ? Optional.of(FigureNode.members(map.toPlain())) : Optional.empty();
  }

  private void refuse(YamlMap map, String key, String message) {
    YamlMap.Entry entry = map.entries().get(key);
    if (entry != null) {
      problems.error(entry.keyLocation(), message);
    }
  }

  /** Data come from the query, never from an address or a name that nobody fills. */
  private void refuseSources(YamlNode node) {
    YamlPaths.find(node, "data").filter(YamlMap.class::isInstance).map(YamlMap.class::cast).stream()
        .flatMap(data -> data.entries().entrySet().stream())
        .filter(entry -> entry.getKey().equals("url") || entry.getKey().equals("name"))
        .forEach(entry -> refuseSource(entry.getKey(), entry.getValue()));
    YamlPaths.values(node).forEach(this::refuseSources);
  }

  private void refuseSource(String key, YamlMap.Entry entry) {
    problems.error(
        entry.keyLocation(),
        "data by \"%s\" are not loaded; select them in the SQL, or write them as \"values\""
            .formatted(key));
  }

  /** Marks and types of fields, wherever they stand. */
  private void checkWords(YamlNode node) {
    if (node instanceof YamlMap map) {
      map.get("mark").ifPresent(this::checkMark);
      map.get("encoding").stream()
          .flatMap(YamlPaths::values)
          .flatMap(channel -> YamlPaths.find(channel, "type").stream())
          .forEach(type -> checkWord("type", type, TYPES));
      for (Map.Entry<String, YamlMap.Entry> entry : map.entries().entrySet()) {
        if (!entry.getKey().equals("values")) {
          checkWords(entry.getValue().node());
        }
      }
    } else {
      YamlPaths.values(node).forEach(this::checkWords);
    }
  }

  private void checkMark(YamlNode mark) {
    if (mark instanceof YamlMap) {
      YamlPaths.find(mark, "type").ifPresent(type -> checkWord("mark", type, MARKS));
    } else {
      checkWord("mark", mark, MARKS);
    }
  }

  private void checkWord(String what, YamlNode node, Set<String> known) {
    if (!(node instanceof YamlScalar word) || !known.contains(word.text())) {
      String text = node instanceof YamlScalar word ? word.text() : node.describe();
      problems.error(
          node.location(),
          "Vega-Lite has no %s \"%s\"%s"
              .formatted(
                  what,
                  text,
                  NearMiss.of(text, known)
                      .map(near -> "; did you mean \"" + near + "\"?")
                      .orElse("; known are " + String.join(", ", new java.util.TreeSet<>(known)))));
    }
  }
}
