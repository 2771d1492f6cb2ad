package org.sqlwidgets.definition;

import java.util.Optional;
import org.sqlwidgets.definition.WidgetFile.HeaderForm;
import org.sqlwidgets.problem.Problems;

/** A header of plain YAML between two lines {@code ---}, as in Markdown. */
final class BareHeader {
  private final FileText file;
  private final FileLine opening;
  private final Problems problems;

  BareHeader(FileText file, FileLine opening, Problems problems) {
    this.file = file;
    this.opening = opening;
    this.problems = problems;
  }

  /** The header; empty, with a problem, when it has no end. */
  Optional<HeaderCut> cut() {
    int start = file.indexBelow(opening);
    Optional<FileLine> closing = file.find(start, FileLine::isBareFence);
    if (closing.isEmpty()) {
      problems.error(
          file.at(opening.start()),
          "the header that begins here has no end; add a line \"---\" after its last line");
    }
    return closing.map(end -> cut(start, end));
  }

  private HeaderCut cut(int start, FileLine end) {
    return new HeaderCut(HeaderForm.BARE, file.slice(start, end.start()), file.indexBelow(end));
  }
}
