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
  private final boolean action;
  private final List<FormDefinition> forms = new ArrayList<>();

  private ParamsReader(Problems problems, boolean action) {
    this.problems = problems;
    this.action = action;
  }

  /** A reader of the params of a widget, forms among them. */
  static ParamsReader ofWidget(Problems problems) {
    return new ParamsReader(problems, false);
  }

  /** A reader of the params of an action. */
  static ParamsReader ofAction(Problems problems) {
    return new ParamsReader(problems, true);
  }

  /** The form among the params that were read; the client shows one (contract §3.7). */
  Optional<FormDefinition> form() {
    forms.stream()
        .skip(1)
        .forEach(
            form ->
                problems.error(
                    form.paramName().at(),
                    "form \"%s\" is the second of this widget, and the client shows only one; make another widget for it"
                        .formatted(form.paramName().value())));
    return forms.stream().findFirst();
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
        param(item).forEach(one -> rows.add(new ParamRowDefinition(List.of(one), false)));
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
    if (!action && FormReader.isForm(map)) {
      forms.add(new FormReader(map, own).read());
      problems.addAll(own.list());
      return Stream.empty();
    }
    ParamReader reader = action ? ParamReader.ofAction(map, own) : ParamReader.ofWidget(map, own);
    Optional<ParamDefinition> definition = reader.read();
    problems.addAll(own.list());
    return definition.stream();
  }
}
