package org.sqlwidgets.definition;

import java.util.Arrays;
import java.util.Objects;

/**
 * One file of the folder of widgets, with its bytes at one moment.
 *
 * @param path below the folder, with forward slashes, such as {@code market/prices.sql}
 * @param display the path as people know it: the folder's name in front
 * @param kind what the file is
 * @param bytes its content; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, see equals
public record SourceFile(String path, String display, Kind kind, byte[] bytes) {

  /** What a file in the folder is (widget-file §2). */
  public enum Kind {
    /** A widget. */
    WIDGET,
    /** A lookup query. */
    LOOKUP,
    /** A statement that a form runs. */
    ACTION,
    /** A folder's app. */
    APP,
    /** Apps exported from the client. */
    EXPORTED_APPS
  }

  /** The name of the file without its ending. */
  public String stem() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** The folder below the root that holds the file; empty for the root itself. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile file
        && path.equals(file.path)
        && kind == file.kind
        && Arrays.equals(bytes, file.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, kind, Arrays.hashCode(bytes));
  }
}
