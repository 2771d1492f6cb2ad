package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.TestServer;

/** The list of lookups: what each is, how many options it has now, and how one is made. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupListIT {
  private Chromium chromium;
  private TestServer server;

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    chromium = Chromium.start();
    DeskFolder desk = DeskFolder.in(empty);
    desk.write("desk_shelf.sql", SHELF);
    desk.write(
        "lookups/desk_failing.sql",
        "SELECT 1 / (n - 1) AS value FROM generate_series(1, 3) AS g(n)\n");
    server = TestServer.start(Map.of("sql-widgets.directory", empty.toString()));
    send("/lookups", "{\"name\":\"shelf\"}");
    for (String value : List.of("oak", "elm", "ash")) {
      send("/lookups/shelf/options", "{\"value\":\"%s\"}".formatted(value));
    }
  }

  private static final String SHELF =
      """
      -- ---
      -- params: [{ paramName: chosen, label: Chosen, lookup: shelf }]
      -- ---
      SELECT CAST(:chosen AS text) AS chosen
      """;

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  private void send(String path, String json) {
    assertThat(server.post(path, json).status()).as(path).isEqualTo(200);
  }

  private Visit visit() {
    return Visit.of(chromium, server.port(), ColorScheme.LIGHT);
  }

  @Test
  void list_saysWhereOptionsComeFrom_andWhoUsesThem() {
    try (Visit visit = visit().to("#/lookups")) {
      Locator shelf = visit.containing(".lookup", "shelf");
      assertThat(shelf).containsText("Database rows");
      assertThat(shelf).containsText("3 options");
      shelf.locator("summary").click();
      assertThat(shelf.locator("details a")).hasAttribute("href", "#/widget/desk_shelf");
      Locator accounts = visit.containing(".lookup", "agency_accounts");
      assertThat(accounts).containsText("depends on agency");
      assertThat(accounts.locator(".file")).hasText("lookups/agency_accounts.sql");
      accounts.locator("h2 a").click();
      assertThat(visit.the("main h1")).hasText("agency_accounts");
      assertThat(visit.the(".live-options tbody tr").first()).isVisible();
      assertThat(visit.the(".source")).containsText("SELECT");
      String before = visit.the(".live-options").textContent();
      visit.param("agency").locator("button.choice").click();
      visit.param("agency").locator("[role=option]").nth(3).click();
      assertThat(visit.the(".live-options")).not().hasText(before);
    }
  }

  @Test
  void lookup_isMade_describedAndDeleted() {
    try (Visit visit = visit().to("#/lookups")) {
      visit.button("New lookup").click();
      visit.the("#lookup-name").fill("no name");
      visit.button("Make it").click();
      assertThat(visit.the("dialog .line-message"))
          .hasText(Pattern.compile("^a name may hold only[^:]*$"));
      visit.the("#lookup-name").fill("attic");
      visit.button("Make it").click();
      assertThat(visit.the("main h1")).hasText("attic");
      visit.button("Describe").click();
      visit.the("#lookup-description").fill("What is under the roof");
      visit.button("Save").click();
      assertThat(visit.the(".open-text")).hasText("What is under the roof");
      visit.button("Delete").click();
      visit.the("#lookup-name").fill("attic");
      visit.the("dialog button.primary").click();
      assertThat(visit.the("main h1")).hasText("Lookups");
      assertThat(visit.containing(".lookup", "attic")).hasCount(0);
    }
  }

  @Test
  void list_countsTheOptionsInView_oneLookupAfterTheOther() {
    try (Visit visit = visit().expecting("Failed to load resource")) {
      List<String> traffic = new CopyOnWriteArrayList<>();
      visit.page().onRequest(request -> note(traffic, request, "("));
      visit.page().onRequestFinished(request -> note(traffic, request, ")"));
      visit.to("#/lookups");
      Locator agencies = visit.containing(".lookup", "lookups/agencies.sql");
      assertThat(agencies.locator("strong")).hasText(Pattern.compile("\\d+ options"));
      assertThat(agencies).containsText("read just now");
      Locator failing = visit.containing(".lookup", "desk_failing");
      assertThat(failing.locator(".lookup-error")).isVisible();
      assertThat(failing).containsText("not counted");
      assertThat(visit.containing(".lookup", "agency_accounts")).containsText("varies");
      Locator symbols = visit.containing(".lookup", "lookups/symbols.sql");
      assertThat(symbols).not().isInViewport();
      assertThat(symbols).containsText("counting…");
      symbols.scrollIntoViewIfNeeded();
      assertThat(symbols.locator("strong")).hasText(Pattern.compile("\\d+ options"));
      assertThat(String.join("", traffic)).matches("(\\(\\))+\\(?");
    }
  }

  @Test
  void changeBeforeTheSheetIsDrawn_isMade() {
    try (Visit visit = visit().to("#/lookups")) {
      List<Route> held = new CopyOnWriteArrayList<>();
      visit.page().route("**/*ag-grid*.js", held::add);
      visit.containing(".lookup h2 a", "shelf").click();
      visit.button("Describe").click();
      visit.the("#lookup-description").fill("What stands upright");
      visit.button("Save").click();
      assertThat(visit.the("dialog")).hasCount(0);
      assertThat(visit.the(".open-text")).hasText("What stands upright");
      assertThat(held).isNotEmpty();
      held.forEach(Route::resume);
      assertThat(visit.the(".sheet .ag-row").first()).isVisible();
    }
  }

  private static void note(List<String> traffic, Request request, String sign) {
    if (request.url().contains("/options/")) {
      traffic.add(sign);
    }
  }
}
