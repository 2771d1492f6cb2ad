package org.sqlwidgets.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file is formatted by google-java-format.
 *
 * <p>{@code mvn test -Dtest=FormatTest -Dformat.update=true} formats them; run it again to see it
 * pass. It is a test because the formatter needs the JDK of the toolchain, not Maven's own.
 */
class FormatTest {

  @Test
  void sources_areFormatted() throws Exception {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      String formatted = new Formatter().formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        unformatted.add(file);
        if (Boolean.getBoolean("format.update")) {
          Files.writeString(file, formatted);
        }
      }
    }
    assertThat(unformatted).as("files that are not formatted").isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
