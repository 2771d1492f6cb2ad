package org.sqlwidgets.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.yaml.YamlScalar.Kind;

/**
 * Reads the keys of one map, each by its name and expected kind.
 *
 * <p>A value of another kind is reported with what was found and expected, and then counts as
 * absent; so does an empty value ({@code key:}), without a report. Every key that was asked for is
 * known; {@link #refuseOthers()} reports the rest.
 */
public final class YamlFields {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS);

  private final YamlMap map;
  private final Problems problems;
  private final FieldProblems wording;
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> refused = new HashSet<>();

  /**
   * Begins to read a map.
   *
   * @param map the keys and values
   * @param problems takes wrong kinds and unknown keys
   */
  public YamlFields(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
    this.wording = new FieldProblems(problems);
  }

  /** The value of a key, whatever its kind; an empty value too. */
  public Optional<YamlNode> node(String key) {
    known.add(key);
    return map.get(key);
  }

  /** True when the key has a value; an empty one is none. */
  public boolean has(String key) {
    return value(key).isPresent();
  }

  /** The value of a key that must be text. */
  public Optional<String> text(String key) {
    return scalar(key, Kind.TEXT, "text").map(YamlScalar::text);
  }

  /** The value of a key that must be a number. */
  public Optional<BigDecimal> number(String key) {
    return scalar(key, Kind.NUMBER, "a number").map(YamlScalar::number);
  }

  /** The value of a key that must be a whole number within bounds, both included. */
  public OptionalInt integer(String key, int min, int max) {
    String expected = "a whole number from %d to %d".formatted(min, max);
    return scalar(key, Kind.NUMBER, expected)
        .filter(
            scalar ->
                isWithin(scalar.number(), min, max)
                    || wording.wrongKind(key, scalar, Kind.NUMBER, expected))
        .map(scalar -> OptionalInt.of(scalar.number().intValueExact()))
        .orElse(OptionalInt.empty());
  }

  /** The value of a key that must be {@code true} or {@code false}. */
  public Optional<Boolean> bool(String key) {
    return scalar(key, Kind.BOOLEAN, "true or false").map(YamlScalar::bool);
  }

  /** The value of a key that must be a length of time: {@code 500ms, 10s, 2m, 1h}. */
  public Optional<Duration> duration(String key) {
    String expected = "a time such as 500ms, 10s, 2m or 1h";
    return value(key)
        .filter(node -> duration(node).isPresent() || wording.wrongShape(key, node, expected))
        .flatMap(YamlFields::duration);
  }

  /** The value of a key that must be a map. */
  public Optional<YamlMap> map(String key) {
    return shape(key, YamlMap.class, "a map (lines \"key: value\")");
  }

  /** The items of a key that must be a list; an item may be empty. */
  public Optional<List<YamlNode>> list(String key) {
    return shape(key, YamlList.class, "a list (lines \"- value\")").map(YamlList::items);
  }

  /** The maps of a key that must be a list of maps. */
  public Optional<List<YamlMap>> maps(String key) {
    return list(key).flatMap(items -> all(key, items, YamlMap.class, "maps", item -> true));
  }

  /** The texts of a key that must be text or a list of texts. */
  public Optional<List<String>> texts(String key) {
    return value(key).flatMap(node -> texts(key, node));
  }

  /**
   * The choice that the value of a key names.
   *
   * @param choices what is accepted, by the author's word for it
   */
  public <E> Optional<E> oneOf(String key, Map<String, E> choices) {
    return shape(key, YamlScalar.class, FieldProblems.oneOf(choices.keySet()))
        .flatMap(word -> choice(key, word, choices));
  }

  /** Where the value of a key stands; where the map stands when there is no such key. */
  public SourceLocation where(String key) {
    return map.get(key).map(YamlNode::location).orElse(map.location());
  }

  /** Where a key itself stands; where the map stands when there is no such key. */
  public SourceLocation whereKey(String key) {
    YamlMap.Entry entry = map.entries().get(key);
    return entry == null ? map.location() : entry.keyLocation();
  }

  /** Reports a key, if it is there, that is not accepted for a reason of its own. */
  public void refuse(String key, String message) {
    if (map.entries().containsKey(key)) {
      refused.add(key);
      problems.error(whereKey(key), message);
    }
  }

  /** Reports every key that nobody has asked for, with the known key that was probably meant. */
  public void refuseOthers() {
    map.entries().keySet().stream()
        .filter(key -> !known.contains(key) && !refused.contains(key))
        .forEach(key -> wording.unknownKey(key, whereKey(key), known));
  }

  private Optional<YamlNode> value(String key) {
    return node(key).filter(node -> !node.isNull());
  }

  private Optional<YamlScalar> scalar(String key, Kind kind, String expected) {
    return value(key)
        .filter(node -> isKind(node, kind) || wording.wrongKind(key, node, kind, expected))
        .map(YamlScalar.class::cast);
  }

  private <N extends YamlNode> Optional<N> shape(String key, Class<N> type, String expected) {
    return value(key)
        .filter(node -> type.isInstance(node) || wording.wrongShape(key, node, expected))
        .map(type::cast);
  }

  private Optional<List<String>> texts(String key, YamlNode node) {
    if (node instanceof YamlList list) {
      return all(key, list.items(), YamlScalar.class, "texts", item -> isKind(item, Kind.TEXT))
          .map(items -> items.stream().map(YamlScalar::text).toList());
    }
    return scalar(key, Kind.TEXT, "text or a list of texts").map(text -> List.of(text.text()));
  }

  /** The items when all are of one kind; else empty, with a report of each that is not. */
  private <N extends YamlNode> Optional<List<N>> all(
      String key, List<YamlNode> items, Class<N> type, String expected, Predicate<N> accepted) {
    List<N> good = new ArrayList<>();
    for (YamlNode item : items) {
      if (type.isInstance(item) && accepted.test(type.cast(item))) {
        good.add(type.cast(item));
      } else {
        wording.wrongItem(key, item, expected);
      }
    }
    return good.size() == items.size() ? Optional.of(List.copyOf(good)) : Optional.empty();
  }

  private <E> Optional<E> choice(String key, YamlScalar word, Map<String, E> choices) {
    Optional<E> choice = Optional.ofNullable(choices.get(word.text()));
    if (choice.isEmpty()) {
      wording.wrongChoice(key, word, choices.keySet());
    }
    return choice;
  }

  private static Optional<Duration> duration(YamlNode node) {
    Matcher time = DURATION.matcher(node instanceof YamlScalar scalar ? scalar.text() : "");
    return time.matches()
        ? Optional.of(Duration.of(Long.parseLong(time.group(1)), UNITS.get(time.group(2))))
        : Optional.empty();
  }

  private static boolean isKind(YamlNode node, Kind kind) {
    return node instanceof YamlScalar scalar && scalar.kind() == kind;
  }

  private static boolean isWithin(BigDecimal number, int min, int max) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(min)) >= 0
        && number.compareTo(BigDecimal.valueOf(max)) <= 0;
  }
}
