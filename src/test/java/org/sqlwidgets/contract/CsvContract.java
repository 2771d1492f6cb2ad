package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;

/** The rows of a widget as CSV: RFC 4180, and safe to open in a spreadsheet. */
interface CsvContract extends Topic {

  private HttpReply csv(String file, String query) {
    return server().http().get("/widgets/" + server().publish(file) + ".csv" + query);
  }

  private void expect(String file, String text) {
    HttpReply reply = csv(file, "");
    assertThat(reply.text()).isEqualTo("\uFEFF" + text);
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  default void reply_isAFileForSpreadsheets() {
    HttpReply reply = csv("SELECT 1 AS a", "");
    assertThat(reply.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(reply.header("Content-Disposition")).matches("attachment; filename=\"w\\d+\\.csv\"");
    assertThat(reply.text()).isEqualTo("\uFEFFa\r\n1\r\n");
  }

  @Test
  default void values_standInTheirWireForm() {
    expect(
        """
        SELECT CAST(-5 AS integer) AS n, CAST(1234.50 AS numeric(9,2)) AS price, TRUE AS yes,
               DATE '2024-02-29' AS day, CAST(NULL AS text) AS nothing, '' AS blank, 'ä€' AS letters
        """,
        "n,price,yes,day,nothing,blank,letters\r\n-5,1234.50,true,2024-02-29,,\"\",ä€\r\n");
  }

  @Test
  default void text_withCommas_quotesAndLineEnds_isQuoted() {
    expect(
        "SELECT U&'a,b' AS a, 'say \"x\"' AS b, U&'1\\000a2' AS c",
        "a,b,c\r\n\"a,b\",\"say \"\"x\"\"\",\"1\n2\"\r\n");
  }

  @Test
  default void text_thatASpreadsheetWouldRun_getsAnApostrophe() {
    expect(
        "SELECT '=1+1' AS a, '@x' AS b, '-2+3' AS c, '-2' AS d, U&'\\0009=1' AS e, 1 AS \"=f\"",
        "a,b,c,d,e,'=f\r\n'=1+1,'@x,'-2+3,-2,\"'\t=1\",1\r\n");
  }

  @Test
  default void noRows_giveTheFirstLine() {
    expect("SELECT 1 AS a, 2 AS b WHERE 1 = 0", "a,b\r\n");
  }

  @Test
  default void params_areBound_orRefused() {
    String file = "SELECT x AS a FROM (VALUES (1), (2), (3)) AS v(x) WHERE x >= :least ORDER BY x";
    assertThat(csv(file, "?least=2").text()).isEqualTo("\uFEFFa\r\n2\r\n3\r\n");
    HttpReply refused = csv(file, "?least=two");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.header("Content-Disposition")).isNull();
    assertThat(refused.json().path("detail").asText()).startsWith("Parameter 'least'");
  }

  @Test
  default void moreRows_thanAllowed_areAnError() {
    HttpReply reply =
        csv("-- ---\n-- maxRows: 2\n-- ---\nSELECT x AS a FROM (VALUES (1), (2), (3)) AS v(x)", "");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText()).contains("more than 2 rows");
  }

  @Test
  default void otherTypes_giveTheirRows() {
    expect(
        "-- ---\n-- type: metric\n-- ---\nSELECT 'Open' AS label, 12 AS value",
        "label,value\r\nOpen,12\r\n");
  }

  @Test
  default void unknownWidget_isNotFound() {
    assertThat(server().http().get("/widgets/none.csv").status()).isEqualTo(404);
  }
}
