package org.sqlwidgets.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;

/** Holds a YAML value to a shape, and gives it as plain Java. */
public final class ShapeReader {
  private final Problems problems;
  private final ShapeProblems wording;

  /** Everything that does not fit is reported there. */
  public ShapeReader(Problems problems) {
    this.problems = problems;
    this.wording = new ShapeProblems(problems);
  }

  /**
   * The value as plain Java: String, BigDecimal, Integer (whole numbers), Boolean, List, Map.
   *
   * @param name the key that holds the value, for messages
   * @return empty when it was reported, or when it is an accepted null
   */
  public Optional<Object> read(String name, YamlNode node, Shape shape) {
    return switch (shape) {
      case Shape.Text text -> text(name, node, text);
      case Shape.Word word -> word(name, node, word);
      case Shape.Decimal number -> number(name, node, number);
      case Shape.Bool bool ->
          isKind(node, YamlScalar.Kind.BOOLEAN) ? plain(node) : wording.refuse(name, node, bool);
      case Shape.Nothing nothing ->
          node.isNull() ? Optional.empty() : wording.refuse(name, node, nothing);
      case Shape.Exactly exactly ->
          exactly.value().equals(node.toPlain())
              ? plain(node)
              : wording.refuse(name, node, exactly);
      case Shape.ListOf list -> list(name, node, list);
      case Shape.Keys keys -> keys(name, node, keys);
      case Shape.MapOf map -> map(name, node, map);
      case Shape.Either either -> either(name, node, either);
    };
  }

  private static Optional<Object> plain(YamlNode node) {
    return Optional.ofNullable(node.toPlain());
  }

  private static boolean isKind(YamlNode node, YamlScalar.Kind kind) {
    return node instanceof YamlScalar scalar && scalar.kind() == kind;
  }

  private Optional<Object> text(String name, YamlNode node, Shape.Text shape) {
    boolean textual = isKind(node, YamlScalar.Kind.TEXT) || isKind(node, YamlScalar.Kind.NUMBER);
    if (textual && shape.form().matcher(((YamlScalar) node).text()).matches()) {
      return Optional.of(((YamlScalar) node).text());
    }
    return wording.refuse(name, node, shape);
  }

  private Optional<Object> word(String name, YamlNode node, Shape.Word shape) {
    if (node instanceof YamlScalar scalar && shape.words().contains(scalar.text())) {
      return Optional.of(scalar.text());
    }
    return wording.refuse(name, node, shape);
  }

  private Optional<Object> number(String name, YamlNode node, Shape.Decimal shape) {
    if (!isKind(node, YamlScalar.Kind.NUMBER)) {
      return wording.refuse(name, node, shape);
    }
    BigDecimal value = ((YamlScalar) node).number();
    boolean fraction = value.stripTrailingZeros().scale() > 0;
    if (value.compareTo(shape.least()) < 0
        || value.compareTo(shape.most()) > 0
        || (shape.whole() && fraction)) {
      return wording.refuse(name, node, shape);
    }
    return Optional.of(fraction ? value : whole(value));
  }

  private static Object whole(BigDecimal value) {
    long number = value.longValueExact();
    return number == (int) number ? (Object) (int) number : (Object) number;
  }

  private Optional<Object> list(String name, YamlNode node, Shape.ListOf shape) {
    if (!(node instanceof YamlList list)) {
      return wording.refuse(name, node, shape);
    }
    if (list.items().size() < shape.least()) {
      return wording.emptyList(name, list);
    }
    List<Object> items = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (YamlNode item : list.items()) {
      Optional<Object> value = read(name, item, shape.item());
      value.ifPresent(items::add);
      if (shape.unique() && value.isPresent() && !seen.add(value.get())) {
        wording.twice(name, item);
      }
    }
    return Optional.of(Collections.unmodifiableList(items));
  }

  /** A key without a value counts as absent, as everywhere in a header. */
  private Optional<Object> keys(String name, YamlNode node, Shape.Keys shape) {
    if (!(node instanceof YamlMap map)) {
      return wording.refuse(name, node, shape);
    }
    for (String key : shape.required()) {
      if (map.get(key).filter(value -> !value.isNull()).isEmpty()) {
        wording.missing(name, node, key);
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> readKey(name, key, entry, shape).ifPresent(v -> values.put(key, v)));
    return Optional.of(Collections.unmodifiableMap(values));
  }

  private Optional<Object> readKey(String name, String key, YamlMap.Entry entry, Shape.Keys shape) {
    Shape of = shape.keys().get(key);
    if (of == null) {
      wording.unknownKey(name, key, entry.keyLocation(), shape.keys().keySet());
      return Optional.empty();
    }
    return entry.node().isNull() ? Optional.empty() : read(key, entry.node(), of);
  }

  private Optional<Object> map(String name, YamlNode node, Shape.MapOf shape) {
    if (!(node instanceof YamlMap map)) {
      return wording.refuse(name, node, shape);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              YamlScalar word = new YamlScalar(entry.keyLocation(), YamlScalar.Kind.TEXT, key);
              if (read(name, word, shape.key()).isPresent()) {
                read(key, entry.node(), shape.value()).ifPresent(v -> values.put(key, v));
              }
            });
    return Optional.of(Collections.unmodifiableMap(values));
  }

  /** The first choice that fits; else what keeps the most likely one from fitting. */
  private Optional<Object> either(String name, YamlNode node, Shape.Either shape) {
    List<Problem> fewest = List.of();
    for (Shape choice : shape.choices()) {
      Problems tried = new Problems();
      Optional<Object> value = new ShapeReader(tried).read(name, node, choice);
      if (!tried.hasErrors()) {
        return value;
      }
      List<Problem> found = tried.list();
      if (isSameKind(node, choice) && (fewest.isEmpty() || found.size() <= fewest.size())) {
        fewest = found;
      }
    }
    problems.addAll(fewest);
    return fewest.isEmpty() ? wording.refuse(name, node, shape) : Optional.empty();
  }

  private static boolean isSameKind(YamlNode node, Shape choice) {
    return switch (choice) {
      case Shape.Keys keys -> node instanceof YamlMap;
      case Shape.MapOf map -> node instanceof YamlMap;
      case Shape.ListOf list -> node instanceof YamlList;
      default -> false;
    };
  }
}
