package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlwidgets.definition.WidgetDefinition.ParamRowDefinition;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;

/** Reads {@code params}: a list of controls, or of lists of controls that share a row. */
final class ParamsReader {
  private final Problems problems;

  ParamsReader(Problems problems) {
    this.problems = problems;
  }

  List<ParamRowDefinition> read(Optional<YamlNode> node) {
    List<ParamRowDefinition> rows = new ArrayList<>();
    if (node.isEmpty() || node.get().isNull()) {
      return rows;
    }
    if (!(node.get() instanceof YamlList list)) {
      problems.error(
          node.get().location(),
          "\"params\" must be a list, each entry beginning with \"- paramName:\", found "
              + node.get().describe());
      return rows;
    }
    for (YamlNode item : list.items()) {
      if (item instanceof YamlList row) {
        rows.add(new ParamRowDefinition(row.items().stream().flatMap(this::param).toList(), true));
      } else {
        param(item).forEach(p -> rows.add(new ParamRowDefinition(List.of(p), false)));
      }
    }
    return rows;
  }

  private Stream<ParamDefinition> param(YamlNode node) {
    if (!(node instanceof YamlMap map)) {
      problems.error(
          node.location(),
          "a param must be a map that begins with \"paramName:\", found " + node.describe());
      return Stream.empty();
    }
    Problems own = new Problems();
    Optional<ParamDefinition> definition = new ParamReader(map, own).read();
    problems.addAll(own.list());
    return definition.stream();
  }
}
