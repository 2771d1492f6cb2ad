package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Charts whose specification is written out (widget-file §4, contract §4.3 to §4.5). */
interface FullFigureContract extends Topic {

  private JsonNode ask(String type, String figure, String sql, String theme) {
    String header = "-- ---\n-- type: " + type + "\n-- figure: " + figure + "\n-- ---\n";
    HttpReply reply = server().ask(header + sql, "theme=" + theme);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(failures(type, reply.body(), theme)).isEmpty();
    return reply.json();
  }

  private static List<String> failures(String type, byte[] body, String theme) {
    return switch (type) {
      case "chart" -> ReplyJudge.plotlyFailures(body, theme);
      case "chart-vegalite" -> ReplyJudge.vegaLiteFailures(body, theme);
      default -> ReplyJudge.highchartsFailures(body, theme);
    };
  }

  private JsonNode plotly(String figure, String sql) {
    return ask("chart", figure, sql, "dark");
  }

  @Test
  default void column_withDollar_isTheListOfItsValues() {
    JsonNode reply =
        plotly("{data: [{type: bar, x: $day, y: $price, name: $$price}]}", ChartContract.ROWS);
    assertThat(reply.at("/data/0/y").toString()).isEqualTo("[10.5,null,-0.25,1.0]");
    assertThat(reply.at("/data/0/name").asText()).isEqualTo("$price");
  }

  @Test
  default void dollars_thatNameNoColumn_areTexts() {
    JsonNode layout =
        plotly(
                "{data: [{type: bar, y: $price}], layout: {yaxis: {tickformat: \"$,.2f\","
                    + " tickprefix: $, title: {text: \"$10 a piece\"}}}}",
                ChartContract.ROWS)
            .path("layout");
    assertThat(layout.at("/yaxis/tickformat").asText()).isEqualTo("$,.2f");
    assertThat(layout.at("/yaxis/tickprefix").asText()).isEqualTo("$");
    assertThat(layout.at("/yaxis/title/text").asText()).isEqualTo("$10 a piece");
  }

  @Test
  default void rows_areAListOrAnObjectEach() {
    JsonNode trace =
        plotly(
                "{data: [{type: scatter, y: $price, customdata: {$rows: [stock, pieces]},"
                    + " meta: {$rows: {a: stock, \"b c\": pieces}}}]}",
                ChartContract.ROWS)
            .at("/data/0");
    assertThat(trace.path("customdata").toString())
        .isEqualTo("[[\"A\",7],[\"A\",8],[\"B \\\"b\\\"\",null],[null,9]]");
    assertThat(trace.path("meta").path(0).toString()).isEqualTo("{\"a\":\"A\",\"b c\":7}");
  }

  @Test
  default void first_isTheValueOfTheFirstRow() {
    String figure = "{data: [{type: indicator, value: {$first: price}, x: $price}]}";
    assertThat(plotly(figure, ChartContract.ROWS).at("/data/0/value").decimalValue())
        .isEqualByComparingTo("10.5");
    assertThat(plotly(figure, ChartContract.NO_ROWS).at("/data/0/value").isNull()).isTrue();
  }

  @Test
  default void each_isAnItemForEachValue_withItsRowsOnly() {
    JsonNode data =
        plotly(
                "{data: [{$each: stock, type: bar, x: $day, y: $price}, {type: bar, y: $pieces}]}",
                ChartContract.ROWS)
            .path("data");
    assertThat(data).hasSize(4);
    assertThat(data.findValuesAsText("name")).containsExactly("A", "B \"b\"", "–");
    assertThat(data.at("/0/y").toString()).isEqualTo("[10.5,null]");
    assertThat(data.at("/3/y").toString()).isEqualTo("[7,8,null,9]");
  }

  @Test
  default void author_winsOverTheTheme() {
    JsonNode layout =
        plotly(
                "{data: [{type: bar, y: $price}], layout: {xaxis: {title: {text: T}},"
                    + " template: {layout: {font: {size: 20}}}}}",
                ChartContract.ROWS.replace("ORDER", "WHERE id < 9 ORDER"))
            .path("layout");
    assertThat(layout.at("/template/layout/font/size").asInt()).isEqualTo(20);
    assertThat(layout.at("/template/layout/font/color").asText()).isEqualTo("#E6E6EA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  default void vegaLite_getsRowsSizeAndColours(String theme) {
    String figure =
        "{mark: {type: line, tooltip: true}, encoding: {x: {field: day, type: temporal}, y: {field:"
            + " price, type: quantitative, axis: {format: \"$,.2f\"}}}}";
    JsonNode reply = ask("chart-vegalite", figure, ChartContract.ROWS, theme);
    assertThat(reply.at("/data/values/0").toString())
        .isEqualTo("{\"day\":\"2024-02-28\",\"stock\":\"A\",\"price\":10.5,\"pieces\":7}");
    assertThat(reply.at("/data/values")).hasSize(4);
    assertThat(reply.at("/data/format/parse/day").asText()).isEqualTo("date:'%Y-%m-%d'");
    assertThat(reply.at("/encoding/y/axis/format").asText()).isEqualTo("$,.2f");
    JsonNode none = ask("chart-vegalite", figure, ChartContract.NO_ROWS, theme);
    assertThat(none.at("/data/values/0/note").asText()).isEqualTo("No data");
    JsonNode one = ask("chart-vegalite", "{mark: bar}", "SELECT 1 AS n", theme);
    assertThat(one.path("data").toString()).isEqualTo("{\"values\":[{\"n\":1}]}");
  }

  @Test
  default void vegaLite_withManyRows_hasThemAll() {
    JsonNode reply =
        ask(
            "chart-vegalite",
            "{mark: point, encoding: {x: {field: n, type: quantitative}}}\n-- maxRows: 100000",
            "SELECT n, 'row ' || n AS name FROM generate_series(1, 100000) AS g(n)",
            "dark");
    assertThat(reply.at("/data/values")).hasSize(100_000);
    assertThat(reply.path("mark").asText()).isEqualTo("point");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  default void highcharts_getsValuesAndColours(String theme) {
    String figure =
        "{constructorType: stockChart, userOptions: {yAxis: [{opposite: true}, {}], series: ["
            + "{$each: stock, type: line, data: {$rows: [day, price]}},"
            + " {type: column, yAxis: 1, data: $pieces}]}}";
    JsonNode reply = ask("chart-highcharts", figure, ChartContract.ROWS, theme);
    assertThat(reply.at("/userOptions/series")).hasSize(4);
    assertThat(reply.at("/userOptions/series/0/data").toString())
        .isEqualTo("[[\"2024-02-28\",10.5],[\"2024-02-29\",null]]");
    assertThat(reply.at("/userOptions/series/3/data").toString()).isEqualTo("[7,8,null,9]");
    assertThat(reply.at("/userOptions/yAxis/0/opposite").asBoolean()).isTrue();
    assertThat(reply.at("/userOptions/yAxis/1/gridLineColor").asText()).startsWith("#");
    JsonNode none = ask("chart-highcharts", figure, ChartContract.NO_ROWS, theme);
    assertThat(none.at("/userOptions/series/0/data").toString()).isEqualTo("[]");
    assertThat(none.at("/userOptions/subtitle/text").asText()).isEqualTo("No data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chart-vegalite", "chart-highcharts"})
  default void raw_isTheRows(String type) {
    String figure =
        type.equals("chart-vegalite") ? "{mark: bar}" : "{userOptions: {series: [{data: $n}]}}";
    String id =
        server()
            .publish(
                "-- ---\n-- type: " + type + "\n-- figure: " + figure + "\n-- ---\nSELECT 1 AS n");
    assertThat(server().published(id).path("raw").asBoolean()).isTrue();
    assertThat(server().once(id, "raw=true").text()).isEqualTo("[{\"n\":1}]");
  }
}
