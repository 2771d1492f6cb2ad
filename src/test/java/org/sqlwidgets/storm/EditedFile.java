package org.sqlwidgets.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A widget's file that is edited at random, and can always be restored. */
final class EditedFile {
  private static final String ENDING = ".sql";

  private final Path folder;
  private final String path;
  private final byte[] original;
  private byte @Nullable [] now;
  private int version;

  EditedFile(Path folder, String path) throws IOException {
    this.folder = folder;
    this.path = path;
    original = Files.readAllBytes(folder.resolve(path));
    now = original;
  }

  /** What is done to a file. */
  enum Edit {
    TRUNCATE,
    SWAP_LINES,
    RANDOM_BYTES,
    NEW_VERSION,
    RENAME,
    DELETE,
    RESTORE
  }

  /** The id of its widget. */
  String id() {
    return id(path);
  }

  /** The id that its widget has while the file has another name. */
  String otherId() {
    return id(otherPath());
  }

  String path() {
    return path;
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ENDING.length());
  }

  String otherPath() {
    return path.substring(0, path.length() - ENDING.length()) + "_moved" + ENDING;
  }

  /** What would stand in the file after an edit; null when there would be no file. */
  byte @Nullable [] after(Edit edit, Random random) {
    byte[] before = now == null ? original : now;
    return switch (edit) {
      case TRUNCATE -> Arrays.copyOf(before, random.nextInt(before.length + 1));
      case SWAP_LINES -> swapped(before, random);
      case RANDOM_BYTES -> damaged(before, random);
      case NEW_VERSION -> newVersion();
      case RESTORE -> original;
      case RENAME, DELETE -> null;
    };
  }

  private static byte[] swapped(byte[] before, Random random) {
    List<String> lines =
        new ArrayList<>(List.of(new String(before, StandardCharsets.ISO_8859_1).split("\n", -1)));
    Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] damaged(byte[] before, Random random) {
    byte[] after = before.clone();
    for (int i = 0; after.length > 0 && i < 1 + random.nextInt(5); i++) {
      after[random.nextInt(after.length)] = (byte) random.nextInt(256);
    }
    return after;
  }

  /** A good query whose every row and column names its version, so that no mixture passes. */
  private byte[] newVersion() {
    version++;
    return """
    -- ---
    -- name: Version %1$d
    -- ---
    SELECT n AS id, %1$d AS a_%1$d, 'version %1$d' AS b FROM generate_series(1, 300) AS g(n)
    """
        .formatted(version)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Does it to the file, in one of the ways in which editors save. */
  void apply(Edit edit, byte @Nullable [] after, Random random) {
    Path file = folder.resolve(path);
    try {
      if (edit == Edit.RENAME && now != null) {
        Files.move(file, folder.resolve(otherPath()), StandardCopyOption.REPLACE_EXISTING);
      } else if (after == null) {
        Files.deleteIfExists(file);
      } else {
        save(file, after, random);
      }
      if (edit == Edit.RESTORE) {
        Files.deleteIfExists(folder.resolve(otherPath()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    now = after;
  }

  private static void save(Path file, byte[] content, Random random) throws IOException {
    if (random.nextBoolean()) {
      Files.write(file, content);
      return;
    }
    Path beside = file.resolveSibling("." + file.getFileName() + ".swp");
    Files.write(beside, content);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
