package org.sqlwidgets.yaml;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.yaml.YamlScalar.Kind;

/** Words the problems of a map's keys: what was found, what was expected, what to do. */
final class FieldProblems {
  /** More choices than these are not listed in a message. */
  private static final int FEW = 20;

  private final Problems problems;

  FieldProblems(Problems problems) {
    this.problems = problems;
  }

  /** Reports a value of another kind; always false, as the end of a filter's condition. */
  boolean wrongKind(String key, YamlNode found, Kind wanted, String expected) {
    problems.error(
        found.location(),
        "\"%s\" must be %s, found %s%s"
            .formatted(key, expected, found.describe(), remedy(found, wanted)));
    return false;
  }

  /** Reports a list or map where neither is expected, or the other; always false. */
  boolean wrongShape(String key, YamlNode found, String expected) {
    problems.error(
        found.location(), "\"%s\" must be %s, found %s".formatted(key, expected, found.describe()));
    return false;
  }

  /** Reports an item of a list that is of another kind. */
  void wrongItem(String key, YamlNode found, String expected) {
    String remedy = expected.equals("texts") ? remedy(found, Kind.TEXT) : "";
    problems.error(
        found.location(),
        "\"%s\" must be a list of %s, found %s in it%s"
            .formatted(key, expected, found.describe(), remedy));
  }

  /** Reports a word that is none of the choices. */
  void wrongChoice(String key, YamlScalar found, Collection<String> choices) {
    String end =
        NearMiss.of(found.text(), choices)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElseGet(() -> "expected " + oneOf(choices));
    problems.error(
        found.location(),
        "\"%s\" cannot be %s; %s".formatted(key, AuthorText.quote(found.text()), end));
  }

  /** Reports a key that nobody knows. */
  void unknownKey(String key, SourceLocation location, Collection<String> known) {
    unknownKey(key, "", location, known);
  }

  /**
   * Reports a key that nobody knows.
   *
   * @param where the map that it stands in, such as {@code in "chartView"}; may be empty
   */
  void unknownKey(String key, String where, SourceLocation location, Collection<String> known) {
    String hint = NearMiss.hint(key, known);
    problems.error(
        location,
        "unknown key "
            + AuthorText.quote(key)
            + (where.isEmpty() ? "" : " " + where)
            + (hint.isEmpty() ? listed(known) : hint));
  }

  /** {@code "; remove the quotes"} when a quoted text would be accepted without them. */
  String quotes(YamlNode found, Collection<Kind> wanted) {
    return wanted.stream()
        .map(kind -> kind == Kind.TEXT ? "" : remedy(found, kind))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The choices as a message lists them. */
  static String oneOf(Collection<String> choices) {
    return choices.size() == 1 ? quoted(choices) : "one of " + quoted(choices);
  }

  private static String listed(Collection<String> known) {
    Optional<String> list =
        Optional.of(known).filter(k -> k.size() <= FEW).map(FieldProblems::quoted);
    return known.isEmpty()
        ? "; no keys are accepted here"
        : list.map(keys -> "; accepted here: " + keys).orElse("");
  }

  private static String remedy(YamlNode found, Kind wanted) {
    if (!(found instanceof YamlScalar scalar) || scalar.isNull()) {
      return "";
    }
    if (wanted == Kind.TEXT) {
      return "; put it in quotes";
    }
    boolean quoted = scalar.kind() == Kind.TEXT && CoreSchema.kind(scalar.text()) == wanted;
    return quoted ? "; remove the quotes" : "";
  }

  private static String quoted(Collection<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
  }
}
