package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.TestServer;

/** Each type of widget, by what a person sees of known rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypesIT {
  private static final String ROWS =
      "SELECT * FROM (VALUES ('oak', 12, DATE '2024-01-31'), ('elm', 7, DATE '2024-02-29'))"
          + " AS v(tree, rings, day)";

  /** A cell that would run a script where it is taken for markup, by one way or another. */
  private static final String EVIL =
      "SELECT v AS evil FROM (VALUES ('"
          + String.join(
              " ",
              "<img src=data:,x onerror=\"parent.evil=1\">",
              "<svg onload=\"parent.evil=1\"><a"
                  + " xlink:href=\"javascript:parent.evil=1\">a</a></svg>",
              "<a href=\"javascript:parent.evil=1\">b</a> [c](javascript:parent.evil=1)",
              "[d](<java&#115;cript:parent.evil=1>) ![e](data:,x\"onerror=\"parent.evil=1)",
              "<math><mtext><table><mglyph><style><img src=data:,x"
                  + " onerror=\"parent.evil=1\"></table>",
              "<select><button><selectedcontent></selectedcontent></button><option selected><img"
                  + " src=data:,x onerror=\"parent.evil=1\"></option></select>",
              "<noscript><p title=\"</noscript><img src=data:,x"
                  + " onerror=parent.evil=1>\"></noscript>",
              "<script>parent.evil=1</script><iframe"
                  + " srcdoc=\"<script>top.evil=1</script>\"></iframe>")
          + "')) AS t(v)";

  private static final Map<String, String> EVIL_WIDGETS =
      Map.of(
          "t_evil_table", ".frame .ag-row",
          "t_evil_md", "article.prose",
          "t_evil_chart", ".chart .main-svg",
          "t_evil_news", ".news-item");

  private Chromium chromium;
  private TestServer server;

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    chromium = Chromium.start();
    DeskFolder desk = DeskFolder.in(empty);
    desk.write("t_turned.sql", header("data: { table: { transpose: true } }") + ROWS);
    desk.write(
        "t_metric.sql",
        header("type: metric") + "SELECT 'Oaks' AS label, 12 AS value, -3 AS delta");
    desk.write(
        "t_chart.sql", header("type: chart", "figure: { kind: bar, x: tree, y: rings }") + ROWS);
    desk.write("t_html.sql", header("type: html") + "SELECT '<h2>Trees</h2>' AS html");
    desk.write(
        "t_large.sql",
        header("type: ssrm_table") + "SELECT n FROM generate_series(1, 5000) AS g(n) ORDER BY n");
    desk.write(
        "t_lines.sql",
        header(
                "columns:",
                "  own: { sparkline: { type: line } }",
                "  other: { sparkline: { type: bar, dataField: own, options: { fill: '#00ff00' } }"
                    + " }")
            + "SELECT ARRAY[5, NULL, 4, 6] AS own, 'x' AS other");
    desk.write(
        "t_card.sql",
        header(
                "columns:",
                "  tree:",
                "    renderFn: columnColor",
                "    renderFnParams:",
                "      hoverCard: { cellField: name, markdown: '{name} has {rings} rings' }",
                "      colorValueKey: rings",
                "      colorRules: [{ condition: gt, value: 10, color: '#ff0000' }]")
            + ROWS);
    desk.write(
        "t_news.sql",
        header("type: newsfeed")
            + "SELECT 'T' AS title, DATE '2024-05-15' AS date, 'A' AS author, 'E' AS excerpt,"
            + " 'B' AS body");
    desk.write(
        "t_digits.sql",
        header("timeout: 500ms", "columns: { n: { width: 333 } }")
            + "SELECT CAST('1.10' AS numeric(20, 2)) AS exact, 7 AS n");
    desk.write(
        "t_halfway.sql",
        header("maxRows: 200000")
            + "SELECT 1 / (150000 - n) AS a, 'a text that fills the reply' AS b"
            + " FROM generate_series(1, 200000) AS g(n)");
    desk.write("t_evil_table.sql", EVIL);
    desk.write("t_evil_md.sql", header("type: markdown") + EVIL);
    desk.write("t_evil_html.sql", header("type: html") + EVIL);
    desk.write(
        "t_evil_chart.sql",
        header("type: chart", "figure: { kind: bar, x: evil, y: rings, color: evil }")
            + EVIL.replace("AS evil", "AS evil, 1 AS rings"));
    desk.write(
        "t_evil_news.sql",
        header("type: newsfeed")
            + EVIL.replace(
                "AS evil",
                "AS title, v AS author, v AS excerpt, v AS body, DATE '2024-01-31' AS date"));
    server =
        TestServer.start(
            Map.of("sql-widgets.directory", empty.toString(), "sql-widgets.actions.enabled", true));
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  private static String header(String... lines) {
    return "-- ---\n-- " + String.join("\n-- ", lines) + "\n-- ---\n";
  }

  private Visit visit(String id) {
    return Visit.of(chromium, server.port(), ColorScheme.LIGHT, 1400, 1000).open(id);
  }

  private static Locator cell(Visit visit, int row, String column) {
    return visit.the(".frame .ag-row[row-index='" + row + "'] [col-id='" + column + "']");
  }

  @Test
  void turnedTable_hasAColumnForEachRow() {
    try (Visit visit = visit("t_turned")) {
      assertThat(visit.the(".ag-header-cell-text")).hasText(new String[] {"Tree", "oak", "elm"});
      assertThat(cell(visit, 0, "name")).hasText("Rings");
      assertThat(cell(visit, 0, "row-1")).hasText("7");
      assertThat(cell(visit, 1, "row-0")).hasText("2024-01-31");
    }
  }

  @Test
  void metric_isACard_withItsChangeInWords() {
    try (Visit visit = visit("t_metric")) {
      assertThat(visit.the(".metric dt")).hasText("Oaks");
      assertThat(visit.the(".metric .value")).hasText("12");
      assertThat(visit.the(".metric .delta")).hasText(Pattern.compile("▼ down 3"));
    }
  }

  @Test
  void chart_hasABarForEachRow_andNothingSticksOut() {
    try (Visit visit = visit("t_chart")) {
      assertThat(visit.the(".chart .bars .point")).hasCount(2);
      assertThat(visit.the(".chart .xtick text")).hasText(new String[] {"oak", "elm"});
      for (String id : List.of("t_chart", "price_chart", "unemployed_over_time")) {
        visit.open(id);
        visit.the(".chart .main-svg, .vega svg").first().waitFor();
        assertThat(overflow(visit)).as(id).isEqualTo("0,0");
      }
    }
  }

  private static Object overflow(Visit visit) {
    return visit
        .page()
        .evaluate(
            "(e => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth].join())"
                + "(document.querySelector('.picture-inner'))");
  }

  @Test
  void column_isAsWideAsItsAuthorWants() {
    try (Visit visit = visit("t_digits")) {
      assertThat(visit.the(".ag-header-cell[col-id=n]")).hasCSS("width", "333px");
    }
  }

  @Test
  void lines_haveGapsForNull_andAreThoseOfTheColumnThatIsNamed() {
    try (Visit visit = visit("t_lines")) {
      assertThat(cell(visit, 0, "own").locator("svg"))
          .hasAttribute("aria-label", "3 values from 5 to 6");
      assertThat(cell(visit, 0, "own").locator("polyline")).hasCount(2);
      assertThat(cell(visit, 0, "other").locator("rect")).hasCount(3);
      assertThat(cell(visit, 0, "other").locator("rect").first()).hasCSS("fill", "rgb(0, 255, 0)");
    }
  }

  @Test
  void cellWithACard_showsItsOwnValue_inTheColourOfTheOther() {
    try (Visit visit = visit("t_card")) {
      assertThat(cell(visit, 0, "tree")).hasText("oak");
      assertThat(cell(visit, 0, "tree").locator(".hover-card"))
          .hasAttribute("title", "oak has 12 rings");
      assertThat(cell(visit, 0, "tree")).hasCSS("color", "rgb(255, 0, 0)");
      assertThat(cell(visit, 1, "tree")).not().hasCSS("color", "rgb(255, 0, 0)");
    }
  }

  @Test
  void dayOfNews_isThatDay_westOfLondonToo() {
    try (Visit visit = Visit.in("America/New_York", chromium, server.port()).open("t_news")) {
      assertThat(visit.the(".news-by")).hasText("A · 15 May 2024");
    }
  }

  @Test
  void reply_isWhatWasSent_digitByDigit() {
    try (Visit visit = visit("t_digits")) {
      visit.the("#tab-json").click();
      assertThat(visit.the("#tab-body .code")).containsText("\"exact\": 1.10,");
      visit.the("#tab-timing").click();
      assertThat(visit.containing(".facts div", "Time allowed")).containsText("500 ms");
    }
  }

  @Test
  void replyThatBreaksOff_isExplained() {
    try (Visit visit = Visit.of(chromium, server.port(), ColorScheme.LIGHT)) {
      visit.expecting("Failed to load resource").open("t_halfway");
      assertThat(visit.the(".callout.bad")).containsText("Workspace would show this message");
      assertThat(visit.the(".callout.bad")).containsText("A value does not fit the query");
    }
  }

  @Test
  void vegaChart_hasItsLegend_andHighchartsItsSpecificationAndRows() {
    try (Visit visit = visit("unemployed_over_time")) {
      assertThat(visit.the(".vega svg")).containsText("Construction");
      visit.open("receipts_mix");
      assertThat(visit.the(".plain .code")).containsText("\"series\"");
      assertThat(visit.the(".plain-rows .ag-row").first()).isVisible();
    }
  }

  @Test
  void serverSideTable_bringsTheRowsToWhichOneScrolls() {
    try (Visit visit = visit("t_large")) {
      assertThat(cell(visit, 0, "n")).hasText("1");
      assertThat(visit.the(".reply-state").first()).hasText(Pattern.compile("^100 rows · .*"));
      visit.the(".frame .ag-body-viewport").evaluate("e => { e.scrollTop = 3000 * 32; }");
      assertThat(cell(visit, 3000, "n")).hasText(Pattern.compile("3,?001"));
    }
  }

  @Test
  void page_isItsOwnDocument_andPagesElsewhereAreLinks() {
    try (Visit visit = visit("t_html")) {
      assertThat(visit.page().frameLocator("iframe.page").locator("h2")).hasText("Trees");
      visit.open("two_hundred_countries");
      assertThat(visit.the(".picture a"))
          .hasAttribute("href", "https://www.youtube.com/watch?v=jbkSRLYSojo");
      visit.open("what_unemployment_is");
      assertThat(visit.the(".picture a"))
          .hasAttribute("href", "https://en.wikipedia.org/wiki/Unemployment");
    }
  }

  @Test
  void form_isFilledInAndSent_andItsRowIsInTheTable() {
    try (Visit visit = visit("option_list")) {
      assertThat(cell(visit, 0, "value")).hasText("america");
      Locator form = visit.the("fieldset.form");
      form.getByLabel("List").selectOption("regions");
      form.getByLabel("Value").fill("antarctica");
      form.getByLabel("Label").fill("Antarctica");
      form.getByLabel("Position").fill("0");
      visit.button("Add Option").click();
      assertThat(visit.the(".form-result")).hasText("Added \"antarctica\" to regions");
      assertThat(visit.containing(".frame .ag-cell", "Antarctica").first()).isVisible();
      form.getByLabel("Value").fill("antarctica");
      visit.button("Add Option").click();
      assertThat(visit.the(".form-result.bad")).isVisible();
    }
  }

  /** The browser complains of handlers that are only looked at, to be taken away. */
  @Test
  void hostileRows_areText_orMarkupWithoutScripts() {
    try (Visit visit = visit("t_turned").expecting("Executing inline event handler ")) {
      EVIL_WIDGETS.forEach((id, place) -> isHarmless(visit, id, place));
    }
  }

  /** A page is as its author writes it, in a frame that runs nothing. */
  @Test
  void hostilePage_runsNothing() {
    try (Visit visit = visit("t_turned").expecting("Executing inline ", "Blocked script ")) {
      isHarmless(visit, "t_evil_html", "iframe.page");
      assertThat(visit.page().frameLocator("iframe.page").locator("[onerror]").first())
          .isAttached();
      isHarmless(visit, "t_evil_html", "iframe.page");
    }
  }

  private static void isHarmless(Visit visit, String id, String place) {
    visit.open(id);
    visit.the(place).first().waitFor();
    visit.the("details > summary").all().forEach(Locator::click);
    org.assertj.core.api.Assertions.assertThat(
            visit
                .page()
                .evaluate(
                    "() => [window.evil, [...document.querySelectorAll('*')].filter(e =>"
                        + " [...e.attributes].some(a => a.name.startsWith('on') ||"
                        + " /^\\s*javascript:/i.test(a.value))).map(e => e.outerHTML)]"
                        + ".flat().filter(Boolean).join('\\n')"))
        .as(id)
        .isEqualTo("");
  }
}
