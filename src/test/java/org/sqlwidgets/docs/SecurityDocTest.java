package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test that docs/security.md names is there. */
class SecurityDocTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");

  @Test
  void namedTests_exist() throws IOException {
    List<MatchResult> named =
        NAMED.matcher(Files.readString(Path.of("docs/security.md"))).results().toList();
    assertThat(named).hasSizeGreaterThan(15);
    for (MatchResult one : named) {
      assertThat(source(one.group(1)))
          .as(one.group())
          .containsPattern("(void|Stream<DynamicTest>) " + one.group(2) + "\\(");
    }
  }

  private static String source(String type) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().equals(type + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("there is no test class " + type));
      return Files.readString(file);
    }
  }
}
