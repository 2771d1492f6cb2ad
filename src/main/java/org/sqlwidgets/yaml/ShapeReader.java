package org.sqlwidgets.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;

/** Holds a YAML value to a shape, and gives it as plain Java. */
public final class ShapeReader {
  private final Problems problems;

  /** Everything that does not fit is reported there. */
  public ShapeReader(Problems problems) {
    this.problems = problems;
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
          isKind(node, YamlScalar.Kind.BOOLEAN) ? plain(node) : refuse(name, node, bool);
      case Shape.Nothing nothing -> node.isNull() ? Optional.empty() : refuse(name, node, nothing);
      case Shape.Exactly exactly ->
          exactly.value().equals(node.toPlain()) ? plain(node) : refuse(name, node, exactly);
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

  private Optional<Object> refuse(String name, YamlNode node, Shape shape) {
    problems.error(
        node.location(),
        "\"%s\" is %s; expected %s".formatted(name, node.describe(), shape.expected()));
    return Optional.empty();
  }

  private Optional<Object> text(String name, YamlNode node, Shape.Text shape) {
    boolean textual = isKind(node, YamlScalar.Kind.TEXT) || isKind(node, YamlScalar.Kind.NUMBER);
    if (textual && shape.form().matcher(((YamlScalar) node).text()).matches()) {
      return Optional.of(((YamlScalar) node).text());
    }
    return refuse(name, node, shape);
  }

  private Optional<Object> word(String name, YamlNode node, Shape.Word shape) {
    if (node instanceof YamlScalar scalar && shape.words().contains(scalar.text())) {
      return Optional.of(scalar.text());
    }
    String near =
        node instanceof YamlScalar scalar ? NearMiss.hint(scalar.text(), shape.words()) : "";
    problems.error(
        node.location(),
        "\"%s\" is %s; expected %s%s".formatted(name, node.describe(), shape.expected(), near));
    return Optional.empty();
  }

  private Optional<Object> number(String name, YamlNode node, Shape.Decimal shape) {
    if (!isKind(node, YamlScalar.Kind.NUMBER)) {
      return refuse(name, node, shape);
    }
    BigDecimal value = ((YamlScalar) node).number();
    boolean fraction = value.stripTrailingZeros().scale() > 0;
    if (value.compareTo(shape.least()) < 0
        || value.compareTo(shape.most()) > 0
        || (shape.whole() && fraction)) {
      return refuse(name, node, shape);
    }
    return Optional.of(fraction ? value : whole(value));
  }

  private static Object whole(BigDecimal value) {
    long number = value.longValueExact();
    return number == (int) number ? (Object) (int) number : (Object) number;
  }

  private Optional<Object> list(String name, YamlNode node, Shape.ListOf shape) {
    if (!(node instanceof YamlList list) || list.items().size() < shape.least()) {
      return node instanceof YamlList
          ? refuse(
              name,
              node,
              new Shape.Text(java.util.regex.Pattern.compile(""), "a list that is not empty"))
          : refuse(name, node, shape);
    }
    List<Object> items = new ArrayList<>();
    list.items().forEach(item -> read(name, item, shape.item()).ifPresent(items::add));
    return Optional.of(Collections.unmodifiableList(items));
  }

  private Optional<Object> keys(String name, YamlNode node, Shape.Keys shape) {
    if (!(node instanceof YamlMap map)) {
      return refuse(name, node, shape);
    }
    for (String key : shape.required()) {
      if (map.get(key).isEmpty()) {
        problems.error(
            node.location(),
            "\"%s\" lacks the key \"%s\"; expected %s"
                .formatted(
                    name, key, java.util.Objects.requireNonNull(shape.keys().get(key)).expected()));
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
      String near = NearMiss.hint(key, shape.keys().keySet());
      problems.error(
          entry.keyLocation(),
          "unknown key \"%s\" in \"%s\"%s"
              .formatted(
                  key,
                  name,
                  near.isEmpty()
                      ? "; known keys are " + String.join(", ", shape.keys().keySet())
                      : near));
      return Optional.empty();
    }
    return read(key, entry.node(), of);
  }

  private Optional<Object> map(String name, YamlNode node, Shape.MapOf shape) {
    if (!(node instanceof YamlMap map)) {
      return refuse(name, node, shape);
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

  private Optional<Object> either(String name, YamlNode node, Shape.Either shape) {
    for (Shape choice : shape.choices()) {
      Problems tried = new Problems();
      Optional<Object> value = new ShapeReader(tried).read(name, node, choice);
      if (!tried.hasErrors()) {
        return value;
      }
      if (isSameKind(node, choice)) {
        problems.addAll(tried.list());
        return Optional.empty();
      }
    }
    return refuse(name, node, shape);
  }

  /** True when a choice is surely the one that the author meant, so that its messages help most. */
  private static boolean isSameKind(YamlNode node, Shape choice) {
    return switch (choice) {
      case Shape.Keys keys ->
          node instanceof YamlMap map
              && keys.required().stream().allMatch(k -> map.get(k).isPresent());
      case Shape.MapOf map -> node instanceof YamlMap;
      case Shape.ListOf list -> node instanceof YamlList;
      default -> false;
    };
  }
}
