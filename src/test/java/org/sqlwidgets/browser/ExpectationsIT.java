package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.TestServer;

/** Expectations in the gallery: run on demand, shown as met or not met, run again on a change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpectationsIT {
  private Chromium chromium;
  private DeskFolder folder;
  private TestServer server;

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    chromium = Chromium.start();
    folder = new DeskFolder(empty);
    folder.write("desk_expect.sql", file(3));
    folder.write("desk_plain.sql", "SELECT 1 AS a");
    server = TestServer.start(Map.of("sql-widgets.directory", empty.toString()));
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  private static String file(int rows) {
    return """
    -- ---
    -- params: [{ paramName: least, type: number, value: 1 }]
    -- expect:
    --   - rows: %d
    --   - { name: From two on, params: { least: 2 }, rows: 2, unique: n }
    -- ---
    SELECT n FROM (VALUES (1), (2), (3)) AS v(n) WHERE n >= :least
    """
        .formatted(rows);
  }

  private Visit visit() {
    return Visit.of(chromium, server.port(), ColorScheme.LIGHT);
  }

  private static Locator mark(Visit visit) {
    return visit.the("nav a[href='#/widget/desk_expect'] .badge");
  }

  @Test
  void folderWithBrokenFilesOnly_saysSo(@TempDir Path other) throws IOException {
    new DeskFolder(other).write("first_try.sql", "SELEC 1 AS a");
    try (TestServer broken = TestServer.start(Map.of("sql-widgets.directory", other.toString()));
        Visit visit = Visit.of(chromium, broken.port(), ColorScheme.LIGHT).to("")) {
      assertThat(visit.the(".welcome h2")).hasText("No file gives a widget yet");
      visit.the(".welcome a").click();
      assertThat(visit.the(".line.marked.error")).containsText("SELEC 1 AS a");
    }
  }

  @Test
  void expectations_runWhenTheirPanelIsOpened_andAgainAfterAChange() throws IOException {
    try (Visit visit = visit().open("desk_expect")) {
      assertThat(mark(visit)).hasCount(0);
      visit.the("#tab-expect").click();
      assertThat(visit.the(".expectations-state strong")).hasText("✓ 2 met");
      assertThat(mark(visit)).hasText("✓ met");
      Locator second = visit.the(".expectation").nth(1);
      assertThat(second.locator("h2")).hasText("From two on");
      assertThat(second).containsText("least = 2");
      assertThat(second).containsText(Pattern.compile("2 rows · [\\d.]+ ms"));
      assertThat(second.locator(".check.met"))
          .containsText(new String[] {"exactly 2 rows", "no two rows with the same \"n\""});

      folder.write("desk_expect.sql", file(4));
      assertThat(visit.the(".expectations-state strong")).hasText("✗ 1 of 2 not met");
      assertThat(visit.the(".expectation.missed .check.missed"))
          .containsText("expected exactly 4 rows, found 3");
      assertThat(mark(visit)).hasText("✗ 1 not met");
      assertThat(visit.the(".expectation.missed .verdict")).containsText("not met");

      folder.write("desk_expect.sql", file(3));
      assertThat(mark(visit)).hasText("✓ met");
    }
  }

  @Test
  void button_runsThemAll() {
    try (Visit visit = visit().to("")) {
      visit.button("Run 2 expectations").click();
      assertThat(visit.the(".overview .reply-state")).containsText(Pattern.compile("met"));
      assertThat(mark(visit)).isVisible();
      visit.the("nav a[href='#/widget/desk_expect']").click();
      visit.drawn();
      visit.the("#tab-expect").click();
      visit.button("Run again").click();
      assertThat(visit.button("Run again")).isEnabled();
      assertThat(visit.the(".expectation")).hasCount(2);
    }
  }

  @Test
  void widgetWithout_saysHowToExpectSomething() {
    try (Visit visit = visit().open("desk_plain")) {
      visit.the("#tab-expect").click();
      assertThat(visit.the("#tab-body .note")).containsText("expects nothing of the rows yet");
      assertThat(visit.the("#tab-body .code")).containsText("-- expect:");
    }
  }
}
