package org.sqlwidgets.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.TestServer;

/** The picture of the README; {@code -Dpicture=true} puts it into its place. */
class PictureIT {
  private static final Path PLACE = Path.of("docs/images/gallery.png");
  private static final int LARGEST = 200 * 1024;

  @Test
  void picture_showsTheGallery() throws IOException {
    Path taken = Path.of("target/gallery.png");
    try (Chromium chromium = Chromium.start();
        TestServer server = TestServer.start();
        Visit visit = Visit.of(chromium, server.port(), ColorScheme.DARK, 1180, 900)) {
      visit.open("price_chart?symbols=AAPL%2CAMZN%2CIBM%2CMSFT");
      assertThat(visit.the(".chart .main-svg").first()).isVisible();
      visit.page().mouse().move(5, 400);
      visit.page().screenshot(new Page.ScreenshotOptions().setPath(taken));
    }
    assertThat(taken).isNotEmptyFile();
    if ("true".equals(System.getProperty("picture"))) {
      Files.createDirectories(PLACE.getParent());
      Files.copy(taken, PLACE, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(PLACE).isNotEmptyFile();
    assertThat(Files.size(PLACE)).isLessThan(LARGEST);
  }
}
