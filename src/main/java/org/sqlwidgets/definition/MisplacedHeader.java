package org.sqlwidgets.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlwidgets.problem.Problems;

/** Finds headers that are not at the top of their file, or are nearly headers. */
final class MisplacedHeader {
  private static final Pattern BLOCK = Pattern.compile("/\\*\\s*+---[ \t]*+(?:\n|$)");

  private final FileText file;
  private final Problems problems;

  MisplacedHeader(FileText file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** True when the file has no header anywhere; else a problem says what to do. */
  boolean isAbsent(FileLine first) {
    if (first.isNearlyFence()) {
      problems.error(
          file.at(first.content()),
          "write this line as \"-- ---\" to begin a header, with one blank");
      return false;
    }
    warnOfRule(first);
    Optional<Integer> misplaced =
        file.find(0, FileLine::isFence).map(FileLine::content).or(this::block).or(this::bare);
    misplaced.ifPresent(
        index ->
            problems.error(
                file.at(index),
                "a header must be the first thing in the file; move it to the top, above all SQL"
                    + " and other comments"));
    return misplaced.isEmpty();
  }

  private Optional<Integer> block() {
    Matcher block = BLOCK.matcher(file.text());
    return block.find() ? Optional.of(block.start()) : Optional.empty();
  }

  /** A bare fence below the first comments, with YAML below it where the SQL should begin. */
  private Optional<Integer> bare() {
    return file.find(0, line -> !line.isBlank() && !line.isComment())
        .filter(FileLine::isKey)
        .flatMap(file::lineAbove)
        .filter(FileLine::isBareFence)
        .map(FileLine::start);
  }

  private void warnOfRule(FileLine first) {
    boolean keyBelow =
        file.find(file.indexBelow(first), line -> true)
            .filter(FileLine::isKeyInComment)
            .isPresent();
    if (first.isRule() && keyBelow) {
      problems.warning(
          file.at(first.content()),
          "this looks like a header, but is none; a header begins and ends with \"-- ---\"");
    }
  }
}
