package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceText.LineOrigin;

/**
 * A text inside a header, such as an inline query, with the way back to the lines of the file.
 *
 * <p>Exact for a block of text ({@code |}) and for a text on one line; else every problem is
 * reported where the text begins.
 */
final class InlineText {
  private final SourceText header;
  private final Located<String> value;

  InlineText(SourceText header, Located<String> value) {
    this.header = header;
    this.value = value;
  }

  /** The text; problems of it are to be given to {@link #report}. */
  SourceText source() {
    return new SourceText(header.file(), value.value(), origins().orElseGet(this::atBeginning));
  }

  /** Hands problems of the text on, each at the best place there is. */
  void report(List<Problem> found, Problems problems) {
    boolean exact = origins().isPresent();
    for (Problem problem : found) {
      problems.add(
          exact ? problem : new Problem(problem.severity(), value.at(), problem.message()));
    }
  }

  private Optional<List<LineOrigin>> origins() {
    List<String> lines = List.of(header.text().split("\n", -1));
    int first = 0;
    while (first < lines.size() && header.lines().get(first).line() != value.at().line()) {
      first++;
    }
    if (first == lines.size()) {
      return Optional.empty();
    }
    int line = first;
    return onOneLine(lines.get(line), header.lines().get(line)).or(() -> block(lines, line + 1));
  }

  private Optional<List<LineOrigin>> onOneLine(String line, LineOrigin origin) {
    int start = value.at().column() - origin.column();
    for (int quote = 0; quote <= 1; quote++) {
      if (!value.value().contains("\n") && line.startsWith(value.value(), start + quote)) {
        return Optional.of(List.of(new LineOrigin(origin.line(), value.at().column() + quote)));
      }
    }
    return Optional.empty();
  }

  private Optional<List<LineOrigin>> block(List<String> lines, int from) {
    List<LineOrigin> origins = new ArrayList<>();
    for (String text : value.value().split("\n", -1)) {
      int index = Math.min(from + origins.size(), lines.size() - 1);
      String line = lines.get(index);
      int indentation = line.length() - text.length();
      if (!text.isBlank() && !(line.endsWith(text) && line.substring(0, indentation).isBlank())) {
        return Optional.empty();
      }
      LineOrigin origin = header.lines().get(index);
      origins.add(new LineOrigin(origin.line(), origin.column() + Math.max(0, indentation)));
    }
    return Optional.of(origins);
  }

  private List<LineOrigin> atBeginning() {
    int lines = 1 + (int) value.value().chars().filter(c -> c == '\n').count();
    return Collections.nCopies(lines, new LineOrigin(value.at().line(), value.at().column()));
  }
}
