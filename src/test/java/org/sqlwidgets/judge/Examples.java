package org.sqlwidgets.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The example documents that come with the rules. */
final class Examples {
  private static final Path FOLDER = Path.of("src/test/resources/openbb/examples");

  private Examples() {}

  /** The files of one folder, at least one. */
  static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  static byte[] valid(String name) throws IOException {
    return Files.readAllBytes(FOLDER.resolve("valid").resolve(name));
  }

  static boolean isApps(String name) {
    return name.endsWith(".apps.json");
  }

  /** Judges a file by its name; apps beside the widgets of the store. */
  static List<String> failures(Path file) throws IOException {
    return failures(file.getFileName().toString(), Files.readAllBytes(file));
  }

  static List<String> failures(String name, byte[] json) throws IOException {
    return isApps(name)
        ? OpenbbJudge.failures(json, valid("store.widgets.json"))
        : OpenbbJudge.failures(json);
  }

  static List<String> notes(String name, byte[] json) throws IOException {
    return isApps(name)
        ? OpenbbJudge.notes(json, valid("store.widgets.json"))
        : OpenbbJudge.notes(json);
  }

  /** The rules with which findings begin. */
  static Set<String> rules(List<String> findings) {
    return findings.stream()
        .map(finding -> finding.substring(0, finding.indexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
