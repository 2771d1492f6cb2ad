package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Metrics (widget-file §4, contract §4.2). */
interface MetricContract extends Topic {

  private void expect(String keys, String sql, String json) {
    String header = "-- ---\n-- name: Figures\n-- type: metric\n" + keys + "-- ---\n";
    HttpReply reply = server().ask(header + sql, "");
    assertThat(reply.text()).isEqualTo(json);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(ReplyJudge.metricFailures(reply.body())).isEmpty();
  }

  @Test
  default void wideRow_isOneMetricForEachColumn() {
    expect(
        "",
        """
        SELECT CAST(1234567.5 AS numeric(12,2)) AS market_cap,
               CAST(-1.25 AS numeric(5,2)) AS market_cap_delta, 7 AS employees, 'x' AS grade
        """,
        "[{\"label\":\"Market Cap\",\"value\":\"1,234,567.50\",\"delta\":\"-1.25\"},"
            + "{\"label\":\"Employees\",\"value\":\"7\"},{\"label\":\"Grade\",\"value\":\"x\"}]");
  }

  @Test
  default void singleMetric_isNoList() {
    expect("", "SELECT 1 AS open_orders", "{\"label\":\"Open Orders\",\"value\":\"1\"}");
  }

  @Test
  default void narrowRows_areOneMetricEach_inTheirOrder() {
    expect(
        "",
        """
        SELECT label, value, delta FROM (VALUES
          (1, 'Revenue', CAST(10.5 AS numeric(9,1)), CAST(0.5 AS numeric(9,1))),
          (2, 'Say "x"', 0, -1), (3, 'None', NULL, NULL), (4, NULL, 2, 0)
        ) AS v(id, label, value, delta) ORDER BY id
        """,
        "[{\"label\":\"Revenue\",\"value\":\"10.5\",\"delta\":\"0.5\"},"
            + "{\"label\":\"Say \\\"x\\\"\",\"value\":\"0\",\"delta\":\"-1\"},"
            + "{\"label\":\"None\",\"value\":\"–\"},"
            + "{\"label\":\"–\",\"value\":\"2\",\"delta\":\"0\"}]");
  }

  @Test
  default void narrowRows_withoutDelta_haveNone() {
    expect(
        "",
        "SELECT label, value FROM (VALUES (1, 'a', 1), (2, 'b', 2)) AS v(id, label, value) ORDER BY"
            + " id",
        "[{\"label\":\"a\",\"value\":\"1\"},{\"label\":\"b\",\"value\":\"2\"}]");
  }

  @Test
  default void noRows_areOneMetricWithoutValue() {
    expect(
        "",
        "SELECT 'a' AS label, 1 AS value WHERE 1 = 0",
        "{\"label\":\"Figures\",\"value\":\"–\"}");
  }

  @Test
  default void emptyTexts_areNoValues() {
    expect("", "SELECT '' AS label, '' AS value", "{\"label\":\"–\",\"value\":\"–\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CAST(9223372036854775807 AS bigint)  |      | 9,223,372,036,854,775,807",
        "CAST(-9223372036854775808 AS bigint) |      | -9,223,372,036,854,775,808",
        "CAST(9999999999999999999999999999.9999999999 AS numeric(38,10)) | |"
            + " 9,999,999,999,999,999,999,999,999,999.9999999999",
        "CAST(999 AS smallint)                |      | 999",
        "1000                                 |      | 1,000",
        "CAST(0.1 AS double precision)        |      | 0.1",
        "CAST(1E21 AS double precision)       |      | 1,000,000,000,000,000,000,000",
        "CAST('NaN' AS double precision)      |      | –",
        "CAST('-Infinity' AS double precision) |     | –",
        "TRUE                                 |      | true",
        "DATE '2024-02-29'                    |      | 2024-02-29",
        "TIMESTAMP '2024-02-29 01:02:03'      |      | 2024-02-29 01:02:03",
        "'007'                                |      | 007",
        "CAST(NULL AS integer)                |      | –",
        "1234.5                               | prefix: $                  | $1,234.5",
        "-1234.5                              | prefix: $                  | -$1,234.5",
        "12                                   | suffix: ' pcs'             | 12 pcs",
        "1234.565                             | decimalPlaces: 2           | 1,234.57",
        "-1234.565                            | decimalPlaces: 2           | -1,234.57",
        "0.004                                | decimalPlaces: 2           | 0.00",
        "-0.004                               | decimalPlaces: 2           | 0.00",
        "7                                    | decimalPlaces: 3           | 7.000",
        "2.5                                  | formatterFn: int           | 3",
        "1234                                 | formatterFn: none          | 1234",
        "12.5                                 | formatterFn: percent       | 12.5 %",
        "0.125                                | formatterFn: normalizedPercent | 12.5 %",
        "0.125                                | formatterFn: normalized    | 12.5",
        "DATE '2024-02-29'                    | formatterFn: dateToYear    | 2024",
        "CAST(NULL AS integer)                | prefix: $                  | –",
      })
  default void value_isFormattedByItsColumn(String sql, String keys, String value) {
    String columns = keys == null ? "" : "-- columns:\n--   x: {" + keys + "}\n";
    expect(columns, "SELECT " + sql + " AS x", "{\"label\":\"X\",\"value\":\"" + value + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAST(1234.5 AS numeric(9,1))  |                                  | 1234.5",
        "0                             |                                  | 0",
        "CAST(0.0000001 AS double precision) |                            | 0.0000001",
        "CAST(-1.005 AS numeric(9,3))  | prefix: $, decimalPlaces: 2      | -1.01",
        "CAST(9223372036854775807 AS bigint) |                            | 9223372036854775807",
      })
  default void delta_isAPlainNumber(String sql, String keys, String delta) {
    String columns = keys == null ? "" : "-- columns:\n--   x_delta: {" + keys + "}\n";
    expect(
        columns,
        "SELECT 1 AS x, " + sql + " AS x_delta",
        "{\"label\":\"X\",\"value\":\"1\",\"delta\":\"" + delta + "\"}");
  }

  @Test
  default void deltaThatIsNoNumber_isLeftOut() {
    expect(
        "",
        "SELECT 1 AS x, CAST('NaN' AS double precision) AS x_delta",
        "{\"label\":\"X\",\"value\":\"1\"}");
  }
}
