package rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of widgets that is served, 200 of them. */
public final class Widgets {
  private static final int WIDGETS = 200;

  private Widgets() {}

  /** A copy of {@code src/bench/widgets}, filled up under other names. */
  public static Path folder() throws IOException {
    Path source = Bench.source().resolve("widgets");
    Path folder = Bench.folder("bench-widgets");
    List<Path> files;
    try (Stream<Path> all = Files.walk(source)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = folder.resolve(source.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    long there = files.stream().filter(file -> file.getParent().equals(source)).count();
    String filler = Files.readString(source.resolve("filler_001.sql"));
    for (int i = 2; i <= WIDGETS - there + 1; i++) {
      Files.writeString(
          folder.resolve("filler_%03d.sql".formatted(i)),
          filler.replace("Filler 1", "Filler " + i));
    }
    return folder;
  }

  /** Adds a copy of a widget whose replies are kept. */
  public static void keep(Path folder, String widget) throws IOException {
    String text = Files.readString(folder.resolve(widget + ".sql"));
    Files.writeString(
        folder.resolve("kept_" + widget + ".sql"),
        text.replaceFirst("-- ---\n", "-- ---\n-- cache: 1h\n"));
  }
}
