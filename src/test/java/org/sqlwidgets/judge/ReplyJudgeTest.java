package org.sqlwidgets.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good replies pass, bad ones fail by the section of the contract that they breach. */
class ReplyJudgeTest {
  private static final String COLUMNS =
      """
      [{"field":"t","headerName":"T","cellDataType":"text"},
       {"field":"n","headerName":"N","cellDataType":"number"},
       {"field":"b","headerName":"B","cellDataType":"boolean"},
       {"field":"d","headerName":"D","cellDataType":"date"},
       {"field":"s","headerName":"S","cellDataType":"dateString"},
       {"field":"any","headerName":"Any"},
       {"field":"update_count","headerName":"Updates"},
       {"field":"line","headerName":"L","cellDataType":"object","sparkline":{"type":"line"}},
       {"field":"drawn","headerName":"R","sparkline":{"type":"bar","dataField":"bars"}},
       {"field":"bars","headerName":"Bars","cellDataType":"object"},
       {"field":"card","headerName":"C","renderFn":["hoverCard"]},
       {"field":"tip","headerName":"I","renderFn":"hoverCard",
        "renderFnParams":{"hoverCard":{"cellField":"short"}}}]
      """;

  private static final String GOOD_TABLES =
      """
      []
      [{"t":"a","n":1}]
      [{"t":"a","n":1},{"t":null,"n":null},{"t":"","n":-0.5}]
      [{"n":9007199254740991},{"n":-9007199254740991}]
      [{"n":123.45678901234567890123456789},{"n":1.5e300},{"n":5e-324}]
      [{"b":true},{"b":false},{"b":null}]
      [{"d":"2024-02-29"},{"d":"2024-02-29 13:00:00"}]
      [{"s":"2024-02-29 13:00:00.123456"}]
      [{"t":7},{"t":8}]
      [{"any":"x"}]
      [{"update_count":999999999}]
      [{"line":[1,2.5,null]},{"line":null},{"line":[]}]
      [{"drawn":3,"bars":[1,2]}]
      [{"card":{"value":1,"more":"x"}}]
      [{"tip":{"short":"x"}}]
      """;

  private static final String BAD_TABLES =
      """
      §14 |
      §14 | [{"t":"a","t":"b"}]
      §14 | [{"n":NaN}]
      §14 | [{"n":1}
      §14 | [{"x":1}]
      §14 | [{"any":[1]}]
      §14 | [{"any":{"a":1}}]
      §4.1 | {"t":"a"}
      §4.1 | [{}]
      §4.1 | ["a"]
      §4.1 | [{"t":"a","n":1},{"t":"b"}]
      §4.1 | [{"t":"a"},{"t":"b","n":1}]
      §4.1 | [{"t":"a","n":1},{"n":1,"t":"a"}]
      §4.1 | [{"update_count":1000000000}]
      §10.2 | [{"n":9007199254740992}]
      §10.2 | [{"n":-9007199254740993}]
      §10.2 | [{"n":9223372036854775807}]
      §10.2 | [{"n":9007199254740993.25}]
      §10.2 | [{"line":[9007199254740993]}]
      §15 | [{"n":"1"}]
      §15 | [{"b":"true"}]
      §15 | [{"b":1}]
      §15 | [{"any":"a"},{"any":1}]
      §10.5 | [{"d":"2024-02-29T13:00:00"}]
      §10.5 | [{"d":"29.02.2024"}]
      §10.5 | [{"d":1709164800}]
      §10.5 | [{"s":true}]
      §2.5 | [{"line":"1,2"}]
      §2.5 | [{"line":["1"]}]
      §2.5 | [{"card":"x"}]
      §2.5 | [{"card":{"short":"x"}}]
      """;

  private static final String BAD_OPTIONS =
      """
      {"label":"A","value":"a"}
      [{"label":"A"}]
      [{"value":"a"}]
      [{"label":"","value":"a"}]
      [{"label":"A","value":""}]
      [{"label":"A","value":1}]
      [{"label":"A","value":null}]
      [{"label":"A","value":"a","extra":1}]
      [{"label":"A","value":"a","extraInfo":{"desc":"x"}}]
      [{"label":"A","value":"a","extraInfo":{"description":1}}]
      [{"label":"A","value":"a","extraInfo":null}]
      [{"label":"A","value":"a","selected":"true"}]
      [{"label":"A","value":"a"},{"label":"B","value":"a"}]
      [null]
      ["a"]
      """;

  private static final String BAD_METRICS =
      """
      []
      "x"
      null
      {"label":"A"}
      {"value":1}
      {"label":"A","value":null}
      {"label":"A","value":true}
      {"label":"A","value":{"a":1}}
      {"label":"","value":"1"}
      {"label":"A","value":"1","delta":0}
      {"label":"A","value":"1","delta":"1,234"}
      {"label":"A","value":"1","delta":"NaN"}
      {"label":"A","value":"1","prefix":"$"}
      [{"label":"A","value":"1"},{"label":"B"}]
      """;

  private static final String BAD_ERRORS =
      """
      []
      "detail"
      {}
      {"detail":"x"}
      {"message":"x"}
      {"detail":"x","message":"y"}
      {"detail":"","message":""}
      {"detail":{"a":"x"},"message":"x"}
      {"detail":"x","message":"x","error":"x"}
      {"detail":"org.postgresql.util failed","message":"org.postgresql.util failed"}
      {"detail":"x SQLSTATE 22P02","message":"x SQLSTATE 22P02"}
      {"detail":"jdbc:h2:mem:a","message":"jdbc:h2:mem:a"}
      {"detail":"SELECT 1","message":"SELECT 1"}
      {"detail":"NullPointerException","message":"NullPointerException"}
      {"detail":"ERROR: relation x","message":"ERROR: relation x"}
      {"detail":"x","message":"x","trace":"at Foo.java:12"}
      """;

  @ParameterizedTest
  @MethodSource("goodTables")
  void goodTable_passes(String reply) throws IOException {
    assertThat(tableFailures(reply)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badTables")
  void badTable_failsBySection(String line) throws IOException {
    String section = line.substring(0, line.indexOf(" |"));

    assertThat(Examples.rules(tableFailures(line.substring(line.indexOf('|') + 1))))
        .contains(section);
  }

  @Test
  void tableFailure_namesRowAndColumn() throws IOException {
    assertThat(tableFailures("[{\"n\":1},{\"n\":\"x\"}]"))
        .containsExactly(
            "§15 row 2 column \"n\": found \"x\", expected a number",
            "§15 row 2 column \"n\": found \"x\", expected a number as in the rows before");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"label\":\"A\",\"value\":\"a\"}]",
        "[{\"label\":\"A\",\"value\":\"0\",\"selected\":true},{\"label\":\"A\",\"value\":\"1\"}]",
        "[{\"label\":\"A\",\"value\":\"a\",\"extraInfo\":{\"rightOfDescription\":\"x\"}}]"
      })
  void goodOptions_pass(String reply) {
    assertThat(ReplyJudge.optionsFailures(bytes(reply))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badOptions")
  void badOptions_fail(String reply) {
    assertThat(Examples.rules(ReplyJudge.optionsFailures(bytes(reply)))).containsExactly("§3.4");
  }

  @Test
  void options_beyondTenThousand_fail() {
    String reply =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(i -> "{\"label\":\"A\",\"value\":\"" + i + "\"}")
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(ReplyJudge.optionsFailures(bytes(reply))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"label\":\"A\",\"value\":\"1\"}",
        "{\"label\":\"A\",\"value\":1.5,\"delta\":\"-0.25\"}",
        "[{\"label\":\"A\",\"value\":\"–\",\"delta\":null},{\"label\":\"B\",\"value\":\"$1\"}]",
        "{\"label\":\"A\",\"value\":\"1\",\"delta\":\"0\",\"subvalue\":\"x\"}"
      })
  void goodMetric_passes(String reply) {
    assertThat(ReplyJudge.metricFailures(bytes(reply))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badMetrics")
  void badMetric_fails(String reply) {
    assertThat(Examples.rules(ReplyJudge.metricFailures(bytes(reply)))).containsExactly("§4.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"# Title\\n\"", "\"\""})
  void goodMarkdown_passes(String reply) {
    assertThat(ReplyJudge.markdownFailures(bytes(reply))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"markdown\":\"x\"}", "1", "null", "[\"x\"]", "# Title"})
  void badMarkdown_fails(String reply) {
    assertThat(ReplyJudge.markdownFailures(bytes(reply))).hasSize(1);
  }

  @Test
  void goodError_passes() {
    String reply =
        """
        {"detail":"Parameter 'limit': 'abc' is not a number; select one from the list",
         "message":"Parameter 'limit': 'abc' is not a number; select one from the list"}
        """;

    assertThat(ReplyJudge.errorFailures(bytes(reply))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badErrors")
  void badError_fails(String reply) {
    assertThat(Examples.rules(ReplyJudge.errorFailures(bytes(reply)))).containsExactly("§7");
  }

  private static List<String> tableFailures(String reply) throws IOException {
    JsonNode columns = new JsonMapper().readTree(COLUMNS);
    return ReplyJudge.tableFailures(bytes(reply), columns);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<String> goodTables() {
    return GOOD_TABLES.lines().toList();
  }

  static List<String> badTables() {
    return BAD_TABLES.lines().toList();
  }

  static List<String> badOptions() {
    return BAD_OPTIONS.lines().toList();
  }

  static List<String> badMetrics() {
    return BAD_METRICS.lines().toList();
  }

  static List<String> badErrors() {
    return BAD_ERRORS.lines().toList();
  }
}
