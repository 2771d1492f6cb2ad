package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.testing.TestServer;

/** The gallery for everybody: by keyboard, by screen reader, on a phone, with a key, offline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachIT {
  private Chromium chromium;
  private TestServer server;
  private Path folder;

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    chromium = Chromium.start();
    folder = empty;
    DeskFolder desk = DeskFolder.in(empty);
    desk.write("desk_broken.sql", "SELECT 1 AS a\nFROM nowhere\n");
    desk.write(
        "desk_long.sql",
        "-- ---\n-- description: %s\n-- ---\nSELECT repeat('long ', 900) AS a, 1 AS b"
            .formatted("AnEndlessWord".repeat(40)));
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

  private Visit visit(ColorScheme scheme) {
    return Visit.of(chromium, server.port(), scheme);
  }

  /** Every kind of page, and the element by which one sees that it is there. */
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          entry("", ".card"),
          entry("#/problems", ".problem-file"),
          entry("#/lookups", ".lookup"),
          entry("#/lookup/regions", ".sheet .ag-row"),
          entry("#/lookup/agency_accounts", ".live-options tbody tr"),
          entry("#/widget/desk_controls?.tab=values", ".ag-row"),
          entry("#/widget/desk_table?.tab=sql", ".ag-row"),
          entry("#/widget/desk_broken", "main h1"),
          entry("#/widget/desk_required", "main h1"),
          entry("#/widget/none", "main h1"),
          entry("#/widget/latest_prices?.tab=timing", ".metric"),
          entry("#/widget/price_history?.tab=expect", ".ag-row"),
          entry("#/widget/month_in_words?.tab=curl", ".prose"),
          entry("#/widget/price_chart", ".chart .main-svg"),
          entry("#/widget/unemployed_over_time?.tab=json", ".vega svg"),
          entry("#/widget/receipts_mix?.tab=spec", ".plain-rows .ag-row"),
          entry("#/widget/live_prices", ".ag-row"),
          entry("#/widget/all_prices", ".ag-row"),
          entry("#/widget/price_sheet", ".picture"),
          entry("#/widget/price_files", ".picture"),
          entry("#/widget/unemployment_in_bars", "iframe.page"),
          entry("#/widget/two_hundred_countries", ".picture a"),
          entry("#/widget/moves_as_news", ".news-item"),
          entry("#/widget/ask_for_countries", ".omni form"),
          entry("#/widget/option_list", "fieldset.form"));

  private static Stream<Arguments> pages() {
    return PAGES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(page -> Arguments.of(page.getKey(), page.getValue()));
  }

  /** The page follows the system's colours, so that one visit shows both. */
  @ParameterizedTest(name = "/{0}")
  @MethodSource("pages")
  void page_hasNoSeriousFindings_inDarkAndLight(String page, String sign) {
    try (Visit visit = visit(ColorScheme.DARK).to(page)) {
      visit.the(sign).first().waitFor();
      assertThat(Findings.of(visit.page())).as("dark").isEmpty();
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      visit.the(sign).first().waitFor();
      assertThat(Findings.of(visit.page())).as("light").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"DARK", "LIGHT"})
  void openDropdown_hasNoSeriousFindings(ColorScheme scheme) {
    try (Visit visit = visit(scheme).open("desk_controls")) {
      visit.param("several").locator("button.choice").click();
      visit.param("several").locator("[role=option]").first().waitFor();
      assertThat(Findings.of(visit.page())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"DARK", "LIGHT"})
  void openDialog_hasNoSeriousFindings(ColorScheme scheme) {
    try (Visit visit = visit(scheme).to("#/lookups")) {
      visit.button("New lookup").click();
      visit.the("#lookup-name").waitFor();
      assertThat(Findings.of(visit.page())).isEmpty();
    }
  }

  @Test
  void keyboard_reachesAWidget_itsDropdownAndItsTabs() {
    try (Visit visit = visit(ColorScheme.DARK).to("")) {
      Keyboard keyboard = visit.page().keyboard();
      keyboard.press("/");
      assertThat(visit.the("#search")).isFocused();
      keyboard.type("all controls");
      keyboard.press("ArrowDown");
      assertThat(visit.the("nav .entry")).isFocused();
      keyboard.press("Enter");
      visit.drawn();
      assertThat(visit.the("main h1")).hasText("All controls");
      Locator choice = visit.param("colour").locator("button.choice");
      choice.focus();
      keyboard.press("ArrowDown");
      keyboard.press("ArrowDown");
      keyboard.press("Enter");
      assertThat(choice).containsText("Green");
      assertThat(choice).isFocused();
      keyboard.press("Enter");
      keyboard.press("Escape");
      assertThat(visit.the(".popup")).hasCount(0);
      assertThat(choice).isFocused();
      visit.the("#tab-sql").focus();
      keyboard.press("ArrowRight");
      assertThat(visit.the("#tab-json")).isFocused();
      assertThat(visit.the("#tab-json")).hasAttribute("aria-selected", "true");
      keyboard.press("End");
      assertThat(visit.the("#tab-spec")).isFocused();
    }
  }

  @Test
  void focus_isSeen() {
    try (Visit visit = visit(ColorScheme.LIGHT).to("")) {
      visit.page().keyboard().press("Tab");
      assertThat(visit.the(".skip")).isFocused();
      assertThat(visit.the(".skip")).isInViewport();
      visit.page().keyboard().press("Tab");
      Object outline =
          visit.page().evaluate("getComputedStyle(document.activeElement).outlineStyle");
      assertThat(outline).isEqualTo("solid");
    }
  }

  @Test
  void longText_leavesRoomForTheNextColumn() {
    try (Visit visit = visit(ColorScheme.LIGHT).open("desk_long")) {
      assertThat(visit.the(".ag-cell[col-id=b]")).isInViewport();
    }
  }

  @Test
  void themeButton_goesFromSystemToDarkToLight() {
    try (Visit visit = visit(ColorScheme.LIGHT).open("price_chart")) {
      Locator html = visit.the("html");
      assertThat(html).hasAttribute("data-theme", "light");
      visit.the("#theme").click();
      assertThat(html).hasAttribute("data-theme", "dark");
      visit.drawn();
      assertThat(visit.the("body")).hasCSS("background-color", "rgb(13, 14, 17)");
      visit.page().reload();
      assertThat(html).hasAttribute("data-theme", "dark");
    }
  }

  @Test
  void narrowScreen_needsNoScrollingSideways_andHasTheListBehindAButton() {
    try (Visit visit = Visit.of(chromium, server.port(), ColorScheme.DARK, 390, 800)) {
      for (String page :
          List.of(
              "",
              "#/problems",
              "#/lookups",
              "#/lookup/regions",
              "#/lookup/agency_accounts",
              "#/widget/desk_controls",
              "#/widget/latest_prices",
              "#/widget/desk_long",
              "#/widget/price_history?.tab=expect")) {
        visit.to(page);
        visit.the("main h1").waitFor();
        Object tooWide =
            visit
                .page()
                .evaluate(
                    "[document.documentElement, document.querySelector('main')]"
                        + ".map(e => e.scrollWidth - e.clientWidth).join()");
        assertThat(tooWide).as(page).isEqualTo("0,0");
      }
      visit.to("#/lookups");
      assertThat(visit.the(".lookup h2").first().boundingBox().height).isLessThan(50);
      assertThat(visit.the("#search")).isHidden();
      visit.the("#menu").click();
      assertThat(visit.the("#search")).isVisible();
      visit.the("nav .entry").first().click();
      assertThat(visit.the("#search")).isHidden();
    }
  }

  @Test
  void key_isAskedFor_andStaysInTheTab() {
    try (TestServer locked =
            TestServer.start(
                Map.of(
                    "sql-widgets.directory",
                    folder.toString(),
                    "sql-widgets.api-keys",
                    "a-key-of-the-test"));
        Visit visit = Visit.of(chromium, locked.port(), ColorScheme.DARK)) {
      visit.page().navigate("http://127.0.0.1:" + locked.port() + "/");
      visit.the("#api-key").fill("not-the-right-one");
      visit.page().keyboard().press("Enter");
      assertThat(visit.the("#api-key-note")).containsText("does not know this key");
      visit.the("#api-key").fill("a-key-of-the-test");
      visit.button("Use this key").click();
      visit.the(".card").first().waitFor();
      visit.open("latest_prices");
      assertThat(visit.the(".metric").first()).isVisible();
      visit.the("#tab-curl").click();
      assertThat(visit.the("#tab-body .code").first()).containsText("X-API-KEY: $KEY");
      assertThat(visit.hash()).doesNotContain("a-key");
    }
  }

  /** The other server counts its snapshots from 1, as the first one did. */
  @Test
  void serverGone_isSaid_untilAnotherIsThere_whoseWidgetsAreShown(@TempDir Path other)
      throws IOException {
    new DeskFolder(other).write("after_all.sql", "SELECT 1 AS a");
    TestServer first = TestServer.start(Map.of("sql-widgets.directory", folder.toString()));
    int port = first.port();
    try (Visit visit = Visit.of(chromium, port, ColorScheme.DARK).open("latest_prices")) {
      first.close();
      assertThat(visit.the("#banner")).containsText("does not answer");
      visit.button("Refresh").click();
      assertThat(visit.the(".frame .callout")).hasText("No reply. The server does not answer.");
      try (TestServer second =
          TestServer.start(
              Map.of("sql-widgets.directory", other.toString(), "micronaut.server.port", port))) {
        assertThat(visit.the("#banner")).isHidden();
        assertThat(visit.the("#live")).hasText("Live");
        assertThat(visit.the("nav .entry")).hasText("After All");
        assertThat(second.port()).isEqualTo(port);
      }
    }
  }

  /** A browser opens six connections to a server, for all its tabs together. */
  @Test
  void manyTabs_doNotWaitForEachOther_andFollowChangesAgainOnceTheyAreSeen() throws IOException {
    try (Visit visit = visit(ColorScheme.DARK).to("")) {
      Page last = visit.page();
      for (int i = 0; i < 6; i++) {
        hide(last, true);
        last = visit.page().context().newPage();
        last.navigate(visit.page().url());
        last.locator(".card").first().waitFor();
        last.locator("#live:has-text('Live')").waitFor();
      }
      String late = "nav a[href='#/widget/desk_late']";
      new DeskFolder(folder).write("desk_late.sql", "SELECT 1 AS a");
      last.locator(late).waitFor();
      assertThat(visit.the(late)).hasCount(0);
      hide(visit.page(), false);
      assertThat(visit.the(late)).hasCount(1);
    }
  }

  private static void hide(Page page, boolean hidden) {
    page.evaluate(
        """
        state => {
          Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        hidden ? "hidden" : "visible");
  }

  /** Without HTTPS browsers give no clipboard to pages of another machine. */
  @Test
  void link_isCopied_withoutAClipboardToo() {
    try (Visit visit = visit(ColorScheme.LIGHT)) {
      visit.page().addInitScript("Object.defineProperty(navigator, 'clipboard', {});");
      visit.open("desk_table");
      visit.button("Copy link").click();
      visit.button("Copied").waitFor();
      visit.the("#search").focus();
      visit.page().keyboard().press("Control+v");
      assertThat(visit.the("#search")).hasValue(visit.page().url());
    }
  }

  @Test
  void brokenAddress_isAnswered_andAQuestionMarkIsPartOfAValue() {
    try (Visit visit = visit(ColorScheme.LIGHT).to("#/widget/100%")) {
      assertThat(visit.the("main h1")).hasText("There is no widget \"100%\"");
      visit.open("desk_controls?word=why?now");
      assertThat(visit.param("word").locator("input")).hasValue("why?now");
    }
  }

  @Test
  void cancelledKey_isNotAskedForAgain_untilSomethingIsDone() {
    try (TestServer locked =
            TestServer.start(
                Map.of(
                    "sql-widgets.directory",
                    folder.toString(),
                    "sql-widgets.api-keys",
                    "a-key-of-the-test"));
        Visit visit = Visit.of(chromium, locked.port(), ColorScheme.DARK)) {
      visit.page().navigate("http://127.0.0.1:" + locked.port() + "/");
      visit.the("#api-key").waitFor();
      visit.page().waitForResponse("**/studio/api/events", () -> visit.button("Cancel").click());
      visit.page().waitForResponse("**/studio/api/events", () -> {});
      assertThat(visit.the("dialog")).hasCount(0);
      assertThat(visit.the("#banner")).containsText("key");
      visit.the("#lookups-link").click();
      visit.the("#api-key").fill("a-key-of-the-test");
      visit.button("Use this key").click();
      assertThat(visit.the(".lookup").first()).isVisible();
      assertThat(visit.the("nav .entry").first()).isVisible();
      assertThat(visit.the("#banner")).isHidden();
    }
  }
}
