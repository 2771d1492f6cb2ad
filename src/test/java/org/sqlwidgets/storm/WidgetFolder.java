package org.sqlwidgets.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.sqlwidgets.testing.TestServer;

/** The folder of example widgets, copied so that it may be changed. */
final class WidgetFolder {
  private static final Path EXAMPLES = Path.of("sql-widgets");

  private WidgetFolder() {}

  static Path copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(EXAMPLES.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return to;
  }

  /** A server over such a folder, with the example data in H2. */
  static TestServer serve(Path folder) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("sql-widgets.directory", folder.toString());
    settings.put("sql-widgets.example", true);
    settings.put("sql-widgets.actions.enabled", true);
    return TestServer.start(settings);
  }
}
