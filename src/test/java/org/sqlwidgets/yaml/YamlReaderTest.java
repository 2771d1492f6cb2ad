package org.sqlwidgets.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceText.LineOrigin;

class YamlReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "\n\n# x", "\uFEFF"})
  void read_textWithoutValue_isEmptyMap(String yaml) {
    assertThat(plain(yaml)).isEqualTo(Map.of());
  }

  @Test
  void read_mapsAndLists_keepOrder() {
    YamlMap map = (YamlMap) read("b: 1\na: [x, 2.50, true, ~]\nc: {d: {e: f}}");

    assertThat(map.entries().keySet()).containsExactly("b", "a", "c");
    assertThat(map.toPlain())
        .isEqualTo(
            Map.of(
                "b",
                BigDecimal.ONE,
                "a",
                Arrays.asList("x", new BigDecimal("2.50"), true, null),
                "c",
                Map.of("d", Map.of("e", "f"))));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "NO, TEXT",
        "yes, TEXT",
        "on, TEXT",
        "2024-01-01, TEXT",
        "12:30, TEXT",
        "1_000, TEXT",
        "$currentDate-20y, TEXT",
        "'5', TEXT",
        "\"true\", TEXT",
        "0b1, TEXT",
        "1e, TEXT",
        "., TEXT",
        "+, TEXT",
        "-0o7, TEXT",
        "TrUe, TEXT",
        "<<, TEXT",
        "=, TEXT",
        "7, NUMBER",
        "007, NUMBER",
        "-1.50, NUMBER",
        "+.5, NUMBER",
        "1., NUMBER",
        "1e3, NUMBER",
        "0x1F, NUMBER",
        "0o17, NUMBER",
        "true, BOOLEAN",
        "False, BOOLEAN",
        "TRUE, BOOLEAN",
        "null, NULL",
        "~, NULL",
        "Null, NULL",
        "``, NULL"
      })
  void scalar_hasKindOfCoreSchema(String yaml, YamlScalar.Kind kind) {
    YamlNode value = ((YamlMap) read("key: " + yaml)).get("key").orElseThrow();

    assertThat(((YamlScalar) value).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"007,7", "0x1F,31", "0o17,15", "-1.50,-1.50", "1e3,1E+3", "+.5,0.5", "1.,1"})
  void number_isExact_andKeepsItsText(String yaml, BigDecimal number) {
    YamlScalar scalar = (YamlScalar) read(yaml);

    assertThat(scalar.number()).isEqualTo(number);
    assertThat(scalar.text()).isEqualTo(yaml);
  }

  @Test
  void location_ofKeysAndValues_isTheirPlace() {
    YamlMap map = (YamlMap) read("name: x\ndata:\n  list:\n    - 1\n    - {a: b}\nempty:\n");

    assertThat(at(map)).isEqualTo("1:1");
    assertThat(keyAt(map, "data")).isEqualTo("2:1");
    YamlMap data = (YamlMap) map.get("data").orElseThrow();
    assertThat(at(data)).isEqualTo("3:3");
    YamlList list = (YamlList) data.get("list").orElseThrow();
    assertThat(at(list)).isEqualTo("4:5");
    assertThat(at(list.items().get(0))).isEqualTo("4:7");
    assertThat(at(list.items().get(1))).isEqualTo("5:7");
    assertThat(keyAt((YamlMap) list.items().get(1), "a")).isEqualTo("5:8");
    assertThat(at(map.get("empty").orElseThrow())).isEqualTo("6:7");
  }

  @Test
  void location_behindLettersOutsideTheBasicPlane_countsChars() {
    YamlMap map = (YamlMap) read("{a: \"\uD83D\uDE00é\", b: 1}");

    assertThat(keyAt(map, "b")).isEqualTo("1:12");
  }

  @Test
  void location_isMappedThroughTheOriginOfTheLine() {
    SourceText text =
        new SourceText(
            "x.sql",
            "a: 1\nb:\n  - @\n",
            List.of(
                new LineOrigin(3, 4),
                new LineOrigin(5, 4),
                new LineOrigin(6, 4),
                new LineOrigin(7, 1)));
    Problems problems = new Problems();

    assertThat(YamlReader.read(text, problems)).isEmpty();
    assertThat(problems.list())
        .containsExactly(
            Problem.error(
                new SourceLocation("x.sql", 6, 8),
                "a value cannot begin with \"@\"; put it in quotes"));
  }

  @Test
  void alias_repeatsTheValueOfItsAnchor() {
    assertThat(plain("a: &x {b: 1}\nc: *x\nd: [*x]"))
        .isEqualTo(
            Map.of(
                "a", Map.of("b", BigDecimal.ONE),
                "c", Map.of("b", BigDecimal.ONE),
                "d", List.of(Map.of("b", BigDecimal.ONE))));
  }

  @Test
  void readMap_otherRoot_isProblem() {
    Problems problems = new Problems();

    assertThat(YamlReader.readMap(SourceText.ofFile("f", "\n- a\n"), problems)).isEmpty();
    assertThat(problems.list())
        .containsExactly(
            Problem.error(
                new SourceLocation("f", 2, 1), "expected lines \"key: value\", found a list"));
  }

  private static String at(YamlNode node) {
    return place(node.location());
  }

  private static String keyAt(YamlMap map, String key) {
    return place(map.entries().get(key).keyLocation());
  }

  private static String place(SourceLocation location) {
    return location.line() + ":" + location.column();
  }

  private static Object plain(String yaml) {
    return read(yaml).toPlain();
  }

  private static YamlNode read(String yaml) {
    Problems problems = new Problems();
    Optional<YamlNode> node = YamlReader.read(SourceText.ofFile("f", yaml), problems);
    String found = problems.list().stream().map(Problem::toString).collect(Collectors.joining());
    assertThat(found).isEmpty();
    return node.orElseThrow();
  }
}
