package org.sqlwidgets.problem;

import java.util.List;

/**
 * A piece of a file that remembers where each of its lines came from.
 *
 * @param file the path as people know it
 * @param text the piece; lines end with {@code \n}
 * @param lines the origin of each line of {@code text}, at least one
 */
public record SourceText(String file, String text, List<LineOrigin> lines) {

  /**
   * The place in the file where a line of the piece begins.
   *
   * @param line 1-based line in the file
   * @param column 1-based column in the file of the line's first character
   */
  public record LineOrigin(int line, int column) {}

  /** Copies the list; refuses a piece without lines. */
  public SourceText {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("lines is empty");
    }
  }

  /** A whole file: line and column are those of the text itself. */
  public static SourceText ofFile(String file, String text) {
    int count = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return new SourceText(
        file,
        text,
        java.util.stream.IntStream.rangeClosed(1, count)
            .mapToObj(line -> new LineOrigin(line, 1))
            .toList());
  }

  /**
   * The place in the file of a position in the piece.
   *
   * @param line 1-based line of the piece; beyond the end means the last line
   * @param column 1-based column of that line
   */
  public SourceLocation at(int line, int column) {
    LineOrigin origin = lines.get(Math.clamp(line - 1, 0, lines.size() - 1));
    return new SourceLocation(file, origin.line(), origin.column() + column - 1);
  }

  /**
   * The place in the file of a character of the piece.
   *
   * @param offset 0-based index into {@code text}; its length means the end
   */
  public SourceLocation atOffset(int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = i + 1;
    }
    return at(line, offset - lineStart + 1);
  }
}
