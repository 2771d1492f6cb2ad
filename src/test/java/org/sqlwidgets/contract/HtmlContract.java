package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** Pages in HTML (widget-file §4, contract §4.7). */
interface HtmlContract extends Topic {
  String PRICES =
      """
      SELECT id, name, price, sold FROM (VALUES
        (1, '<b>&"''', CAST(1234.5 AS numeric(9,2)), TRUE),
        (2, 'plain', NULL, FALSE), (3, NULL, 0.25, TRUE)
      ) AS v(id, name, price, sold) ORDER BY id
      """;

  private static String html(String keys, String sql) {
    return "-- ---\n-- type: html\n" + keys + "-- ---\n" + sql;
  }

  private static String template(String template, String sql) {
    return html("-- template: '" + template.replace("'", "''") + "'\n", sql);
  }

  /** What the page holds besides its frame. */
  private String body(String file, String query) {
    String page = page(file, query).text();
    int begin = page.indexOf('\n', page.indexOf("<body"));
    return page.substring(begin + 1, page.lastIndexOf("\n</body>"));
  }

  private HttpReply page(String file, String query) {
    HttpReply reply = server().ask(file, query);
    String type = Objects.requireNonNull(reply.header("Content-Type"));
    assertThat(ReplyJudge.htmlFailures(reply.body(), type)).as(reply.text()).isEmpty();
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }

  @Test
  default void htmlCell_withoutTemplate_standsInThePageAsItIs() {
    assertThat(body(html("", "SELECT '<h1>Hi & you</h1>' AS page"), ""))
        .isEqualTo("<h1>Hi & you</h1>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Hi</body></html>",
        "<!-- mine --> <HTML lang=\"en\"><body>Hi</body></HTML>"
      })
  default void htmlDocument_isSentByteForByte(String document) {
    HttpReply reply = server().ask(html("", "SELECT '" + document + "' AS page"), "");
    assertThat(reply.text()).isEqualTo(document);
  }

  @Test
  default void htmlPage_withoutRowOrValue_saysSo() {
    String nothing = "<p class=\"nothing\">Nothing to show</p>";
    assertThat(body(html("", "SELECT 'x' AS page WHERE 1 = 0"), "")).isEqualTo(nothing);
    assertThat(body(html("", "SELECT CAST(NULL AS text) AS page"), "")).isEqualTo(nothing);
    String onlyRows = "{{#rows}}<p>{{name}}</p>{{/rows}}";
    assertThat(body(template(onlyRows, "SELECT 'x' AS name WHERE 1 = 0"), "")).isEqualTo(nothing);
    assertThat(body(template("{{^rows}}none{{/rows}}", "SELECT 1 AS n WHERE 1 = 0"), ""))
        .isEqualTo("none");
  }

  @Test
  default void htmlCell_withSecondRow_isRefused() {
    HttpReply reply = server().ask(html("", "SELECT 'a' AS page UNION ALL SELECT 'b'"), "");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  @Test
  default void htmlTemplate_fillsRowsAndTotals_escaped() {
    assertThat(
            body(
                template(
                    "{{count}}: {{#rows}}<i>{{id}} {{name}} {{price}}{{#sold}}"
                        + " sold{{/sold}}</i>{{/rows}}={{sum.price}}",
                    PRICES),
                ""))
        .isEqualTo(
            "3: <i>1 &lt;b&gt;&amp;&quot;&#39; 1,234.50 sold</i><i>2 plain </i><i>3  0.25"
                + " sold</i>=1,234.75");
  }

  @Test
  default void htmlTemplate_inAddressesAndStyles_isSafe() {
    String link = "<a href=\"{{x}}\">a</a><a href=\"/s?q={{x}}\" style=\"width:{{n}}%\">b</a>";
    assertThat(body(template(link, "SELECT 'javascript:a(1)' AS x, 1234.5 AS n"), ""))
        .isEqualTo(
            "<a href=\"#\">a</a><a href=\"/s?q=javascript%3Aa%281%29\""
                + " style=\"width:1234.5%\">b</a>");
  }

  @Test
  default void htmlPage_followsTheTheme() {
    String id = server().publish(template("{{theme}}", "SELECT 1 AS n"));
    HttpReply dark = server().askAgain(id, "theme=dark");
    HttpReply light = server().askAgain(id, "theme=light");
    assertThat(dark.text()).contains("color-scheme:dark", "#151518", "\ndark\n");
    assertThat(light.text()).contains("color-scheme:light", "#ffffff", "\nlight\n");
    assertThat(server().askAgain(id, "").text()).isEqualTo(dark.text());
  }

  @Test
  default void htmlPage_openedByItself_isSandboxed() {
    HttpReply reply = page(html("", "SELECT '<script>1</script>x' AS page"), "");
    assertThat(reply.header("Content-Security-Policy"))
        .as("not allow-same-origin, not allow-top-navigation")
        .isEqualTo("sandbox allow-scripts allow-popups");
  }

  @Test
  default void htmlRaw_givesTheRows() {
    String id = server().publish(template("{{count}}", PRICES));
    HttpReply rows = server().askAgain(id, "raw=true&theme=light");
    assertThat(rows.header("Content-Type")).isEqualTo("application/json");
    assertThat(rows.text())
        .isEqualTo(
            "[{\"id\":1,\"name\":\"<b>&\\\"'\",\"price\":1234.50,\"sold\":true},"
                + "{\"id\":2,\"name\":\"plain\",\"price\":null,\"sold\":false},"
                + "{\"id\":3,\"name\":null,\"price\":0.25,\"sold\":true}]");
    assertThat(server().ask(template("{{count}}", "SELECT 1 AS n WHERE 1 = 0"), "raw=true").text())
        .isEqualTo("[]");
  }

  @Test
  default void htmlTemplate_withAValueInAScript_isAProblem() {
    assertThat(server().problemsOf(template("<script>{{n}}</script>", "SELECT 1 AS n")))
        .containsExactly(
            "{{n}} in line 1 of the template stands inside <script>, where escaping does not help;"
                + " show it outside");
  }

  @Test
  default void htmlReply_ofOneMegabyte_isWhole() {
    String sql = "SELECT repeat('0123456789abcdef', 65536) AS page";
    assertThat(body(html("", sql), "")).hasSize(1 << 20);
  }
}
