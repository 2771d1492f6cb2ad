package org.sqlwidgets.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.sqlwidgets.definition.ExpectationDefinition.GivenParam;
import org.sqlwidgets.definition.ExpectationDefinition.Names;
import org.sqlwidgets.definition.ExpectationDefinition.ValueDefinition;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Expectation.Columns;
import org.sqlwidgets.widget.Expectation.RowCount;
import org.sqlwidgets.widget.Expectation.Within;
import org.sqlwidgets.yaml.YamlFields;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/** Reads {@code expect}, what a widget's author expects of its rows (widget-file, Expectations). */
final class ExpectReader {
  private final Problems problems;

  ExpectReader(Problems problems) {
    this.problems = problems;
  }

  /** All expectations of a header; a single one may stand without a list. */
  List<ExpectationDefinition> read(YamlFields header) {
    List<YamlMap> entries =
        header.node("expect").orElse(null) instanceof YamlMap single
            ? List.of(single)
            : maps("expect", header.list("expect").orElse(List.of()));
    List<ExpectationDefinition> all = entries.stream().map(this::entry).toList();
    refuseRepeatedNames(all);
    return all;
  }

  /** The maps of a list; what else is in it is reported, and the rest is read all the same. */
  private List<YamlMap> maps(String key, List<YamlNode> items) {
    List<YamlMap> maps = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof YamlMap map) {
        maps.add(map);
      } else {
        problems.error(
            item.location(),
            "\"%s\" must be a list of maps, found %s in it".formatted(key, item.describe()));
      }
    }
    return maps;
  }

  private void refuseRepeatedNames(List<ExpectationDefinition> all) {
    Map<String, SourceLocation> seen = new HashMap<>();
    all.stream()
        .flatMap(expectation -> expectation.name().stream())
        .forEach(
            name -> {
              SourceLocation first = seen.putIfAbsent(name.value(), name.at());
              if (first != null) {
                problems.error(
                    name.at(),
                    "two expectations are called \"%s\", the first in line %d; rename one of them"
                        .formatted(name.value(), first.line()));
              }
            });
  }

  private ExpectationDefinition entry(YamlMap map) {
    YamlFields fields = new YamlFields(map, problems);
    ExpectationDefinition definition =
        new ExpectationDefinition(
            fields.text("name").map(text -> new Located<>(text, fields.where("name"))),
            map.location(),
            fields.map("params").map(this::params).orElse(Map.of()),
            rows(fields),
            names(fields, "columns").map(names -> new Columns(names.at(), names.texts())),
            names(fields, "unique"),
            names(fields, "notNull"),
            maps("values", fields.list("values").orElse(List.of())).stream()
                .flatMap(value -> value(value).stream())
                .toList(),
            Times.read(fields, "within", OpenbbShapes.LONGEST_TIME, problems)
                .map(limit -> new Within(fields.where("within"), limit)));
    fields.refuseOthers();
    if (map.entries().keySet().stream().allMatch("name"::equals)) {
      problems.error(
          map.location(),
          "this expects nothing; add \"rows\", \"columns\", \"unique\", \"notNull\", \"values\" or"
              + " \"within\"");
    }
    return definition;
  }

  private Map<String, GivenParam> params(YamlMap map) {
    Map<String, GivenParam> params = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (name, entry) ->
                text(name, entry.node())
                    .ifPresent(
                        text ->
                            params.put(
                                name,
                                new GivenParam(
                                    entry.keyLocation(),
                                    new Located<>(text, entry.node().location())))));
    return params;
  }

  /** As a request would bring it: a list becomes comma text; an empty value is none. */
  private Optional<String> text(String name, YamlNode node) {
    if (node.isNull()) {
      return Optional.empty();
    }
    if (node instanceof YamlScalar scalar) {
      return Optional.of(plain(scalar));
    }
    if (node instanceof YamlList list && list.items().stream().allMatch(ExpectReader::isText)) {
      return Optional.of(
          list.items().stream()
              .map(item -> plain((YamlScalar) item))
              .collect(Collectors.joining(",")));
    }
    problems.error(
        node.location(),
        "the value of \"%s\" must be a text, a number, true or false, or a list of them, found %s"
            .formatted(name, node.describe()));
    return Optional.empty();
  }

  private static boolean isText(YamlNode item) {
    return item instanceof YamlScalar scalar && !scalar.isNull();
  }

  private static String plain(YamlScalar scalar) {
    return scalar.kind() == YamlScalar.Kind.NUMBER
        ? scalar.number().toPlainString()
        : scalar.text();
  }

  private Optional<RowCount> rows(YamlFields fields) {
    if (!(fields.node("rows").orElse(null) instanceof YamlMap map)) {
      OptionalInt exactly = fields.integer("rows", 0, HeaderReader.MOST_ROWS);
      return exactly.isPresent()
          ? Optional.of(new RowCount(fields.where("rows"), exactly.getAsInt(), exactly.getAsInt()))
          : Optional.empty();
    }
    YamlFields bounds = new YamlFields(map, problems);
    OptionalInt least = bounds.integer("min", 0, HeaderReader.MOST_ROWS);
    OptionalInt most = bounds.integer("max", 0, HeaderReader.MOST_ROWS);
    bounds.refuseOthers();
    if (!bounds.has("min") && !bounds.has("max")) {
      problems.error(map.location(), "\"rows\" needs \"min\", \"max\" or both");
    } else if (least.isPresent() && most.isPresent()) {
      refuseReversed(
          bounds, BigDecimal.valueOf(least.getAsInt()), BigDecimal.valueOf(most.getAsInt()));
    }
    return Optional.of(
        new RowCount(fields.where("rows"), least.orElse(0), most.orElse(Integer.MAX_VALUE)));
  }

  private void refuseReversed(YamlFields bounds, BigDecimal least, BigDecimal most) {
    if (least.compareTo(most) > 0) {
      problems.error(
          bounds.where("max"),
          "\"min\" is %s, which is more than \"max\", %s; change one of them"
              .formatted(least.toPlainString(), most.toPlainString()));
    }
  }

  private Optional<Names> names(YamlFields fields, String key) {
    if (fields.texts(key).isEmpty()) {
      return Optional.empty();
    }
    YamlNode node = fields.node(key).orElseThrow();
    List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
    List<Located<String>> names = new ArrayList<>();
    for (YamlNode item : items) {
      names.add(new Located<>(((YamlScalar) item).text(), item.location()));
    }
    if (names.isEmpty()) {
      problems.error(
          node.location(), "\"%s\" is empty; name a column or leave the key out".formatted(key));
    }
    return Optional.of(new Names(node.location(), names));
  }

  private Optional<ValueDefinition> value(YamlMap map) {
    YamlFields fields = new YamlFields(map, problems);
    OptionalInt row = fields.integer("row", 1, HeaderReader.MOST_ROWS);
    Optional<String> column = fields.text("column");
    Optional<YamlNode> is = fields.node("is");
    Optional<BigDecimal> least = fields.number("min");
    Optional<BigDecimal> most = fields.number("max");
    fields.refuseOthers();
    if (column.isEmpty() && !fields.has("column")) {
      problems.error(map.location(), "a value needs \"column\", the column that it stands in");
    }
    boolean bounded = fields.has("min") || fields.has("max");
    if (is.isPresent() == bounded) {
      problems.error(
          map.location(), "a value needs \"is\", or else \"min\" and \"max\", one of them or both");
      return Optional.empty();
    }
    if (least.isPresent() && most.isPresent()) {
      refuseReversed(fields, least.get(), most.get());
    }
    if (is.isPresent() && !(is.get() instanceof YamlScalar)) {
      problems.error(
          is.get().location(), "\"is\" must be a single value, found " + is.get().describe());
      return Optional.empty();
    }
    return column.map(
        name ->
            new ValueDefinition(
                map.location(),
                row.orElse(1),
                new Located<>(name, fields.where("column")),
                is.map(YamlScalar.class::cast),
                least,
                most));
  }
}
