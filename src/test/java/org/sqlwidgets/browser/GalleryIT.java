package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryIT {
  private Chromium chromium;
  private DeskFolder folder;
  private TestServer server;

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    chromium = Chromium.start();
    folder = DeskFolder.in(empty);
    server = TestServer.start(Map.of("sql-widgets.directory", empty.toString()));
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  private Visit visit() {
    return Visit.of(chromium, server.port(), ColorScheme.DARK);
  }

  @Test
  void overview_showsEveryWidget_byFolder() {
    try (Visit visit = visit().to("")) {
      int widgets = server.get("/widgets.json").json().size();
      assertThat(visit.the(".card")).hasCount(widgets);
      assertThat(visit.the("nav .entry:not(.bad)")).hasCount(widgets);
      assertThat(visit.the("main section[aria-label=Market]")).isVisible();
    }
  }

  @Test
  void search_leavesWhatFits() {
    try (Visit visit = visit().to("")) {
      visit.the("#search").fill("heat map");
      assertThat(visit.the("nav .entry")).hasText("Rate heat map");
      assertThat(visit.the(".card")).hasCount(1);
      visit.the("#search").fill("nothing like it");
      assertThat(visit.the("nav .empty")).hasText("Nothing fits what you typed.");
    }
  }

  /** Also those of types that came after this test. */
  @Test
  void everyShippedWidget_isDrawn() {
    List<String> ids =
        server.get("/widgets.json").json().properties().stream()
            .map(Map.Entry::getKey)
            .filter(id -> !id.startsWith("desk_"))
            .toList();
    try (Visit visit = visit()) {
      for (String id : ids) {
        visit.open(id);
        assertThat(visit.the(".callout.bad").allTextContents()).as(id).isEmpty();
        assertThat(visit.the(".picture > *").first().innerHTML()).as(id).isNotBlank();
      }
    }
  }

  @Test
  void table_hasOurColumns_formatsAndColours() {
    try (Visit visit = visit().open("desk_table")) {
      assertThat(visit.the(".ag-header-cell-text"))
          .hasText(new String[] {"Name", "Share", "Price", "Note", "Trend"});
      assertThat(cell(visit, 0, "share")).hasText("12.5 %");
      assertThat(cell(visit, 0, "price")).hasText("$1,234.50");
      assertThat(cell(visit, 1, "price")).hasText("$-7.00");
      assertThat(cell(visit, 1, "note")).hasText("-");
      assertThat(cell(visit, 1, "price")).hasCSS("color", "rgb(255, 123, 116)");
      assertThat(cell(visit, 0, "trend").locator("svg")).hasAttribute("role", "img");
      assertThat(visit.the(".ag-pinned-left-header .ag-header-cell")).hasCount(1);
    }
  }

  private static Locator cell(Visit visit, int row, String column) {
    return visit.the(".ag-row[row-index='" + row + "'] [col-id='" + column + "']");
  }

  @Test
  void serverSideTable_isReadBlockByBlock() {
    try (Visit visit = visit().open("all_prices")) {
      assertThat(visit.the(".ag-row[row-index='0']").first()).isVisible();
      visit.the(".ag-header-cell").first().locator(".ag-header-cell-label").click();
      assertThat(visit.the(".ag-header-cell").first()).hasAttribute("aria-sort", "ascending");
      assertThat(visit.the(".ag-row[row-index='0'] .ag-cell").first()).not().hasText("-");
    }
  }

  @Test
  void metrics_areCards_withWordsForTheirChange() {
    try (Visit visit = visit().open("latest_prices")) {
      assertThat(visit.the(".metric")).hasCount(5);
      assertThat(visit.the(".metric .delta").first()).containsText(Pattern.compile("up|down"));
    }
  }

  @Test
  void charts_areDrawn() {
    try (Visit visit = visit().open("price_chart")) {
      assertThat(visit.the(".chart .main-svg").first()).isVisible();
      visit.open("unemployed_over_time");
      assertThat(visit.the(".vega svg.marks")).isVisible();
      visit.open("receipts_mix");
      assertThat(visit.the(".plain")).containsText("Highcharts is a commercial library");
      assertThat(visit.the(".plain-rows .ag-row").first()).isVisible();
    }
  }

  @Test
  void liveGrid_changesBySelf() {
    try (Visit visit = visit().open("live_prices")) {
      assertThat(visit.the(".live-state")).hasText("Rows are followed as they change");
      Locator price = visit.the(".ag-center-cols-container [row-index='1'] .ag-cell").first();
      assertThat(price).not().hasText(price.textContent());
      assertThat(visit.the(".ag-center-cols-container .ag-row")).hasCount(5);
    }
  }

  @Test
  void news_areAFeed_andPagesElsewhereALink() {
    try (Visit visit = visit().open("moves_as_news")) {
      visit.the(".news-item summary").first().click();
      assertThat(visit.the(".news-item .prose").first()).isVisible();
      visit.open("two_hundred_countries");
      assertThat(visit.the(".picture a")).hasAttribute("rel", "noopener noreferrer");
      assertThat(visit.the("iframe")).hasCount(0);
    }
  }

  @Test
  void prompt_isAnswered_andFilesAreKept() {
    try (Visit visit = visit().open("ask_for_countries")) {
      visit.the(".omni input").fill("japan");
      visit.button("Run").click();
      assertThat(visit.the(".omni-answer .ag-cell").first()).hasText("Japan");
      visit.open("price_files");
      assertThat(visit.the(".file-entry")).hasCount(2);
      visit.open("price_sheet");
      Download file = visit.page().waitForDownload(() -> visit.the(".file-entry a").click());
      assertThat(file.suggestedFilename()).isEqualTo("AAPL.pdf");
    }
  }

  @Test
  void html_runsInASandbox() {
    try (Visit visit = visit().open("unemployment_in_bars")) {
      Locator frame = visit.the("iframe.page");
      assertThat(frame.getAttribute("sandbox")).doesNotContain("allow-same-origin", "scripts");
      assertThat(visit.page().frameLocator("iframe.page").getByText("Construction")).isVisible();
    }
  }

  @Test
  void markdown_isCleaned() {
    try (Visit visit = visit().expecting("Executing inline event handler violates")) {
      visit.open("desk_markdown");
      assertThat(visit.the(".prose h2")).hasText("Title");
      assertThat(visit.the(".prose strong")).hasText("bold");
      assertThat(visit.the(".prose script, .prose [onclick], .prose img[onerror]")).hasCount(0);
    }
  }

  @Test
  void noRows_areSaidKindly() {
    try (Visit visit = visit().open("desk_controls")) {
      visit.param("word").locator("input").fill("zzz");
      assertThat(visit.the(".welcome h2")).hasText("No rows");
    }
  }

  @Test
  void missingValue_isAskedFor() {
    try (Visit visit = visit().open("desk_required")) {
      assertThat(visit.the(".callout.wait")).containsText("Parameter 'who': field required");
      visit.param("who").locator("input").fill("Ann");
      assertThat(visit.the(".ag-cell").first()).hasText("Ann");
    }
  }

  @Test
  void refusedValue_isShownAsWorkspaceShowsIt() {
    try (Visit visit = visit().open("desk_controls?day=soon")) {
      assertThat(visit.the(".callout.bad")).containsText("Parameter 'day': 'soon' is not a date");
    }
  }

  @Test
  void cellClick_setsItsParam() {
    try (Visit visit = visit().open("stock_list")) {
      visit.button("IBM").click();
      assertThat(visit.param("symbol").locator("button.choice")).containsText("IBM");
      assertThat(visit.hash()).contains("symbol=IBM");
      Locator other = visit.the(".ag-row[row-index='0'] [col-id=symbol]");
      other.focus();
      visit.page().keyboard().press("Enter");
      assertThat(visit.param("symbol").locator("button.choice")).containsText("Apple");
      visit.drawn();
      assertThat(other).isFocused();
    }
  }

  @Test
  void details_tellSqlReplyValuesTimingAndCurl() {
    try (Visit visit = visit().open("price_history")) {
      assertThat(visit.the(".source .line").first()).containsText("-- ---");
      visit.the("#tab-json").click();
      assertThat(visit.the("#tab-body .code")).containsText("\"close_usd\"");
      visit.the("#tab-values").click();
      assertThat(visit.the("#tab-body tbody tr").first()).containsText("AAPL");
      visit.the("#tab-timing").click();
      assertThat(visit.the("#tab-body .bars li")).hasCount(4);
      assertThat(visit.the(".reply-state")).containsText(Pattern.compile("\\d+ rows · .* ms"));
      visit.the("#tab-curl").click();
      assertThat(visit.the("#tab-body .code").first())
          .containsText("/widgets/price_history?symbol=AAPL");
      visit.the("#tab-spec").click();
      assertThat(visit.the("#tab-body .code")).containsText("\"columnsDefs\"");
      assertThat(visit.hash()).contains(".tab=spec");
    }
  }

  @Test
  void csv_isDownloaded() throws IOException {
    try (Visit visit = visit().open("price_history")) {
      Download file = visit.page().waitForDownload(() -> visit.button("CSV").click());
      assertThat(file.suggestedFilename()).isEqualTo("price_history.csv");
      assertThat(Files.readString(file.path())).startsWith("\uFEFFmonth,close_usd\r\n");
    }
  }

  @Test
  void savedFile_isShown_byItself() throws IOException {
    folder.write("desk_live.sql", "SELECT 'before' AS word");
    try (Visit visit = visit()) {
      waitForWidget("desk_live");
      visit.open("desk_live");
      assertThat(visit.the(".ag-cell").first()).hasText("before");
      folder.write("desk_live.sql", "SELECT 'after' AS word, 2 AS number");
      assertThat(visit.the(".ag-cell").first()).hasText("after");
      assertThat(visit.the(".source .line").first()).containsText("'after'");
      folder.write("desk_live.sql", "SELECT 'broken' AS word FROM nowhere");
      assertThat(visit.the(".callout.warn")).containsText("its last good version is shown");
      assertThat(visit.the(".source .line.marked.error")).containsText("nowhere");
      assertThat(visit.the(".ag-cell").first()).hasText("after");
      folder.delete("desk_live.sql");
      assertThat(visit.the("main h1")).hasText("There is no widget \"desk_live\"");
    }
  }

  @Test
  void otherFileThatIsSaved_leavesOrderAndTypingAlone() throws IOException {
    try (Visit visit = visit().open("desk_table")) {
      Locator price = visit.the(".ag-header-cell[col-id=price]");
      price.locator(".ag-header-cell-label").click();
      assertThat(price).hasAttribute("aria-sort", "ascending");
      folder.write("desk_other.sql", "SELECT 1 AS a");
      visit.the("nav a[href='#/widget/desk_other']").waitFor();
      visit.drawn();
      assertThat(price).hasAttribute("aria-sort", "ascending");
      assertThat(cell(visit, 0, "price")).hasText("$-7.00");
      visit.open("ask_for_countries");
      visit.the(".omni input").fill("a question");
      folder.delete("desk_other.sql");
      assertThat(visit.the("nav a[href='#/widget/desk_other']")).hasCount(0);
      visit.drawn();
      assertThat(visit.the(".omni input")).hasValue("a question");
    }
  }

  @Test
  void formerId_opensTheWidget_withItsValues() throws IOException {
    folder.write(
        "desk_renamed.sql",
        "-- ---\n-- formerIds: [desk_once]\n-- ---\nSELECT CAST(:word AS text) AS word");
    waitForWidget("desk_renamed");
    try (Visit visit = visit().open("desk_once?word=kept")) {
      assertThat(visit.the(".ag-cell").first()).hasText("kept");
      assertThat(visit.hash()).isEqualTo("#/widget/desk_renamed?word=kept");
      folder.delete("desk_renamed.sql");
    }
  }

  private void waitForWidget(String id) {
    try (Visit visit = visit().to("")) {
      visit.the("nav a[href='#/widget/" + id + "']").waitFor();
    }
  }

  @Test
  void brokenLookup_isSaidToBeServedStill_inItsLastGoodVersion() throws IOException {
    folder.write("lookups/desk_trees.sql", "SELECT 'oak' AS value");
    try (Visit visit = visit().to("#/lookup/desk_trees")) {
      assertThat(visit.the(".live-options tbody tr")).hasCount(1);
      folder.write("lookups/desk_trees.sql", "SELEC 'oak' AS value");
      visit.to("#/problems");
      Locator section = visit.containing(".problem-file", "desk_trees.sql");
      assertThat(section.locator(".problem-state")).containsText("last good version is still");
      assertThat(server.get("/options/desk_trees").text()).contains("oak");
      folder.delete("lookups/desk_trees.sql");
      assertThat(section).hasCount(0);
    }
  }

  @Test
  void brokenFile_isShown_withItsLineAndRemedy() throws IOException {
    folder.write("desk_broken.sql", "-- ---\n-- nme: X\n-- ---\nSELECT 1 AS a\n");
    try (Visit visit = visit().to("#/problems")) {
      Locator section = visit.containing(".problem-file", "desk_broken.sql");
      assertThat(section.locator(".line.marked.error")).containsText("nme: X");
      assertThat(section.locator(".line-message")).containsText("did you mean \"name\"?");
      assertThat(section.locator("time")).containsText("since");
      assertThat(visit.the("#problems-link")).containsText("problem");
      folder.delete("desk_broken.sql");
      assertThat(section).hasCount(0);
    }
  }
}
