package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.definition.WidgetFile.HeaderForm;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceText.LineOrigin;

/** The canonical header: YAML in line comments between two lines {@code -- ---}. */
final class LineCommentHeader {
  private final FileText file;
  private final FileLine opening;
  private final Problems problems;

  LineCommentHeader(FileText file, FileLine opening, Problems problems) {
    this.file = file;
    this.opening = opening;
    this.problems = problems;
  }

  /** The header; empty, with a problem, when it has no end or is interrupted. */
  Optional<HeaderCut> cut() {
    Optional<FileLine> closing = file.find(file.indexBelow(opening), FileLine::isFence);
    if (closing.isEmpty()) {
      reportNoEnd();
      return Optional.empty();
    }
    return closing
        .filter(this::holdsOnlyComments)
        .map(end -> new HeaderCut(HeaderForm.LINE_COMMENTS, yaml(end), file.indexBelow(end)));
  }

  private SourceText yaml(FileLine closing) {
    StringBuilder yaml = new StringBuilder();
    List<LineOrigin> origins = new ArrayList<>();
    for (FileLine line : body(closing)) {
      int mark = line.isBlank() ? line.text().length() : line.commentMark();
      yaml.append(line.text(), mark, line.text().length()).append('\n');
      origins.add(new LineOrigin(line.number(), mark + 1));
    }
    origins.add(new LineOrigin(closing.number(), 1 + closing.commentMark()));
    return new SourceText(file.at(0).file(), yaml.toString(), origins);
  }

  private boolean holdsOnlyComments(FileLine closing) {
    Optional<FileLine> other = body(closing).stream().filter(this::isForeign).findFirst();
    other.ifPresent(
        line ->
            problems.error(
                file.at(line.content()),
                "header line is not a comment; begin it with \"-- \", or close the header above it"
                    + " with \"-- ---\""));
    return other.isEmpty();
  }

  private void reportNoEnd() {
    FileLine last = opening;
    for (FileLine line : file.below(opening)) {
      if (isForeign(line) || line.isNearlyFence()) {
        break;
      }
      last = line.isBlank() ? last : line;
    }
    problems.error(
        file.at(opening.content()),
        "the header that begins here has no end; add a line \"-- ---\" after line "
            + last.number());
  }

  /** A bare fence is a comment to SQL, but no part of this header: it is meant to close it. */
  private boolean isForeign(FileLine line) {
    return line.isBareFence() || !(line.isBlank() || line.isComment());
  }

  private List<FileLine> body(FileLine closing) {
    return file.lines().subList(opening.number(), closing.number() - 1);
  }
}
