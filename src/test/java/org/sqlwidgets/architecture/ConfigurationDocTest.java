package org.sqlwidgets.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting of ours has its row in docs/configuration.md. */
class ConfigurationDocTest {
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void everySetting_hasARow_withItsEnvironmentVariable() throws Exception {
    String table = Files.readString(Path.of("docs/configuration.md"));
    List<String> missing =
        settings()
            .map(key -> "| `%s` | `%s` | ".formatted(key, variable(key)))
            .filter(row -> !table.contains(row))
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void settings_areFound() throws Exception {
    assertThat(settings()).contains("sql-widgets.api-keys", "sql-widgets.cors.allowed-origins");
  }

  private static Stream<String> settings() throws IOException, ClassNotFoundException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.startsWith("org/sqlwidgets/") && file.endsWith(".class"))
          .filter(file -> !file.contains("$"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .toList()
          .stream()
          .map(ConfigurationDocTest::load)
          .filter(
              type -> type.isRecord() && type.isAnnotationPresent(ConfigurationProperties.class))
          .flatMap(ConfigurationDocTest::keys);
    }
  }

  private static Stream<String> keys(Class<?> settings) {
    String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
    return Arrays.stream(settings.getRecordComponents())
        .filter(part -> !part.getType().isAnnotationPresent(ConfigurationProperties.class))
        .map(part -> prefix + "." + NameUtils.hyphenate(part.getName(), true));
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ConfigurationDocTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
