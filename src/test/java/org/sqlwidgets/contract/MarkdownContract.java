package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Markdown (widget-file §4, contract §4.6). */
interface MarkdownContract extends Topic {
  String ROWS =
      """
      SELECT name, price, sold, note FROM (VALUES
        (1, 'a*b_c', CAST(1234.5 AS numeric(9,2)), TRUE, 'n1'), (2, '<i>|', NULL, FALSE, NULL)
      ) AS v(id, name, price, sold, note) ORDER BY id
      """;

  private static String file(String keys, String sql) {
    return "-- ---\n-- type: markdown\n" + keys + "-- ---\n" + sql;
  }

  private void expect(String keys, String sql, String json) {
    HttpReply reply = server().ask(file(keys, sql), "");
    assertThat(reply.text()).isEqualTo(json);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(ReplyJudge.markdownFailures(reply.body())).isEmpty();
  }

  private void template(String template, String sql, String json) {
    expect("-- template: \"" + template + "\"\n", sql, json);
  }

  @Test
  default void singleCell_goesOutAsItIs() {
    expect("", "SELECT U&'# Hi *x*\\000a<b>\"q\"' AS md", "\"# Hi *x*\\n<b>\\\"q\\\"\"");
    expect("", "SELECT 12.50 AS md", "\"12.50\"");
    expect("", "SELECT CAST(9223372036854775807 AS bigint) AS md", "\"9223372036854775807\"");
    expect("", "SELECT TRUE AS md", "\"true\"");
    expect("", "SELECT '' AS md", "\"\"");
  }

  @Test
  default void singleCell_withoutRowOrValue_isEmpty() {
    expect("", "SELECT 'x' AS md WHERE 1 = 0", "\"\"");
    expect("", "SELECT CAST(NULL AS text) AS md", "\"\"");
  }

  @Test
  default void secondRow_withoutTemplate_isRefused() {
    HttpReply reply = server().ask(file("", "SELECT 'a' AS md UNION ALL SELECT 'b'"), "");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText()).startsWith("The query returns more than one");
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  @Test
  default void secondColumn_withoutTemplate_isAProblem() {
    assertThat(server().problemsOf(file("", "SELECT 'a' AS a, 'b' AS b"))).hasSize(1);
  }

  @Test
  default void names_areTheValuesOfTheFirstRow_escaped() {
    template("{{name}}: {{price}}", ROWS, "\"a\\\\*b\\\\_c: 1,234.50\"");
    template("{{{name}}}", ROWS, "\"a*b_c\"");
  }

  @Test
  default void rows_repeatForEachRow_withoutValuesOfOthers() {
    template(
        "{{#rows}}[{{name}} {{price}} {{note}}]{{/rows}}",
        ROWS,
        "\"[a\\\\*b\\\\_c 1,234.50 n1][\\\\<i\\\\>\\\\|  ]\"");
  }

  @Test
  default void yearsAndIds_areNotGrouped_asOtherNumbersAre() {
    template(
        "{{year}} {{stock_id}} {{sold}}",
        "SELECT 2004 AS year, 123456 AS stock_id, 123456 AS sold",
        "\"2004 123456 123,456\"");
  }

  @Test
  default void section_dependsOnABoolean() {
    template("{{#rows}}{{#sold}}yes {{/sold}}{{^sold}}no {{/sold}}{{/rows}}", ROWS, "\"yes no \"");
  }

  @Test
  default void noRows_leaveValuesEmpty_andTakeTheOtherSection() {
    String none = "SELECT 'x' AS name WHERE 1 = 0";
    template("{{#rows}}{{name}}{{/rows}}{{^rows}}nothing{{/rows}}", none, "\"nothing\"");
    template("Hello {{name}}!", none, "\"Hello !\"");
  }

  @Test
  default void numbers_areFormattedByTheirColumn() {
    expect(
        "-- template: \"{{price}}\"\n-- columns:\n--   price: {prefix: $, decimalPlaces: 0}\n",
        "SELECT CAST(1234.5 AS numeric(9,2)) AS price",
        "\"$1,235\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\\         | \\\\\\\\",
        "`code`     | \\\\`code\\\\`",
        "[a](b)     | \\\\[a\\\\](b)",
        "a & b      | a &amp; b",
        "- item     | \\\\- item",
        "+ item     | \\\\+ item",
        "# title    | \\\\# title",
        "1. item    | 1\\\\. item",
        "1) item    | 1\\\\) item",
        "1.5 items  | 1.5 items",
        "-5         | -5",
        "---        | \\\\---",
        "===        | \\\\===",
        "> quote    | \\\\> quote",
        "plain text | plain text",
      })
  default void value_neverBecomesMarkup(String value, String json) {
    template("{{v}}", "SELECT '" + value + "' AS v", '"' + json + '"');
  }

  @Test
  default void lineEnds_inValues_areBlanks() {
    template("{{v}}", "SELECT U&'a\\000ab\\000d\\000ac' AS v", "\"a b  c\"");
  }

  @Test
  default void unknownName_isAProblem() {
    assertThat(server().problemsOf(file("-- template: \"{{nam}}\"\n", ROWS)))
        .singleElement()
        .asString()
        .contains("\"nam\"");
  }
}
