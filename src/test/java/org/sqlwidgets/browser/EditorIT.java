package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.TestServer;

/** The options editor: rows dragged, what is gone brought back, and what each key may do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditorIT {
  private static final String READER = "a-key-that-may-only-read";
  private static final String ADMIN = "a-key-that-may-change-options";

  private Chromium chromium;
  private TestServer server;
  private Path folder;

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    chromium = Chromium.start();
    folder = empty;
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

  private Visit visit(String lookup) {
    send("/lookups", "{\"name\":\"%s\"}".formatted(lookup));
    for (String value : List.of("oak", "elm", "ash")) {
      send("/lookups/" + lookup + "/options", "{\"value\":\"%s\"}".formatted(value));
    }
    Visit visit = Visit.of(chromium, server.port(), ColorScheme.LIGHT).to("#/lookup/" + lookup);
    assertThat(values(visit)).hasText(new String[] {"oak", "elm", "ash", "New option…"});
    return visit;
  }

  private void send(String path, String json) {
    assertThat(server.post(path, json).status()).as(path).isEqualTo(200);
  }

  private static Locator cell(Visit visit, int row, String column) {
    return visit.the(".sheet .ag-row[row-index='" + row + "'] [col-id='" + column + "']");
  }

  private static Locator values(Visit visit) {
    return visit.the(".sheet .ag-row [col-id='value']");
  }

  private static void saved(Visit visit) {
    assertThat(visit.the(".actions .reply-state")).hasText("All changes are saved");
  }

  @Test
  void draggedRow_standsWhereItWasDropped_andGoesBackByUndo() {
    try (Visit visit = visit("drag")) {
      BoundingBox from = cell(visit, 0, "handle").locator(".ag-row-drag").boundingBox();
      BoundingBox onto = cell(visit, 2, "value").boundingBox();
      Mouse mouse = visit.page().mouse();
      mouse.move(from.x + 5, from.y + 5);
      mouse.down();
      mouse.move(from.x + 15, from.y + 25, new Mouse.MoveOptions().setSteps(5));
      mouse.move(onto.x + 20, onto.y + onto.height - 4, new Mouse.MoveOptions().setSteps(10));
      mouse.up();
      assertThat(values(visit)).hasText(new String[] {"elm", "ash", "oak", "New option…"});
      saved(visit);
      visit.page().reload();
      assertThat(values(visit)).hasText(new String[] {"elm", "ash", "oak", "New option…"});
      visit.the(".undo").click();
      assertThat(values(visit)).hasText(new String[] {"oak", "elm", "ash", "New option…"});
    }
  }

  @Test
  void deletedOption_comesBackByUndo_whereItStood() {
    try (Visit visit = visit("deleted")) {
      cell(visit, 1, "remove").locator("button").click();
      assertThat(values(visit)).hasText(new String[] {"oak", "ash", "New option…"});
      assertThat(visit.the(".undo")).isEnabled();
      visit.the(".undo").click();
      assertThat(values(visit)).hasText(new String[] {"oak", "elm", "ash", "New option…"});
      assertThat(visit.the(".changes tbody tr.undone")).containsText("taken back");
    }
  }

  @Test
  void optionNoLongerOffered_isOfferedAgain_byControlZ() {
    try (Visit visit = visit("offered")) {
      Locator offered = cell(visit, 1, "enabled").locator("input");
      offered.click();
      assertThat(offered).not().isChecked();
      saved(visit);
      assertThat(visit.the(".undo")).isEnabled();
      cell(visit, 1, "value").click();
      visit.page().keyboard().press("Control+z");
      assertThat(offered).isChecked();
      assertThat(visit.the(".lookup-note").first()).not().containsText("not offered");
    }
  }

  @Test
  void deletedLookup_comesBackWithItsOptions() {
    try (Visit visit = visit("cellar").expecting("Failed to load resource")) {
      visit.button("Delete").click();
      visit.the("#lookup-name").fill("cellar");
      visit.the("dialog button.primary").click();
      assertThat(visit.the("main h1")).hasText("Lookups");
      visit.to("#/lookup/cellar");
      assertThat(visit.the("main h1")).hasText("There is no lookup \"cellar\"");
      visit.the(".welcome button").click();
      assertThat(values(visit)).hasText(new String[] {"oak", "elm", "ash", "New option…"});
    }
  }

  private TestServer locked() {
    return TestServer.start(
        Map.of(
            "sql-widgets.directory",
            folder.toString(),
            "sql-widgets.api-keys",
            READER,
            "sql-widgets.keys",
            List.of(Map.of("name", "operations", "key", ADMIN, "role", "admin"))));
  }

  private Visit visit(TestServer locked, String key) {
    Visit visit = Visit.of(chromium, locked.port(), ColorScheme.LIGHT);
    visit.page().navigate("http://127.0.0.1:" + locked.port() + "/#/lookup/regions");
    visit.the("#api-key").fill(key);
    visit.button("Use this key").click();
    return visit;
  }

  @Test
  void keyThatMayOnlyRead_seesTheOptions_andWhyNothingCanBeChanged() {
    try (TestServer locked = locked();
        Visit visit = visit(locked, READER)) {
      assertThat(visit.the(".callout.wait")).containsText("your key may read only");
      assertThat(cell(visit, 0, "value")).isVisible();
      assertThat(visit.button("Add option")).hasCount(0);
      cell(visit, 0, "label").dblclick();
      assertThat(visit.the(".ag-cell-inline-editing")).hasCount(0);
      assertThat(cell(visit, 0, "enabled").locator("input")).isDisabled();
      visit.the("#lookups-link").click();
      assertThat(visit.the(".callout.wait")).containsText("your key may read only");
      assertThat(visit.button("New lookup")).hasCount(0);
    }
  }

  @Test
  void keyOfAnAdmin_changesOptions_andItsNameIsInTheRecord() {
    try (TestServer locked = locked();
        Visit visit = visit(locked, ADMIN)) {
      assertThat(cell(visit, 0, "label")).isVisible();
      assertThat(visit.the(".callout.wait")).hasCount(0);
      cell(visit, 0, "label").dblclick();
      assertThat(cell(visit, 0, "label").locator("input")).isFocused();
      visit.page().keyboard().press("Control+A");
      visit.page().keyboard().type("Both Americas");
      visit.page().keyboard().press("Enter");
      saved(visit);
      assertThat(visit.the(".changes tbody tr").first()).containsText("key operations");
      assertThat(visit.the(".changes tbody tr").first()).containsText("label");
      visit.the("#lookups-link").click();
      assertThat(visit.button("New lookup")).isVisible();
    }
  }
}
