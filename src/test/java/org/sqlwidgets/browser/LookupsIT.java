package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.TestServer;

/** The options editor: what a person types is in the dropdown, and can be taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupsIT {
  private static final List<String> LISTS =
      List.of("shelf", "store", "drawer", "box", "crate", "chest", "trunk");

  private Chromium chromium;
  private TestServer server;

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    chromium = Chromium.start();
    DeskFolder desk = DeskFolder.in(empty);
    for (String name : LISTS) {
      desk.write("desk_" + name + ".sql", using(name));
    }
    server = TestServer.start(Map.of("sql-widgets.directory", empty.toString()));
    for (String name : LISTS) {
      lookup(name);
    }
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  private static String using(String lookup) {
    return """
    -- ---
    -- params: [{ paramName: chosen, label: Chosen, lookup: %s }]
    -- ---
    SELECT CAST(:chosen AS text) AS chosen
    """
        .formatted(lookup);
  }

  private void lookup(String name) {
    send("/lookups", "{\"name\":\"%s\"}".formatted(name));
    option(name, "oak", "Oak");
    option(name, "elm", "Elm");
    option(name, "ash", "Ash");
  }

  private void option(String lookup, String value, String label) {
    send(
        "/lookups/" + lookup + "/options",
        "{\"value\":\"%s\",\"label\":\"%s\"}".formatted(value, label));
  }

  private void send(String path, String json) {
    assertThat(server.post(path, json).status()).as(path).isEqualTo(200);
  }

  private Visit visit() {
    return Visit.of(chromium, server.port(), ColorScheme.LIGHT);
  }

  private static Locator cell(Visit visit, int row, String column) {
    return visit.the(".sheet .ag-row[row-index='" + row + "'] [col-id='" + column + "']");
  }

  private static void type(Visit visit, int row, String column, String text) {
    begin(visit, row, column, text);
    visit.page().keyboard().press("Enter");
  }

  private static void begin(Visit visit, int row, String column, String text) {
    cell(visit, row, column).dblclick();
    assertThat(cell(visit, row, column).locator("input")).isFocused();
    visit.page().keyboard().press("Control+A");
    visit.page().keyboard().type(text);
  }

  private static Locator options(Visit visit) {
    visit.param("chosen").locator("button.choice").click();
    return visit.param("chosen").locator("[role=option]");
  }

  @Test
  void editedOption_isInTheDropdown_untilItIsTakenBack() {
    try (Visit editor = visit().to("#/lookup/shelf");
        Visit widget = visit().open("desk_shelf")) {
      assertThat(options(widget)).hasText(new String[] {"Oak", "Elm", "Ash"});

      type(editor, 1, "label", "Wych elm");
      assertThat(editor.the(".actions .reply-state")).hasText("All changes are saved");
      assertThat(editor.the(".undo")).containsText("Undo: ");
      assertThat(editor.the(".changes tbody tr").first()).containsText("label");
      widget.open("desk_shelf");
      widget.page().reload();
      assertThat(options(widget)).hasText(new String[] {"Oak", "Wych elm", "Ash"});

      editor.the(".undo").click();
      assertThat(cell(editor, 1, "label")).hasText("Elm");
      widget.page().reload();
      assertThat(options(widget)).hasText(new String[] {"Oak", "Elm", "Ash"});
    }
  }

  @Test
  void keyboard_addsMovesTurnsOffAndDeletes() {
    try (Visit visit = visit().to("#/lookup/store")) {
      Keyboard keyboard = visit.page().keyboard();
      assertThat(cell(visit, 0, "value")).isVisible();
      visit.button("Add option").focus();
      keyboard.press("Enter");
      assertThat(visit.the(".sheet .ag-cell-inline-editing input")).isFocused();
      keyboard.type("fir");
      keyboard.press("Tab");
      keyboard.type("Fir");
      keyboard.press("Enter");
      assertThat(cell(visit, 3, "value")).hasText("fir");
      assertThat(cell(visit, 3, "label")).hasText("Fir");
      assertThat(cell(visit, 4, "value")).isFocused();

      keyboard.press("ArrowUp");
      assertThat(cell(visit, 3, "value")).isFocused();
      keyboard.press("Alt+ArrowUp");
      assertThat(cell(visit, 2, "value")).hasText("fir");
      assertThat(cell(visit, 2, "value")).isFocused();
      keyboard.press("Alt+ArrowUp");
      assertThat(cell(visit, 1, "value")).hasText("fir");
      assertThat(visit.the(".actions .reply-state")).hasText("All changes are saved");
      assertThat(cell(visit, 1, "value")).isFocused();

      Locator offered = cell(visit, 1, "enabled").locator("input");
      assertThat(offered).isChecked();
      cell(visit, 1, "enabled").focus();
      keyboard.press("Space");
      assertThat(offered).not().isChecked();
      assertThat(visit.the(".lookup-note").first()).containsText("1 of them not offered");

      cell(visit, 1, "remove").focus();
      keyboard.press("Enter");
      assertThat(visit.containing(".sheet .ag-cell", "fir")).hasCount(0);
      assertThat(visit.the(".lookup-note").first()).containsText("3 options");
    }
  }

  @Test
  void refusedValue_isMarkedInItsCell_andKeepsWhatWasTyped() {
    try (Visit visit = visit().to("#/lookup/drawer")) {
      type(visit, 1, "value", "oak");
      assertThat(visit.the(".callout.bad")).containsText("there is an option \"oak\" already");
      assertThat(cell(visit, 1, "value")).hasClass(Pattern.compile("invalid"));
      assertThat(cell(visit, 1, "value")).hasText("oak");
      assertThat(visit.the(".actions .reply-state")).hasText("Not saved");
      visit.button("Dismiss").click();
      assertThat(cell(visit, 1, "value")).hasText("elm");
      assertThat(cell(visit, 1, "value")).not().hasClass(Pattern.compile("invalid"));
    }
  }

  @Test
  void csv_goesOut_comesIn_orIsRefusedWithLineAndColumn() throws IOException {
    try (Visit visit = visit().to("#/lookup/box")) {
      Download file = visit.page().waitForDownload(() -> visit.button("Export CSV").click());
      assertThat(file.suggestedFilename()).isEqualTo("box.csv");
      String text = Files.readString(file.path());
      assertThat(text).contains("oak").contains("Elm");

      upload(visit, "value,label\r\noak,Oak\r\n,Nothing\r\noak,Again\r\n");
      assertThat(visit.the(".callout.bad"))
          .containsText("was not imported, and nothing was changed");
      assertThat(visit.the(".flaws li").first())
          .containsText(Pattern.compile("^line 3, column \\d+: the value is empty"));
      assertThat(visit.the(".flaws li")).hasCount(2);
      assertThat(cell(visit, 1, "value")).hasText("elm");

      upload(visit, "value,label\r\nz,Z\u00fcrich\r\n".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(visit.containing(".flaws li", "0xFC is not UTF-8")).isVisible();
      assertThat(cell(visit, 1, "value")).hasText("elm");

      upload(visit, "value\r\n" + "oak\r\n".repeat(300));
      assertThat(visit.the(".flaws li")).hasCount(299);
      assertThat(visit.button("Dismiss")).isInViewport();
      assertThat(cell(visit, 1, "value")).isInViewport();

      upload(visit, "value,label\r\npine,Pine\r\n");
      assertThat(cell(visit, 0, "value")).hasText("pine");
      assertThat(visit.the(".callout.bad")).hasCount(0);
      visit.the(".undo").click();
      assertThat(cell(visit, 1, "value")).hasText("elm");
    }
  }

  private static void upload(Visit visit, String csv) {
    upload(visit, csv.getBytes(StandardCharsets.UTF_8));
  }

  private static void upload(Visit visit, byte[] csv) {
    visit
        .the(".tools input[type=file]")
        .setInputFiles(new FilePayload("trees.csv", "text/csv", csv));
  }

  @Test
  void somebodyElsesChange_isShown_insteadOfBeingOverwritten() {
    try (Visit visit = visit().to("#/lookup/crate")) {
      assertThat(cell(visit, 1, "label")).hasText("Elm");
      AtomicInteger requests = new AtomicInteger();
      visit.page().route("**/lookups/crate", route -> holdUpFirst(route, requests));
      visit.page().waitForRequest("**/lookups/crate", () -> option("crate", "yew", "Yew"));
      type(visit, 1, "label", "Mine");
      assertThat(visit.the(".callout.warn")).containsText("Somebody else has changed this lookup");
      assertThat(visit.the(".callout.warn")).containsText("Mine");
      assertThat(cell(visit, 1, "label")).hasText("Elm");
      assertThat(cell(visit, 3, "label")).hasText("Yew");
    }
  }

  @Test
  void cellThatSomebodyElseChanged_whileOneTyped_isNotOverwritten() {
    try (Visit mine = visit().to("#/lookup/chest");
        Visit theirs = visit().to("#/lookup/chest")) {
      begin(mine, 1, "label", "Mine");
      type(theirs, 1, "label", "Theirs");
      assertThat(mine.the(".changes tbody tr").first()).containsText("label");
      mine.page().keyboard().press("Enter");
      assertThat(mine.the(".callout.warn")).containsText("Somebody else has changed this lookup");
      assertThat(mine.the(".callout.warn")).containsText("Label: Mine");
      assertThat(cell(mine, 1, "label")).hasText("Theirs");
      mine.button("Dismiss").click();

      type(mine, 1, "label", "Mine");
      assertThat(cell(theirs, 1, "label")).hasText("Mine");

      begin(mine, 2, "label", "Lost");
      cell(theirs, 2, "remove").locator("button").click();
      assertThat(mine.the(".callout.warn")).containsText("Label: Lost");
      assertThat(mine.the(".actions .reply-state")).hasText("Not saved");
    }
  }

  @Test
  void textThatCouldNotBeSaved_isTold_eachOfSeveral() {
    try (Visit visit =
        visit().expecting("Failed to load resource: net::ERR_FAILED").to("#/lookup/trunk")) {
      List<Route> held = new CopyOnWriteArrayList<>();
      visit.page().route("**/lookups/trunk/options/*", held::add);
      type(visit, 0, "label", "First");
      visit.page().waitForCondition(() -> !held.isEmpty());
      type(visit, 1, "label", "Second");
      option("trunk", "yew", "Yew");
      visit.page().unroute("**/lookups/trunk/options/*");
      held.forEach(Route::resume);
      assertThat(visit.containing(".callout.warn li", "Label: Second")).isVisible();
      assertThat(visit.containing(".callout.warn li", "Label: First")).isVisible();
      visit.button("Dismiss").click();

      visit.page().route("**/lookups/trunk/options/*", Route::abort);
      type(visit, 2, "label", "Third");
      assertThat(visit.the(".callout.bad")).containsText("The server does not answer.");
      assertThat(visit.the(".callout.bad")).containsText("Label: Third");
    }
  }

  /** The page follows changes by itself, so that only a slow network lets it fall behind. */
  private static void holdUpFirst(Route route, AtomicInteger requests) {
    if (requests.getAndIncrement() > 0) {
      route.resume();
    }
  }
}
