package org.sqlwidgets.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlwidgets.yaml.YamlList;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlNode;
import org.sqlwidgets.yaml.YamlScalar;

/**
 * Checks the names of fields in a Vega-Lite specification: columns of the query, or made by a
 * transform.
 */
final class VegaLiteFields {
  private static final List<String> ONE =
      List.of("field", "lookup", "pivot", "impute", "quantile", "density", "regression", "loess");
  private static final List<String> SEVERAL =
      List.of("groupby", "fields", "fold", "flatten", "sample");
  private static final List<String> EXPRESSIONS = List.of("calculate", "filter");

  /** What transforms make when the author gives no names. */
  private static final Set<String> UNNAMED =
      Set.of("key", "value", "density", "prob", "rSquared", "coef", "data");

  private static final Pattern DATUM =
      Pattern.compile("\\bdatum(?:\\.([A-Za-z_]\\w*+)|\\[\\s*(?:'([^']*+)'|\"([^\"]*+)\")\\s*\\])");

  private final ColumnNames columns;
  private final Set<String> made = new HashSet<>();
  private boolean open;

  VegaLiteFields(ColumnNames columns) {
    this.columns = columns;
  }

  void check(YamlMap specification) {
    collect(specification);
    if (!open) {
      walk(specification);
    }
  }

  /** The names that transforms and inline values make; pivots make names that nobody knows. */
  private void collect(YamlNode node) {
    if (node instanceof YamlMap map) {
      map.get("as").ifPresent(this::makes);
      YamlPaths.find(map, "data", "values").ifPresent(this::values);
      YamlPaths.find(map, "from", "fields").ifPresent(this::makes);
      open |= map.entries().containsKey("pivot");
      if (map.get("transform").isPresent()) {
        made.addAll(UNNAMED);
      }
    }
    YamlPaths.values(node).forEach(this::collect);
  }

  private void makes(YamlNode names) {
    texts(names).forEach(name -> made.add(name.text()));
  }

  private void values(YamlNode values) {
    YamlPaths.values(values)
        .filter(YamlMap.class::isInstance)
        .forEach(row -> made.addAll(((YamlMap) row).entries().keySet()));
    made.add("data");
  }

  private static Stream<YamlScalar> texts(YamlNode node) {
    return node instanceof YamlList list
        ? list.items().stream().flatMap(VegaLiteFields::texts)
        : Stream.of(node)
            .filter(YamlScalar.class::isInstance)
            .map(YamlScalar.class::cast)
            .filter(scalar -> scalar.kind() == YamlScalar.Kind.TEXT);
  }

  private void walk(YamlNode node) {
    if (!(node instanceof YamlMap map)) {
      YamlPaths.values(node).forEach(this::walk);
      return;
    }
    ONE.forEach(key -> map.get(key).ifPresent(this::name));
    SEVERAL.forEach(
        key -> map.get(key).stream().flatMap(VegaLiteFields::texts).forEach(this::name));
    EXPRESSIONS.forEach(key -> map.get(key).ifPresent(this::expression));
    map.get("repeat").ifPresent(this::repeated);
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!key.equals("values") && !key.equals("from")) {
                walk(entry.node());
              }
            });
  }

  /** A list of fields, or lists under the words row, column and layer. */
  private void repeated(YamlNode repeat) {
    if (repeat instanceof YamlMap map) {
      YamlPaths.values(map).flatMap(VegaLiteFields::texts).forEach(this::name);
    } else {
      texts(repeat).forEach(this::name);
    }
  }

  private void name(YamlNode node) {
    if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.TEXT) {
      check(scalar.text(), scalar);
    }
  }

  /** A path such as {@code a.b} or {@code a[0]} begins with the name of a column. */
  private void check(String path, YamlScalar at) {
    String root = path.split("[.\\[]", 2)[0];
    boolean known =
        columns.contains(path)
            || made.contains(path)
            || columns.contains(root)
            || made.contains(root);
    if (!known) {
      columns.missing(path, at.location(), "");
    }
  }

  private void expression(YamlNode node) {
    if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.TEXT) {
      Matcher datum = DATUM.matcher(scalar.text());
      while (datum.find()) {
        Optional.ofNullable(datum.group(1))
            .or(() -> Optional.ofNullable(datum.group(2)))
            .or(() -> Optional.ofNullable(datum.group(3)))
            .ifPresent(name -> check(name, scalar));
      }
    }
  }
}
