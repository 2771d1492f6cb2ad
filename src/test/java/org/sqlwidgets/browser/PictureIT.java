package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.TestServer;

/** The pictures of the documentation; {@code -Dpicture=true} puts them into their places. */
class PictureIT {
  private static final Path PLACE = Path.of("docs/images");
  private static final int LARGEST = 200 * 1024;

  @Test
  void picture_showsTheGallery() throws IOException {
    try (Chromium chromium = Chromium.start();
        TestServer server = TestServer.start();
        Visit visit = Visit.of(chromium, server.port(), ColorScheme.DARK, 1180, 900)) {
      visit.open("price_chart?symbols=AAPL%2CAMZN%2CIBM%2CMSFT");
      assertThat(visit.the(".chart .main-svg").first()).isVisible();
      visit.page().mouse().move(5, 400);
      take(visit, "gallery.png");
    }
  }

  @Test
  void picture_showsTheOptionsEditor() throws IOException {
    try (Chromium chromium = Chromium.start();
        TestServer server = TestServer.start();
        Visit visit = Visit.of(chromium, server.port(), ColorScheme.LIGHT, 1400, 800)) {
      server.post(
          "/lookups/regions/options",
          "{\"value\":\"antarctica\",\"label\":\"Antarctica\",\"description\":\"South of 60°\"}");
      visit.to("#/lookup/regions");
      assertThat(visit.the(".sheet .ag-row[row-index='6']")).containsText("Antarctica");
      assertThat(visit.the(".undo")).containsText("Antarctica".toLowerCase(Locale.ROOT));
      assertThat(visit.the(".changes tbody tr")).hasCount(1);
      take(visit, "options.png");
    }
  }

  private static void take(Visit visit, String name) throws IOException {
    Path taken = Path.of("target", name);
    Path place = PLACE.resolve(name);
    visit.page().screenshot(new Page.ScreenshotOptions().setPath(taken));
    assertThat(taken).isNotEmptyFile();
    if ("true".equals(System.getProperty("picture"))) {
      Files.createDirectories(PLACE);
      Files.copy(taken, place, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(place).isNotEmptyFile();
    assertThat(Files.size(place)).isLessThan(LARGEST);
  }
}
