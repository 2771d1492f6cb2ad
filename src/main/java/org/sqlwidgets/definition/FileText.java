package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;

/** The text of a whole widget file, its lines, and the pieces cut out of it. */
final class FileText {
  private final SourceText source;
  private final List<FileLine> lines;

  FileText(SourceText source) {
    this.source = source;
    this.lines = lines(source.text());
  }

  String text() {
    return source.text();
  }

  List<FileLine> lines() {
    return lines;
  }

  /** The first line that is not blank. */
  Optional<FileLine> firstLine() {
    return lines.stream().filter(line -> !line.isBlank()).findFirst();
  }

  /** The lines below a line. */
  List<FileLine> below(FileLine line) {
    return lines.subList(line.number(), lines.size());
  }

  /** The next line above a line that is not blank. */
  Optional<FileLine> lineAbove(FileLine line) {
    List<FileLine> above = lines.subList(0, line.number() - 1).reversed();
    return above.stream().filter(candidate -> !candidate.isBlank()).findFirst();
  }

  /** The first line of a kind that begins at an index of the text or later. */
  Optional<FileLine> find(int from, Predicate<FileLine> kind) {
    return lines.stream().filter(line -> line.start() >= from).filter(kind).findFirst();
  }

  /** The index of the first char below a line; the end of the text when it is the last. */
  int indexBelow(FileLine line) {
    return Math.min(line.end() + 1, text().length());
  }

  /** The place in the file of a char. */
  SourceLocation at(int index) {
    return source.atOffset(index);
  }

  /** A piece of the text that remembers its places. */
  SourceText slice(int from, int to) {
    SourceLocation start = at(from);
    String piece = text().substring(from, to);
    int more = (int) piece.chars().filter(c -> c == '\n').count();
    Stream<SourceText.LineOrigin> below =
        IntStream.rangeClosed(1, more)
            .mapToObj(i -> new SourceText.LineOrigin(start.line() + i, 1));
    SourceText.LineOrigin first = new SourceText.LineOrigin(start.line(), start.column());
    return new SourceText(source.file(), piece, Stream.concat(Stream.of(first), below).toList());
  }

  private static List<FileLine> lines(String text) {
    List<FileLine> lines = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      lines.add(new FileLine(lines.size() + 1, start, line));
      start += line.length() + 1;
    }
    return List.copyOf(lines);
  }
}
