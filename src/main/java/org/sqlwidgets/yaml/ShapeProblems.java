package org.sqlwidgets.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;

/** Words the problems of a value that has another shape than it should. */
final class ShapeProblems {
  private final Problems problems;
  private final FieldProblems fields;

  ShapeProblems(Problems problems) {
    this.problems = problems;
    this.fields = new FieldProblems(problems);
  }

  /** Reports a value of another shape; always empty, as the end of a reading. */
  Optional<Object> refuse(String name, YamlNode node, Shape shape) {
    problems.error(
        node.location(),
        word(name, node, shape)
            .orElseGet(
                () ->
                    "\"%s\" must be %s, found %s".formatted(name, shape.expected(), node.describe())
                        + fields.quotes(node, kinds(shape))));
    return Optional.empty();
  }

  /** What is said of a word that is none of those accepted, when there is better than a list. */
  private static Optional<String> word(String name, YamlNode node, Shape shape) {
    if (!(node instanceof YamlScalar scalar) || scalar.kind() != YamlScalar.Kind.TEXT) {
      return Optional.empty();
    }
    List<Shape.Word> choices = words(shape);
    Set<String> known = new TreeSet<>();
    choices.forEach(choice -> known.addAll(choice.words()));
    String text = scalar.text();
    Optional<String> remedy =
        choices.stream()
            .flatMap(choice -> Optional.ofNullable(choice.remedies().get(text)).stream())
            .findFirst()
            .or(() -> list(text, shape, known))
            .or(() -> NearMiss.of(text, known).map(near -> "did you mean \"" + near + "\"?"));
    return remedy.map(
        then -> "\"%s\" cannot be %s; %s".formatted(name, AuthorText.quote(text), then));
  }

  /** {@code a,b} where a list is accepted too. */
  private static Optional<String> list(String text, Shape shape, Set<String> known) {
    List<String> parts = List.of(text.split("\\s*,\\s*"));
    boolean isList = shape instanceof Shape.Either && parts.size() > 1 && known.containsAll(parts);
    return isList
        ? Optional.of("write a list: [" + String.join(", ", parts) + "]")
        : Optional.empty();
  }

  private static List<Shape.Word> words(Shape shape) {
    List<Shape.Word> words = new ArrayList<>();
    choices(shape)
        .forEach(
            choice -> {
              if (choice instanceof Shape.Word word) {
                words.add(word);
              }
            });
    return words;
  }

  private static List<Shape> choices(Shape shape) {
    return shape instanceof Shape.Either either ? either.choices() : List.of(shape);
  }

  /** The kinds of single values that a shape accepts without quotes. */
  private static Set<YamlScalar.Kind> kinds(Shape shape) {
    Set<YamlScalar.Kind> kinds = new TreeSet<>();
    for (Shape choice : choices(shape)) {
      switch (choice) {
        case Shape.Decimal number -> kinds.add(YamlScalar.Kind.NUMBER);
        case Shape.Bool bool -> kinds.add(YamlScalar.Kind.BOOLEAN);
        case Shape.Exactly exactly -> kinds.add(YamlScalar.Kind.BOOLEAN);
        default -> {}
      }
    }
    return kinds;
  }

  Optional<Object> emptyList(String name, YamlList list) {
    problems.error(
        list.location(),
        "\"%s\" is an empty list; write what belongs into it, or leave the key out"
            .formatted(name));
    return Optional.empty();
  }

  /** Reports an item that is in a list for the second time. */
  void twice(String name, YamlNode item) {
    problems.error(
        item.location(),
        "\"%s\" holds %s twice; remove one of them".formatted(name, item.describe()));
  }

  /** Reports a key that must be there. */
  void missing(String name, YamlNode map, String key) {
    problems.error(map.location(), "\"%s\" needs the key \"%s\"; add it".formatted(name, key));
  }

  /** Reports a key that nobody knows. */
  void unknownKey(String name, String key, SourceLocation location, Collection<String> known) {
    fields.unknownKey(key, "in \"" + name + "\"", location, known);
  }
}
