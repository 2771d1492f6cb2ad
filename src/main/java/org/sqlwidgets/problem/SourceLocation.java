package org.sqlwidgets.problem;

import java.util.Comparator;

/**
 * A place in a file, or the file as a whole.
 *
 * @param file the path as people know it, with forward slashes, such as {@code
 *     sql-widgets/market/prices.sql}
 * @param line 1-based; 0 means the whole file
 * @param column 1-based, counted in characters; 0 means the whole line
 */
public record SourceLocation(String file, int line, int column)
    implements Comparable<SourceLocation> {

  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::file)
          .thenComparingInt(SourceLocation::line)
          .thenComparingInt(SourceLocation::column);

  /** The file as a whole, without a line. */
  public static SourceLocation of(String file) {
    return new SourceLocation(file, 0, 0);
  }

  /** Orders by file, line and column. */
  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  /** The form compilers use: {@code file:line:column}, shorter when there is no line or column. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
