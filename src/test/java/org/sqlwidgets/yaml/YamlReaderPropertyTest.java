package org.sqlwidgets.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;

class YamlReaderPropertyTest {
  private static final String[] PARTS = {
    "a",
    "b: ",
    "- ",
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n    ",
    " ",
    "\t",
    "[",
    "]",
    "{",
    "}",
    ",",
    "?",
    "? ",
    "#",
    " # c",
    "'",
    "\"",
    "\\",
    "\\x4",
    "\\u00e9",
    "&x ",
    "*x",
    "!t ",
    "!!str ",
    "|",
    ">",
    "|-",
    ">+1",
    "%",
    "%YAML 1.2\n",
    "---\n",
    "...\n",
    "@",
    "`",
    "~",
    "1",
    "0x",
    ".inf",
    "é",
    "\uD83D\uDE00",
    "\uD800",
    "\u0000",
    "\r",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "<<",
    "=",
    "name: x\n"
  };

  @Provide
  Arbitrary<Map<String, Object>> values() {
    return YamlValues.maps();
  }

  @Provide
  Arbitrary<String> nearlyYaml() {
    return Arbitraries.of(PARTS).list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Map<String, Object>> texts() {
    return YamlValues.textMaps();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void valuesWrittenAsYaml_areReadBack(
      @ForAll("values") Map<String, Object> values, @ForAll FlowStyle collections) {
    assertReadBack(YamlValues.dump(values, collections), values);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void textsWrittenInAnyStyle_areReadBack(
      @ForAll("texts") Map<String, Object> texts,
      @ForAll FlowStyle collections,
      @ForAll ScalarStyle scalars) {
    assertReadBack(YamlValues.dump(texts, collections, scalars), texts);
  }

  @Property(tries = 2000)
  void nearlyYaml_isATreeOrAProblem_withPlacesInTheText(@ForAll("nearlyYaml") String text) {
    assertBounded(text);
  }

  @Property(tries = 500)
  void anyText_isATreeOrAProblem_withPlacesInTheText(@ForAll String text) {
    assertBounded(text);
  }

  @Property(tries = 3000)
  void plainScalar_hasTheKindThatTheCoreSchemaSays(
      @ForAll
          @StringLength(max = 6)
          @Chars({
            '0', '1', '8', '9', '+', '-', '.', 'e', 'E', 'x', 'o', 'a', '_', 'n', 'i', 'f', ' '
          })
          String text) {
    Tag tag =
        new org.snakeyaml.engine.v2.schema.CoreSchema().getScalarResolver().resolve(text, true);
    boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);

    assertThat(CoreSchema.kind(text) == YamlScalar.Kind.NUMBER || CoreSchema.isNotFinite(text))
        .isEqualTo(number);
  }

  private static void assertReadBack(String yaml, Map<String, Object> values) {
    Problems problems = new Problems();
    Optional<YamlNode> read = read(yaml, problems);

    assertThat(errors(problems)).as(yaml).isEmpty();
    assertThat(read.orElseThrow().toPlain()).as(yaml).isEqualTo(values);
  }

  private static void assertBounded(String text) {
    Problems problems = new Problems();
    Optional<YamlNode> read = read(text, problems);

    assertThat(read.isPresent() || problems.hasErrors()).isTrue();
    problems.list().stream().map(Problem::location).forEach(place -> assertWithin(text, place));
    read.ifPresent(node -> places(node).forEach(place -> assertWithin(text, place)));
    problems.list().forEach(problem -> assertThat(problem.message()).hasSizeLessThan(300));
  }

  private static void assertWithin(String text, SourceLocation place) {
    String[] lines = text.split("\n", -1);

    assertThat(place.line()).isBetween(1, lines.length);
    assertThat(place.column()).isBetween(1, lines[place.line() - 1].length() + 1);
  }

  private static List<SourceLocation> places(YamlNode node) {
    List<SourceLocation> places = new ArrayList<>(List.of(node.location()));
    switch (node) {
      case YamlMap map ->
          map.entries()
              .values()
              .forEach(
                  entry -> {
                    places.add(entry.keyLocation());
                    places.addAll(places(entry.node()));
                  });
      case YamlList list -> list.items().forEach(item -> places.addAll(places(item)));
      case YamlScalar _ -> {}
    }
    return places;
  }

  private static List<Problem> errors(Problems problems) {
    return problems.list().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .toList();
  }

  private static Optional<YamlNode> read(String yaml, Problems problems) {
    return YamlReader.read(SourceText.ofFile("f", yaml), problems);
  }
}
