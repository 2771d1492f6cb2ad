package org.sqlwidgets.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

class YamlFieldsTest {
  private static final Map<String, Integer> TYPES = types();

  private final Problems problems = new Problems();

  @Test
  void valuesOfTheExpectedKind_areRead() {
    YamlFields fields =
        fields(
            """
            text: 'x'
            number: 1.50
            integer: 20
            bool: false
            map: {a: 1}
            list: [1, ~]
            maps: [{a: 1}, {}]
            one: a
            many: [a, b]
            type: metric
            """);

    assertThat(fields.text("text")).contains("x");
    assertThat(fields.number("number")).contains(new BigDecimal("1.50"));
    assertThat(fields.integer("integer", 1, 20)).hasValue(20);
    assertThat(fields.bool("bool")).contains(false);
    assertThat(fields.map("map").orElseThrow().entries()).containsOnlyKeys("a");
    assertThat(fields.list("list").orElseThrow()).hasSize(2);
    assertThat(fields.maps("maps").orElseThrow()).hasSize(2);
    assertThat(fields.texts("one")).contains(List.of("a"));
    assertThat(fields.texts("many")).contains(List.of("a", "b"));
    assertThat(fields.oneOf("type", TYPES)).contains(2);
    fields.refuseOthers();
    assertThat(report()).isEmpty();
  }

  static Stream<Arguments> durations() {
    return Stream.of(
        arguments("500ms", Duration.ofMillis(500)),
        arguments("10s", Duration.ofSeconds(10)),
        arguments("2m", Duration.ofMinutes(2)),
        arguments("1h", Duration.ofHours(1)),
        arguments("0s", Duration.ZERO),
        arguments("999999999h", Duration.ofHours(999_999_999)));
  }

  @ParameterizedTest
  @MethodSource("durations")
  void duration_hasANumberAndAUnit(String written, Duration expected) {
    assertThat(fields("key: " + written).duration("key")).contains(expected);
    assertThat(report()).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(
            f -> f.text("key"), "5", "\"key\" must be text, found the number 5; put it in quotes"),
        wrong(f -> f.text("key"), "true", "\"key\" must be text, found true; put it in quotes"),
        wrong(f -> f.text("key"), "[a]", "\"key\" must be text, found a list"),
        wrong(f -> f.text("key"), "{a: b}", "\"key\" must be text, found a map"),
        wrong(f -> f.number("key"), "x", "\"key\" must be a number, found the text \"x\""),
        wrong(
            f -> f.number("key"),
            "'5'",
            "\"key\" must be a number, found the text \"5\"; remove the quotes"),
        wrong(
            f -> f.integer("key", 10, 40),
            "41",
            "\"key\" must be a whole number from 10 to 40, found the number 41"),
        wrong(
            f -> f.integer("key", 10, 40),
            "9",
            "\"key\" must be a whole number from 10 to 40, found the number 9"),
        wrong(
            f -> f.integer("key", 10, 40),
            "20.5",
            "\"key\" must be a whole number from 10 to 40, found the number 20.5"),
        wrong(
            f -> f.integer("key", 0, 9),
            "1e300",
            "\"key\" must be a whole number from 0 to 9, found the number 1e300"),
        wrong(f -> f.bool("key"), "yes", "\"key\" must be true or false, found the text \"yes\""),
        wrong(f -> f.bool("key"), "1", "\"key\" must be true or false, found the number 1"),
        wrong(
            f -> f.bool("key"),
            "'true'",
            "\"key\" must be true or false, found the text \"true\"; remove the quotes"),
        wrong(
            f -> f.map("key"), "[a]", "\"key\" must be a map (lines \"key: value\"), found a list"),
        wrong(
            f -> f.list("key"),
            "a",
            "\"key\" must be a list (lines \"- value\"), found the text \"a\""),
        wrong(
            f -> f.texts("key"), "{a: b}", "\"key\" must be text or a list of texts, found a map"),
        wrong(
            f -> f.texts("key"),
            "7",
            "\"key\" must be text or a list of texts, found the number 7; put it in quotes"),
        wrong(f -> f.duration("key"), "10", time("the number 10")),
        wrong(f -> f.duration("key"), "10 s", time("the text \"10 s\"")),
        wrong(f -> f.duration("key"), "1d", time("the text \"1d\"")),
        wrong(f -> f.duration("key"), "9999999999h", time("the text \"9999999999h\"")),
        wrong(f -> f.duration("key"), "[10s]", time("a list")),
        wrong(
            f -> f.oneOf("key", TYPES),
            "tabel",
            "\"key\" cannot be \"tabel\"; did you mean \"table\"?"),
        wrong(
            f -> f.oneOf("key", TYPES),
            "Metric",
            "\"key\" cannot be \"Metric\"; did you mean \"metric\"?"),
        wrong(
            f -> f.oneOf("key", TYPES),
            "picture",
            "\"key\" cannot be \"picture\"; expected one of \"table\", \"metric\""),
        wrong(
            f -> f.oneOf("key", TYPES),
            "[table]",
            "\"key\" must be one of \"table\", \"metric\", found a list"),
        wrong(
            f -> f.oneOf("key", Map.of("none", 0)), "{}", "\"key\" must be \"none\", found a map"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void valueOfAnotherKind_isReportedAtItsPlace_andAbsent(
      Function<YamlFields, ?> reading, String value, String message) {
    Object read = reading.apply(fields("a: 1\nkey:  " + value));

    assertThat(read.toString()).isIn("Optional.empty", "OptionalInt.empty");
    assertThat(report()).containsExactly("f:2:7: error: " + message);
  }

  @Test
  void items_ofAnotherKind_areAllReported() {
    YamlFields fields = fields("maps: [{}, a, []]\ntexts:\n- a\n- 1\n-\n");

    assertThat(fields.maps("maps")).isEmpty();
    assertThat(fields.texts("texts")).isEmpty();
    assertThat(report())
        .containsExactly(
            "f:1:12: error: \"maps\" must be a list of maps, found the text \"a\" in it",
            "f:1:15: error: \"maps\" must be a list of maps, found a list in it",
            "f:4:3: error: \"texts\" must be a list of texts, found the number 1 in it; put it in"
                + " quotes",
            "f:5:2: error: \"texts\" must be a list of texts, found nothing in it");
  }

  @Test
  void emptyValue_isAbsent_butANode() {
    YamlFields fields = fields("key:\n");

    assertThat(fields.has("key")).isFalse();
    assertThat(fields.text("key")).isEmpty();
    assertThat(fields.integer("key", 0, 1)).isEqualTo(OptionalInt.empty());
    assertThat(fields.oneOf("key", TYPES)).isEmpty();
    assertThat(fields.duration("key")).isEmpty();
    assertThat(fields.node("key").orElseThrow().isNull()).isTrue();
    assertThat(report()).isEmpty();
  }

  @Test
  void falsyValues_arePresent() {
    YamlFields fields = fields("zero: 0\nno: false\nempty: ''\n");

    assertThat(List.of(fields.has("zero"), fields.has("no"), fields.has("empty")))
        .containsOnly(true);
    assertThat(fields.text("empty")).contains("");
  }

  @Test
  void oneOf_takesAnyWordAsWritten() {
    assertThat(fields("key: true").oneOf("key", Map.of("true", 1))).contains(1);
  }

  @Test
  void where_isTheValue_elseTheMap() {
    YamlFields fields = fields("\n  a:   1\n");

    assertThat(fields.where("a")).hasToString("f:2:8");
    assertThat(fields.whereKey("a")).hasToString("f:2:3");
    assertThat(fields.where("b")).hasToString("f:2:3");
    assertThat(fields.whereKey("b")).hasToString("f:2:3");
  }

  @Test
  void unknownKey_nearAKnownOne_isReportedWithIt() {
    YamlFields fields = fields("name: x\nnmae: y\ncolums: {}\n");
    fields.text("name");
    fields.map("columns");

    fields.refuseOthers();

    assertThat(report())
        .containsExactly(
            "f:2:1: error: unknown key \"nmae\"; did you mean \"name\"?",
            "f:3:1: error: unknown key \"colums\"; did you mean \"columns\"?");
  }

  @Test
  void unknownKey_farFromFewKnownOnes_listsThem() {
    YamlFields fields = fields("x: 1\ny: {picture: 2}");
    fields.has("label");
    fields.has("value");

    fields.refuseOthers();

    assertThat(report())
        .containsExactly(
            "f:1:1: error: unknown key \"x\"; accepted here: \"label\", \"value\"",
            "f:2:1: error: unknown key \"y\"; accepted here: \"label\", \"value\"");
  }

  @Test
  void unknownKey_farFromManyKnownOnes_doesNotListThem() {
    YamlFields fields = fields("x: 1");
    IntStream.range(0, 21).forEach(i -> fields.has("known" + i));

    fields.refuseOthers();

    assertThat(report()).containsExactly("f:1:1: error: unknown key \"x\"");
  }

  @Test
  void unknownKey_whereNoneIsKnown_saysSo() {
    fields("x: 1").refuseOthers();

    assertThat(report())
        .containsExactly("f:1:1: error: unknown key \"x\"; no keys are accepted here");
  }

  @Test
  void refusedKey_isReportedOnce_atTheKey() {
    YamlFields fields = fields("name: x\nendpoint: y\n");
    fields.text("name");

    fields.refuse("endpoint", "the server owns addresses; remove \"endpoint\"");
    fields.refuse("wsEndpoint", "not there");
    fields.refuseOthers();

    assertThat(report())
        .containsExactly("f:2:1: error: the server owns addresses; remove \"endpoint\"");
  }

  @Test
  void longWords_areCutInMessages() {
    fields("key: " + "x".repeat(59) + "\uD83D\uDE00y").number("key");

    assertThat(report())
        .containsExactly(
            "f:1:6: error: \"key\" must be a number, found the text \"" + "x".repeat(59) + "…\"");
  }

  @Test
  void controlCharacters_areBlanksInMessages() {
    fields("key: \"a\\nb\\e\"").number("key");

    assertThat(report())
        .containsExactly("f:1:6: error: \"key\" must be a number, found the text \"a b \"");
  }

  private static String time(String found) {
    return "\"key\" must be a time such as 500ms, 10s, 2m or 1h, found " + found;
  }

  private static Map<String, Integer> types() {
    Map<String, Integer> types = new LinkedHashMap<>();
    types.put("table", 1);
    types.put("metric", 2);
    return types;
  }

  private static Arguments wrong(Function<YamlFields, ?> reading, String value, String message) {
    return arguments(reading, value, message);
  }

  private YamlFields fields(String yaml) {
    YamlMap map = YamlReader.readMap(SourceText.ofFile("f", yaml), problems).orElseThrow();
    return new YamlFields(map, problems);
  }

  private List<String> report() {
    return problems.list().stream().map(Object::toString).toList();
  }
}
