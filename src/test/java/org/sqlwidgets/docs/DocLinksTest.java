package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every link between the pages leads somewhere. */
class DocLinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @TestFactory
  Stream<DynamicTest> links_lead_toAFileAndAHeading() {
    return Page.all().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.path().toString(), () -> assertThat(broken(page)).isEmpty()));
  }

  @Test
  void links_areFound() {
    assertThat(links(Page.read(Path.of("README.md")))).contains("docs/widget-file.md", "LICENSE");
  }

  private static List<String> broken(Page page) {
    return links(page).filter(link -> !leads(page, link)).toList();
  }

  private static Stream<String> links(Page page) {
    return LINK.matcher(page.text()).results().map(link -> link.group(1));
  }

  private static boolean leads(Page page, String link) {
    URI uri = URI.create(link);
    if (uri.getScheme() != null) {
      return uri.getScheme().startsWith("http");
    }
    Path folder = page.path().toAbsolutePath().getParent();
    Path target = uri.getPath().isEmpty() ? page.path() : folder.resolve(uri.getPath()).normalize();
    return Files.exists(target)
        && (uri.getFragment() == null || Page.read(target).anchors().contains(uri.getFragment()));
  }
}
