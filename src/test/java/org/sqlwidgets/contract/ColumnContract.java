package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Columns that show more than a value (contract §2.5, widget-file §6). */
interface ColumnContract extends Topic {
  String ROWS =
      """
      SELECT name, price, note FROM (VALUES
        (1, 'a"b', CAST(1234.50 AS numeric(9,2)), 'n1'), (2, 'c', NULL, NULL)
      ) AS v(id, name, price, note) ORDER BY id
      """;

  private JsonNode expect(String columns, String sql, String json) {
    String id = server().publish("-- ---\n-- columns:\n" + columns + "-- ---\n" + sql);
    HttpReply reply = server().askAgain(id, "");
    assertThat(reply.text()).isEqualTo(json);
    byte[] widgets = server().http().get("/widgets.json").body();
    assertThat(OpenbbJudge.failures(widgets)).isEmpty();
    JsonNode table = server().published(id).path("data").path("table");
    assertThat(ReplyJudge.tableFailures(reply.body(), table.path("columnsDefs"))).isEmpty();
    return table.path("columnsDefs");
  }

  @Test
  default void hoverCard_onAPlainColumn_isAnObjectOfTheRow() {
    JsonNode columns =
        expect(
            "--   price: { renderFnParams: { hoverCard: { markdown: '{value}: {name} {note}' } }"
                + " }\n",
            ROWS,
            "[{\"name\":\"a\\\"b\",\"price\":{\"value\":1234.50,\"name\":\"a\\\"b\",\"note\":\"n1\"},"
                + "\"note\":\"n1\"},"
                + "{\"name\":\"c\",\"price\":{\"value\":null,\"name\":\"c\",\"note\":null},"
                + "\"note\":null}]");
    assertThat(columns.get(1).path("cellDataType").asText()).isEqualTo("object");
    assertThat(columns.get(1).path("renderFn").asText()).isEqualTo("hoverCard");
  }

  @Test
  default void colorValueKey_ofACard_isInItsObject() {
    expect(
        "--   a: { renderFnParams: { hoverCard: {}, colorValueKey: n, colorRules: [ { condition:"
            + " gt, value: 1, color: red } ] } }\n",
        "SELECT 'x' AS a, 2 AS n",
        "[{\"a\":{\"value\":\"x\",\"n\":2},\"n\":2}]");
  }

  @Test
  default void hoverCard_withACellFieldOfItsOwn_isTheKeyOfTheValue() {
    expect(
        "--   name: { renderFn: hoverCard, renderFnParams: { hoverCard: { cellField: name } } }\n",
        "SELECT 'x' AS name, 1 AS n",
        "[{\"name\":{\"name\":\"x\"},\"n\":1}]");
  }

  @Test
  default void hoverCard_onJson_isSentAsItIs() {
    expect(
        "--   card: { renderFnParams: { hoverCard: { markdown: '{more}' } } }\n",
        "SELECT "
            + server()
                .database()
                .pick(
                    "JSON_OBJECT('value': 1, 'more': 'm')",
                    "json_build_object('value', 1, 'more', 'm')")
            + " AS card",
        "[{\"card\":{\"value\":1,\"more\":\"m\"}}]");
  }

  @Test
  default void hoverCard_withoutRows_isAnEmptyList() {
    expect(
        "--   name: { renderFnParams: { hoverCard: { markdown: '{note}' } } }\n",
        "SELECT 'x' AS name, 'y' AS note WHERE 1 = 0",
        "[]");
  }

  @Test
  default void sparkline_ofAnAggregatedArray_isAnArrayOfNumbers() {
    JsonNode columns =
        expect(
            "--   trend: { sparkline: { type: line, options: { stroke: red } } }\n",
            "SELECT array_agg(p ORDER BY p DESC) AS trend FROM (VALUES (1), (3), (2)) AS v(p)",
            "[{\"trend\":[3,2,1]}]");
    assertThat(columns.at("/0/sparkline/options/customFormatter").asText("none")).isEmpty();
  }

  @Test
  default void settings_implyTheirRenderFunction() {
    String colours = "colorRules: [ { condition: gt, value: 1, color: red } ]";
    JsonNode columns =
        expect(
            "--   a: { renderFnParams: { "
                + colours
                + ", sendToAgent: { markdown: '{b}' } } }\n"
                + "--   b: { renderFn: greenRed, renderFnParams: { "
                + colours
                + " } }\n",
            "SELECT 1 AS a, 2 AS b",
            "[{\"a\":1,\"b\":2}]");
    assertThat(columns.get(0).path("renderFn").toString())
        .isEqualTo("[\"columnColor\",\"cellOnClick\"]");
    assertThat(columns.at("/0/renderFnParams/actionType").asText()).isEqualTo("sendToAgent");
    assertThat(columns.get(1).path("renderFn").toString())
        .isEqualTo("[\"greenRed\",\"columnColor\"]");
  }

  @Test
  default void namesOfOtherColumns_mustBeThere() {
    String file =
        "-- ---\n-- columns:\n--   a: { renderFnParams: { %s } }\n-- ---\nSELECT 1 AS a, 2 AS b";
    for (String keys :
        new String[] {
          "hoverCard: { markdown: '{c}' }",
          "sendToAgent: { markdown: '{c}' }",
          "hoverCard: {}, colorValueKey: c, colorRules: [ { condition: gt, value: 1, color: red } ]"
        }) {
      assertThat(server().problemsOf(file.formatted(keys)))
          .singleElement()
          .asString()
          .contains("names the column \"c\", which is not there");
    }
  }
}
