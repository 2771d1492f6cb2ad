package org.sqlwidgets.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudioFilesTest {
  private static final Path APP = Path.of("src/main/resources/studio/app");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(APP)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void everyFile_hasAnAddress() throws IOException {
    assertThat(files())
        .filteredOn(file -> !file.endsWith("index.html"))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(StudioFiles.own(APP.relativize(file).toString().replace('\\', '/')))
                    .isPresent());
  }

  @Test
  void everyLibrary_thatThePageLoads_isThere() throws IOException {
    List<String> names =
        Pattern.compile("load\\('([^']+)'\\)")
            .matcher(Files.readString(APP.resolve("library.js")))
            .results()
            .map(result -> result.group(1))
            .toList();

    assertThat(names)
        .hasSizeGreaterThan(5)
        .allSatisfy(name -> assertThat(StudioFiles.library(name)).isPresent());
  }

  @Test
  void everyImport_namesAFile() throws IOException {
    Pattern from = Pattern.compile("from '(\\.[^']+)'");
    for (Path file : files()) {
      if (file.toString().endsWith(".js")) {
        assertThat(from.matcher(Files.readString(file)).results().map(found -> found.group(1)))
            .as(file.toString())
            .allSatisfy(name -> assertThat(file.resolveSibling(name)).exists());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "../lib/ag-grid-community-LICENSE.txt",
        "view/../main.js",
        "/main.js",
        "main.js/",
        "Main.js",
        "view//table.js",
        "none.js",
        "application.yml",
        ""
      })
  void otherPaths_haveNoFile(String path) {
    assertThat(StudioFiles.own(path)).isEmpty();
    assertThat(StudioFiles.library(path)).isEmpty();
  }
}
