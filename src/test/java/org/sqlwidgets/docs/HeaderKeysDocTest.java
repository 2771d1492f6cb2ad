package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.widget.ChartKind;
import org.sqlwidgets.widget.ChartPart;
import org.sqlwidgets.widget.ChartSwitch;

/**
 * Every key that the readers of headers and apps ask for is named in the documentation of files.
 */
class HeaderKeysDocTest {
  /** A reader asks for a key by its name, or puts it into a table of shapes. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:(?:fields|grid|keys|app|map|table)\\s*\\.(?:text|texts|bool|integer|duration|map|maps|list|node|oneOf|put)|located|shown|shaped|time)\\((?:fields,"
              + " )?(?:published, )?\\s*\"([a-z]\\w*)\"");

  /** Keys that are asked for to be refused, with what to write instead. */
  private static final Set<String> REFUSED =
      Set.of("endpoint", "wsEndpoint", "fileEndpoint", "dataKey", "extraInfo", "url", "storage");

  /** Inside sparkline.options the keys are those of OpenBB's documentation. */
  private static final String SPARKLINE = "SparklineShapes";

  @Test
  void everyKey_isNamed() throws IOException {
    String pages =
        Page.all().stream()
            .map(Page::path)
            .filter(path -> path.toString().matches("docs/(widget-file|types/.*)\\.md"))
            .map(HeaderKeysDocTest::text)
            .collect(Collectors.joining());
    assertThat(keys().filter(key -> !isNamed(key, pages)).toList()).isEmpty();
  }

  @Test
  void everyWordOfAShortFigure_isNamed() {
    String page = text(Path.of("docs/types/chart.md"));
    Stream<String> words =
        Stream.of(
                Arrays.stream(ChartKind.values()).map(ChartKind::word),
                Arrays.stream(ChartPart.values()).map(ChartPart::word),
                Arrays.stream(ChartSwitch.values()).map(ChartSwitch::word))
            .flatMap(all -> all);
    assertThat(words.filter(word -> !page.contains("`" + word + "`"))).isEmpty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void keys_areFound() throws IOException {
    assertThat(keys())
        .hasSizeGreaterThan(90)
        .contains(
            "name",
            "formerIds",
            "refetchInterval",
            "sqlType",
            "decimalPlaces",
            "xLabel",
            "multiSelect");
  }

  /** In code: alone, or among others. */
  private static boolean isNamed(String key, String page) {
    return Pattern.compile(
            "(?m)^[^`\\n]*(?:`[^`\\n]*`[^`\\n]*)*`[^`\\n]*\\b" + key + "\\b[^`\\n]*`")
        .matcher(page)
        .find();
  }

  private static Stream<String> keys() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path source : sources()) {
      KEY.matcher(Files.readString(source)).results().forEach(key -> keys.add(key.group(1)));
    }
    keys.removeAll(REFUSED);
    return keys.stream();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/sqlwidgets"))) {
      return files
          .filter(file -> file.toString().matches(".*/(definition|apps)/\\w+\\.java"))
          .filter(file -> !file.toString().contains(SPARKLINE))
          .toList();
    }
  }
}
