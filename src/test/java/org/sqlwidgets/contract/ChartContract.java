package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Charts in the short form (widget-file §4, contract §4.3). */
interface ChartContract extends Topic {
  String ROWS =
      """
      SELECT day, stock, price, pieces FROM (VALUES
        (1, DATE '2024-02-28', 'A', CAST(10.50 AS numeric(9,2)), 7),
        (2, DATE '2024-02-29', 'A', NULL, 8),
        (3, DATE '2024-02-28', 'B "b"', CAST(-0.25 AS numeric(9,2)), NULL),
        (4, DATE '2024-02-28', NULL, CAST(1 AS numeric(9,2)), 9)
      ) AS v(id, day, stock, price, pieces) ORDER BY id
      """;
  String NO_ROWS = ROWS.replace("ORDER BY", "WHERE 1 = 0 ORDER BY");

  private static String file(String keys, String sql) {
    return "-- ---\n-- type: chart\n" + keys + "-- ---\n" + sql;
  }

  private static String figure(String figure) {
    return "-- figure: {" + figure + "}\n";
  }

  private JsonNode ask(String keys, String sql) {
    return ask(keys, sql, "dark");
  }

  private JsonNode ask(String keys, String sql, String theme) {
    HttpReply reply = server().ask(file(keys, sql), "theme=" + theme);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(ReplyJudge.plotlyFailures(reply.body(), theme)).isEmpty();
    return reply.json();
  }

  private void expectTraces(String figure, String sql, String json) {
    assertThat(ask(figure(figure), sql).path("data").toString()).isEqualTo(json);
  }

  @Test
  default void line_isOneTrace_ofTheColumnsValues() {
    expectTraces(
        "kind: line, x: day, y: price",
        ROWS,
        "[{\"type\":\"scatter\",\"mode\":\"lines\","
            + "\"x\":[\"2024-02-28\",\"2024-02-29\",\"2024-02-28\",\"2024-02-28\"],"
            + "\"y\":[10.5,null,-0.25,1.0],\"name\":\"Price\"}]");
  }

  @Test
  default void severalY_areATraceEach_namedByTheirColumn() {
    JsonNode data =
        ask(
                "-- figure: {kind: bar, x: day, y: [price, pieces]}\n"
                    + "-- columns: {price: {headerName: Close}}\n",
                ROWS)
            .path("data");
    assertThat(data.findValuesAsText("name")).containsExactly("Close", "Pieces");
    assertThat(data.path(1).path("y").toString()).isEqualTo("[7,8,null,9]");
  }

  @Test
  default void color_isATraceForEachValue_inTheOrderOfTheRows() {
    JsonNode data = ask(figure("kind: line, x: day, y: price, color: stock"), ROWS).path("data");
    assertThat(data.findValuesAsText("name")).containsExactly("A", "B \"b\"", "–");
    assertThat(data.findValues("y").toString()).isEqualTo("[[10.5,null], [-0.25], [1.0]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: line, x: day, y: price, markers: true, log_y: true",
        "kind: area, x: day, y: price, color: stock, stacked: true",
        "kind: bar, x: stock, y: price, horizontal: true, text: pieces",
        "kind: scatter, x: price, y: pieces, color: stock, size: pieces, text: stock, log_x: true",
        "kind: pie, labels: stock, values: price",
        "kind: donut, labels: stock, values: price, title: Parts",
        "kind: histogram, x: price, color: stock, bins: 5",
        "kind: box, y: price",
        "kind: box, x: stock, y: [price, pieces], horizontal: true",
        "kind: heatmap, x: day, y: stock, z: price",
        "kind: candlestick, x: day, open: price, high: price, low: price, close: price",
      })
  default void everyKind_isDrawn_withAndWithoutRows_inBothThemes(String figure) {
    JsonNode dark = ask(figure(figure), ROWS, "dark");
    JsonNode light = ask(figure(figure), ROWS, "light");
    assertThat(dark.path("data")).isEqualTo(light.path("data"));
    assertThat(dark.path("layout")).isNotEqualTo(light.path("layout"));
    ask(figure(figure), NO_ROWS, "dark");
    ask(figure(figure), NO_ROWS, "light");
  }

  @Test
  default void candlestick_takesPricesByTheNamesOfTheirColumns() {
    JsonNode data =
        ask(
                figure("kind: candlestick, x: day"),
                "SELECT DATE '2024-02-29' AS day, 1 AS open, 4 AS high, 0 AS low, 3 AS \"close\"")
            .path("data");
    assertThat(data.path(0).path("high").toString()).isEqualTo("[4]");
    assertThat(data.path(0).path("close").toString()).isEqualTo("[3]");
  }

  @Test
  default void noRows_leaveEmptyTraces_andSaySo() {
    JsonNode reply = ask(figure("kind: line, x: day, y: price, color: stock"), NO_ROWS);
    assertThat(reply.at("/data/0/x").toString()).isEqualTo("[]");
    assertThat(reply.at("/layout/annotations/0/text").asText()).isEqualTo("No data");
  }

  @Test
  default void oneRow_isAChart() {
    expectTraces(
        "kind: pie, labels: name, values: n",
        "SELECT 'a' AS name, 1 AS n",
        "[{\"type\":\"pie\",\"labels\":[\"a\"],\"values\":[1],\"sort\":false,"
            + "\"direction\":\"clockwise\"}]");
  }

  @Test
  default void manyRows_areAllThere() {
    JsonNode reply =
        ask(
            figure("kind: line, x: n, y: half, color: part") + "-- maxRows: 100000\n",
            "SELECT n, CAST(n / 2.0 AS numeric(9,1)) AS half, 'p' || mod(n, 4) AS part"
                + " FROM generate_series(1, 100000) AS g(n) ORDER BY n");
    assertThat(reply.path("data")).hasSize(4);
    reply.path("data").forEach(trace -> assertThat(trace.path("y")).hasSize(25_000));
    assertThat(reply.at("/data/3/y/24999").decimalValue()).isEqualByComparingTo("50000");
  }

  @Test
  default void tooManySeries_areRefused() {
    HttpReply reply =
        server()
            .ask(
                file(
                    figure("kind: line, x: n, y: n, color: n"),
                    "SELECT n FROM generate_series(1, 501) AS g(n)"),
                "");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText()).contains("more than 500 series");
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CAST('NaN' AS double precision)          |                       | null",
        "CAST(1E21 AS double precision)           |                       | 1.0E21",
        "CAST(9007199254740991 AS bigint)         |                       | 9007199254740991",
        "CAST(9223372036854775807 AS bigint)      | cellDataType: text    |"
            + " \"9223372036854775807\"",
        "TIMESTAMP '2024-02-29 01:02:03'          |                       | \"2024-02-29"
            + " 01:02:03\"",
        "TRUE                                     |                       | true",
        "'007'                                    |                       | \"007\"",
      })
  default void value_ofEachType_hasItsFormOnTheWire(String sql, String keys, String json) {
    String columns = keys == null ? "" : "-- columns: {x: {" + keys + "}}\n";
    JsonNode reply =
        ask(figure("kind: scatter, x: x, y: y") + columns, "SELECT " + sql + " AS x, 1 AS y");
    assertThat(reply.at("/data/0/x/0").toString()).isEqualTo(json);
  }

  @Test
  default void numberBeyondJavaScript_isRefused() {
    HttpReply reply =
        server()
            .ask(
                file(
                    figure("kind: line, x: x, y: x"),
                    "SELECT CAST(9007199254740993 AS bigint) AS x"),
                "");
    assertThat(reply.status()).isEqualTo(422);
  }

  @Test
  default void raw_isTheRows_andOfferedByDefault() {
    String id = server().publish(file(figure("kind: line, x: day, y: price"), ROWS));
    assertThat(server().published(id).path("raw").asBoolean()).isTrue();
    assertThat(server().once(id, "raw=true&theme=light").text())
        .startsWith("[{\"day\":\"2024-02-28\",\"stock\":\"A\",\"price\":10.50,\"pieces\":7},");
    assertThat(server().once(id, "raw=false").text()).startsWith("{\"data\":[");
    String without = server().publish(file("-- raw: false\n", ROWS));
    assertThat(server().published(without).path("raw").asBoolean()).isFalse();
  }

  @Test
  default void axes_takeTypeTitleAndPrefixOfTheirColumns() {
    JsonNode layout =
        ask(
                figure("kind: scatter, x: stock, y: price")
                    + "-- columns: {price: {headerName: Close, prefix: $}}\n",
                ROWS)
            .path("layout");
    assertThat(layout.at("/xaxis/type").asText()).isEqualTo("category");
    assertThat(layout.at("/yaxis/title/text").asText()).isEqualTo("Close");
    assertThat(layout.at("/yaxis/tickprefix").asText()).isEqualTo("$");
  }

  @Test
  default void withoutFigure_theNumbersAreDrawnAlongTheFirstColumn() {
    JsonNode data = ask("", ROWS).path("data");
    assertThat(data.findValuesAsText("name")).containsExactly("Price", "Pieces");
    assertThat(data.at("/0/mode").asText()).isEqualTo("lines");
    JsonNode bars = ask("", "SELECT 'a' AS name, 1 AS n, 'x' AS note").path("data");
    assertThat(bars.findValuesAsText("type")).containsExactly("bar");
  }
}
