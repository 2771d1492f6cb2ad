package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.definition.ParamDefinition.OptionDefinition;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads the fixed options of a param: {@code {label, value}}, or a bare value as both. */
final class OptionsReader {
  private final Problems problems;

  OptionsReader(Problems problems) {
    this.problems = problems;
  }

  List<OptionDefinition> read(YamlFields param) {
    Optional<List<YamlNode>> items = param.list("options");
    if (items.isPresent() && items.get().isEmpty()) {
      problems.error(
          param.where("options"), "\"options\" is an empty list; add options or remove the key");
    }
    List<OptionDefinition> options = new ArrayList<>();
    items.orElse(List.of()).forEach(item -> option(item).ifPresent(options::add));
    return options;
  }

  private Optional<OptionDefinition> option(YamlNode item) {
    return switch (item) {
      case YamlMap map -> fromMap(map);
      case YamlScalar scalar when isValue(scalar) -> option(scalar.text(), scalar);
      default -> {
        problems.error(
            item.location(),
            "an option must be { label: Apple, value: AAPL } or a bare value, found "
                + item.describe()
                + quotes(item));
        yield Optional.empty();
      }
    };
  }

  private Optional<OptionDefinition> fromMap(YamlMap map) {
    YamlFields fields = new YamlFields(map, problems);
    Optional<YamlNode> value = fields.node("value").filter(node -> !node.isNull());
    Optional<String> label = fields.node("label").filter(n -> !n.isNull()).flatMap(this::label);
    fields.refuse(
        "extraInfo",
        "the client drops \"extraInfo\" on fixed options; use a lookup with the columns"
            + " description and right_of_description");
    fields.refuseOthers();
    if (value.isPresent() && value.get() instanceof YamlScalar scalar && isValue(scalar)) {
      return option(label.orElse(scalar.text()), scalar);
    }
    if (value.isPresent()) {
      problems.error(
          value.get().location(),
          "the value of an option must be text or a number, found "
              + value.get().describe()
              + quotes(value.get()));
    } else {
      problems.error(map.location(), "an option needs a \"value\", which is what is sent");
    }
    return Optional.empty();
  }

  private Optional<String> label(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return Optional.of(scalar.text());
    }
    problems.error(
        node.location(), "the label of an option must be text, found " + node.describe());
    return Optional.empty();
  }

  private Optional<OptionDefinition> option(String label, YamlScalar value) {
    if (label.isEmpty()) {
      problems.error(
          value.location(),
          "an option needs something to show; write { label: All, value: \"\" } for the empty"
              + " value");
      return Optional.empty();
    }
    boolean number = value.kind() == YamlScalar.Kind.NUMBER;
    return Optional.of(
        new OptionDefinition(
            label,
            value.text(),
            number ? Optional.of(value.number()) : Optional.empty(),
            value.location()));
  }

  private static boolean isValue(YamlScalar scalar) {
    return scalar.kind() == YamlScalar.Kind.TEXT || scalar.kind() == YamlScalar.Kind.NUMBER;
  }

  private static String quotes(YamlNode node) {
    boolean bool = node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN;
    return bool ? "; put it in quotes" : "";
  }
}
