package org.sqlwidgets.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;

/**
 * Turns the YAML library's marks into places in the file.
 *
 * <p>The library counts code points, and takes a lone carriage return for a line end; the file is
 * counted in chars and {@code \n}.
 */
final class Places {
  private final SourceText text;
  private final int[] offsets;

  Places(SourceText text) {
    this.text = text;
    this.offsets = codePointOffsets(text.text());
  }

  /** The place of a mark; the beginning of the text when there is none. */
  SourceLocation of(Optional<Mark> mark) {
    return of(offset(mark));
  }

  /** The place of a char of the text. */
  SourceLocation of(int offset) {
    return text.atOffset(offset);
  }

  /** The index into the text of a mark. */
  int offset(Optional<Mark> mark) {
    return mark.map(m -> offsets[Math.clamp(m.getIndex(), 0, offsets.length - 1)]).orElse(0);
  }

  /** The index of the first char of the line that holds a char. */
  int lineStart(int offset) {
    return text.text().lastIndexOf('\n', offset - 1) + 1;
  }

  /** The rest of the line from a char on, without the line end. */
  String restOfLine(int offset) {
    int end = text.text().indexOf('\n', offset);
    return text.text().substring(offset, end < 0 ? text.text().length() : end);
  }

  /** The part of the line that stands before a char. */
  String lineUntil(int offset) {
    return text.text().substring(lineStart(offset), offset);
  }

  private static int[] codePointOffsets(String text) {
    int[] starts = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = text.offsetByCodePoints(starts[i - 1], 1);
    }
    return starts;
  }
}
