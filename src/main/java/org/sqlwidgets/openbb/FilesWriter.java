package org.sqlwidgets.openbb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.FileShape;

/**
 * Writes files as an array, one entry for each that was asked for, in that order; what is not there
 * is an entry that says so (contract §4.8).
 *
 * <p>Made for each request; those that ask for the same files of the same columns are equal, so
 * that they share a reply.
 */
public final class FilesWriter implements ReplyWriter {
  private static final long MOST_BYTES = 40L * 1024 * 1024;

  private final List<ColumnDef> columns;
  private final FileShape shape;
  private final Optional<List<String>> asked;

  private FilesWriter(List<ColumnDef> columns, String selector, Optional<List<String>> asked) {
    this.columns = columns;
    this.shape = FileShape.of(columns, selector);
    this.asked = asked;
  }

  /** A writer of all files that the query returns. */
  static FilesWriter all(List<ColumnDef> columns, String selector) {
    return new FilesWriter(columns, selector, Optional.empty());
  }

  /**
   * A writer of the files that a request asks for.
   *
   * @param selector the param that chooses files
   * @param asked its values
   */
  public static FilesWriter of(List<ColumnDef> columns, String selector, List<String> asked) {
    return new FilesWriter(columns, selector, Optional.of(List.copyOf(asked)));
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    Map<String, HeldFile> files = read(rows);
    Utf8Json json = new Utf8Json(out);
    json.json("[");
    String before = "";
    for (String name : asked.orElseGet(() -> new ArrayList<>(files.keySet()))) {
      json.json(before);
      write(name, files.get(name), json);
      before = ",";
    }
    json.json("]");
    json.finish();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FilesWriter files
        && files.asked.equals(asked)
        && files.shape.equals(shape)
        && files.columns.equals(columns);
  }

  @Override
  public int hashCode() {
    return 31 * asked.hashCode() + shape.hashCode();
  }

  private Map<String, HeldFile> read(Rows rows) {
    Map<String, HeldFile> files = new LinkedHashMap<>();
    Cell cell = new Cell();
    long bytes = 0;
    while (rows.next()) {
      String key = cell.read(rows, shape.key());
      HeldFile file = key == null ? null : HeldFile.read(rows, shape, key);
      if (file != null && key != null && files.putIfAbsent(key, file) == null) {
        bytes += file.content() == null ? 0 : file.content().length;
      }
      if (bytes > MOST_BYTES) {
        throw HeldFile.refused(
            "The files are larger than %d MB together; choose fewer".formatted(MOST_BYTES >> 20));
      }
    }
    return files;
  }

  private static void write(String name, @Nullable HeldFile file, Utf8Json json) {
    if (file == null) {
      error(json, "not_found", "There is no file \"" + name + "\"");
    } else if (file.type().isEmpty()) {
      error(json, "not_supported", "\"" + file.name() + "\" is of a kind that cannot be shown");
    } else {
      file.writeTo(json, file.type());
    }
  }

  private static void error(Utf8Json json, String type, String text) {
    json.json("{\"error_type\":\"" + type + "\",\"content\":");
    json.text(text);
    json.json("}");
  }
}
