package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.TestServer;

/** Each control of a param: what it shows, what it sends, and that the address keeps it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlsIT {
  private Chromium chromium;
  private TestServer server;

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    chromium = Chromium.start();
    DeskFolder.in(empty);
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
    return Visit.of(chromium, server.port(), ColorScheme.LIGHT, 1600, 1000).open("desk_controls");
  }

  private static Locator cell(Visit visit, String column) {
    return visit.the(".ag-row[row-index='0'] [col-id='" + column + "']");
  }

  @Test
  void text_isSent_whenTypingStops() {
    try (Visit visit = visit()) {
      assertThat(cell(visit, "word")).hasText("hello");
      visit.param("word").locator("input").fill("goodbye & more");
      assertThat(cell(visit, "word")).hasText("goodbye & more");
      assertThat(visit.hash()).contains("word=goodbye+%26+more");
    }
  }

  @Test
  void number_isANumberField() {
    try (Visit visit = visit()) {
      assertThat(visit.param("number").locator("input[type=number]")).hasValue("3");
      visit.param("number").locator("input").fill("12");
      assertThat(cell(visit, "number")).hasText("12");
    }
  }

  @Test
  void date_isADatePicker_withTheDayThatTheExpressionMeans() {
    try (Visit visit = visit()) {
      Locator input = visit.param("day").locator("input[type=date]");
      assertThat(input)
          .hasValue(
              java.util.regex.Pattern.compile(
                  LocalDate.now().minusDays(1) + "|" + LocalDate.now().minusDays(2)));
      input.fill("2024-02-29");
      assertThat(cell(visit, "day")).hasText("2024-02-29");
      assertThat(visit.hash()).contains("day=2024-02-29");
    }
  }

  /** A browser takes the first digit of a year for a year of its own. */
  @Test
  void date_isNotSent_beforeItsYearIsTyped() {
    try (Visit visit = visit()) {
      List<String> sent = new CopyOnWriteArrayList<>();
      visit.page().onRequest(request -> sent.add(request.url()));
      visit.param("day").locator("input").focus();
      visit.page().keyboard().type("01012024", new Keyboard.TypeOptions().setDelay(200));
      assertThat(cell(visit, "day")).hasText("2024-01-01");
      assertThat(sent).noneMatch(url -> url.contains("day=0"));
    }
  }

  @Test
  void toggle_isASwitch() {
    try (Visit visit = visit()) {
      Locator toggle = visit.param("flag").locator("[role=switch]");
      assertThat(toggle).hasAttribute("aria-checked", "true");
      toggle.click();
      assertThat(toggle).hasAttribute("aria-checked", "false");
      assertThat(cell(visit, "flag")).hasText("false");
    }
  }

  @Test
  void tabs_areRadioButtons() {
    try (Visit visit = visit()) {
      assertThat(visit.param("side").locator("input:checked + span")).hasText("Left");
      visit.param("side").locator("input").nth(1).check();
      assertThat(cell(visit, "side")).hasText("right");
    }
  }

  @Test
  void dropdown_isSearched_chosenAndCleared() {
    try (Visit visit = visit()) {
      Locator colour = visit.param("colour");
      assertThat(colour.locator("button.choice")).containsText("No value");
      colour.locator("button.choice").click();
      colour.locator("[role=combobox]").fill("gre");
      assertThat(colour.locator("[role=option]")).hasText("Green");
      colour.locator("[role=option]").click();
      assertThat(cell(visit, "colour")).hasText("green");
      assertThat(colour.locator("button.choice")).containsText("Green");
      colour.locator("button.choice").click();
      colour.getByText("Clear").click();
      assertThat(cell(visit, "colour")).hasText("-");
    }
  }

  @Test
  void multiSelect_sendsSeveral() {
    try (Visit visit = visit()) {
      Locator several = visit.param("several");
      assertThat(cell(visit, "several")).hasText("1");
      several.locator("button.choice").click();
      several.locator("[role=option]").nth(1).click();
      several.locator("[role=option]").nth(2).click();
      assertThat(several.locator("[role=option][aria-selected=true]")).hasCount(3);
      several.getByText("Done").click();
      assertThat(several.locator("button.choice")).containsText("A, B, C");
      assertThat(cell(visit, "several")).hasText("3");
      assertThat(visit.hash()).contains("several=a%2Cb%2Cc");
    }
  }

  @Test
  void dependentDropdown_followsItsParent() {
    try (Visit visit = visit()) {
      Locator country = visit.param("country");
      country.locator("button.choice").click();
      assertThat(country.locator("[role=option]")).hasText(new String[] {"Japan", "Nepal"});
      visit.page().keyboard().press("Escape");
      visit.param("continent").locator("button.choice").click();
      visit.param("continent").locator("[role=option]").nth(1).click();
      country.locator("button.choice").click();
      assertThat(country.locator("[role=option]")).hasText(new String[] {"Malta"});
      country.locator("[role=option]").click();
      assertThat(cell(visit, "country")).hasText("Malta");
    }
  }

  @Test
  void sharedAddress_showsTheSameValues() {
    try (Visit visit = Visit.of(chromium, server.port(), ColorScheme.LIGHT, 1600, 1000)) {
      visit.open("desk_controls?word=shared&flag=false&several=b%2Cc&.tab=values");
      assertThat(cell(visit, "word")).hasText("shared");
      assertThat(cell(visit, "flag")).hasText("false");
      assertThat(cell(visit, "several")).hasText("2");
      assertThat(visit.the("#tab-values")).hasAttribute("aria-selected", "true");
      assertThat(visit.the("#tab-body tbody")).containsText("the request");
      assertThat(visit.hash()).contains("word=shared");
    }
  }
}
