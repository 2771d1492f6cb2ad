package org.sqlwidgets.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.WidgetFiles;

/**
 * One case: a widget file, or a folder of files that are compiled together.
 *
 * @param name the file's stem or the folder's name
 * @param path the file or folder
 * @param files what is compiled, as if its folder were {@code sql-widgets}
 */
record CaseFiles(String name, Path path, List<SourceFile> files) {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final String SHOWN = "sql-widgets/";
  private static final String SQL = ".sql";

  static final Path BROKEN = CASES.resolve("broken");
  static final Path GOOD = CASES.resolve("good");
  static final Path EXAMPLES = Path.of("sql-widgets");

  /** All cases of a folder, by name. */
  static List<CaseFiles> in(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> Files.isDirectory(path) || path.toString().endsWith(SQL))
          .sorted()
          .map(CaseFiles::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseFiles of(Path path) {
    String name = path.getFileName().toString();
    return Files.isDirectory(path)
        ? new CaseFiles(name, path, tree(path))
        : new CaseFiles(stem(name), path, List.of(single(path, name)));
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - SQL.length());
  }

  private static SourceFile single(Path path, String name) {
    try {
      return new SourceFile(name, SHOWN + name, SourceFile.Kind.WIDGET, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of a folder of widgets. */
  static List<SourceFile> tree(Path folder) {
    try {
      WidgetFiles files = new WidgetFiles(folder);
      List<SourceFile> tree = new ArrayList<>();
      for (String path : files.list().stamps().keySet()) {
        SourceFile file = files.read(path).orElseThrow();
        tree.add(new SourceFile(path, SHOWN + path, file.kind(), file.bytes()));
      }
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
