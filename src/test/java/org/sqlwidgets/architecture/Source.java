package org.sqlwidgets.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One Java file of the product.
 *
 * @param file its path
 * @param text what is in it
 */
record Source(Path file, String text) {
  private static final Path MAIN = Path.of("src/main/java");

  /** All files of the product. */
  static List<Source> all() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(Source::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path file) {
    try {
      return new Source(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isPackageInfo() {
    return file.endsWith("package-info.java");
  }

  /** The dotted name of the package, by the folder. */
  String packageName() {
    return MAIN.relativize(file.getParent())
        .toString()
        .replace(file.getFileSystem().getSeparator(), ".");
  }
}
