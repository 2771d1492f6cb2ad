package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    DeskFolder.in(empty).write("desk_broken.sql", "SELECT 1 AS a\nFROM nowhere\n");
    server = TestServer.start(Map.of("sql-widgets.directory", empty.toString()));
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

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"DARK", "LIGHT"})
  void accessibility_hasNoSeriousFindings(ColorScheme scheme) {
    List<String> pages =
        List.of(
            "",
            "#/problems",
            "#/lookups",
            "#/lookup/regions",
            "#/lookup/agency_accounts",
            "#/widget/desk_controls?.tab=values",
            "#/widget/desk_table",
            "#/widget/latest_prices?.tab=timing",
            "#/widget/price_history?.tab=expect",
            "#/widget/month_in_words?.tab=curl",
            "#/widget/unemployed_over_time?.tab=json",
            "#/widget/desk_required",
            "#/widget/none");
    try (Visit visit = visit(scheme)) {
      for (String page : pages) {
        visit.to(page);
        if (page.startsWith("#/widget/") && !page.endsWith("none")) {
          visit.drawn();
        }
        visit.the("main h1").waitFor();
        visit.the(page.equals("#/lookup/regions") ? ".sheet .ag-row" : "main h1").first().waitFor();
        assertThat(findings(visit)).as("%s %s", scheme, page).isEmpty();
      }
      visit.open("desk_controls");
      visit.param("several").locator("button.choice").click();
      visit.param("several").locator("[role=option]").first().waitFor();
      assertThat(findings(visit)).as("%s dropdown", scheme).isEmpty();
    }
  }

  private static List<String> findings(Visit visit) {
    return new AxeBuilder(visit.page())
        .analyze().getViolations().stream()
            .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
            .map(ReachIT::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .limit(5)
            .map(node -> node.getHtml() + node.getFailureSummary())
            .toList();
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

  @Test
  void serverGone_isSaid_untilItIsBack() {
    TestServer first = TestServer.start(Map.of("sql-widgets.directory", folder.toString()));
    int port = first.port();
    try (Visit visit = Visit.of(chromium, port, ColorScheme.DARK).to("")) {
      first.close();
      assertThat(visit.the("#banner")).containsText("does not answer");
      try (TestServer second =
          TestServer.start(
              Map.of("sql-widgets.directory", folder.toString(), "micronaut.server.port", port))) {
        assertThat(visit.the("#banner")).isHidden();
        assertThat(visit.the("#live")).hasText("Live");
        visit.open("latest_prices");
        assertThat(second.port()).isEqualTo(port);
      }
    }
  }
}
