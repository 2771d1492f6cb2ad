package org.sqlwidgets.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piece of a file that remembers where each of its lines came from.
 *
 * <p>Immutable. Two are equal when file, text and origins are.
 */
public final class SourceText {
  private final String file;
  private final String text;
  private final List<LineOrigin> lines;

  /** The index of the first character of each line of the text. */
  private final int[] lineStarts;

  /**
   * The place in the file where a line of the piece begins.
   *
   * @param line 1-based line in the file
   * @param column 1-based column in the file of the line's first character
   */
  public record LineOrigin(int line, int column) {}

  /**
   * A piece of a file; one without lines is refused.
   *
   * @param file the path as people know it
   * @param text the piece; lines end with {@code \n}
   * @param lines the origin of each line of {@code text}, at least one
   */
  public SourceText(String file, String text, List<LineOrigin> lines) {
    this.file = file;
    this.text = text;
    this.lines = List.copyOf(lines);
    this.lineStarts = lineStarts(text);
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
        IntStream.rangeClosed(1, count).mapToObj(line -> new LineOrigin(line, 1)).toList());
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      starts = lines < starts.length ? starts : Arrays.copyOf(starts, 2 * lines);
      starts[lines++] = end + 1;
    }
    return Arrays.copyOf(starts, lines);
  }

  /** The path as people know it. */
  public String file() {
    return file;
  }

  /** The piece; lines end with {@code \n}. */
  public String text() {
    return text;
  }

  /** The origin of each line, at least one. */
  public List<LineOrigin> lines() {
    return lines;
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
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : Math.max(0, -found - 2);
    return at(line + 1, offset - lineStarts[line] + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that
        && file.equals(that.file)
        && text.equals(that.text)
        && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return 31 * file.hashCode() + text.hashCode();
  }

  /** The piece itself. */
  @Override
  public String toString() {
    return text;
  }
}
