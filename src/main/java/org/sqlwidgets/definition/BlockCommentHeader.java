package org.sqlwidgets.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlwidgets.definition.WidgetFile.HeaderForm;
import org.sqlwidgets.problem.Problems;

/** A header in a block comment that begins with {@code ---} and ends with it. */
final class BlockCommentHeader {
  /** The comment's begin and the fence; a rule of more dashes is no fence. */
  private static final Pattern OPENING = Pattern.compile("/\\*\\s*+---(?=\\s|$)[ \t]*+\n?");

  private static final Pattern CLOSING = Pattern.compile("(?<=\\s)---\\s*+\\*/(?:[ \t]*+\n)?");

  private final FileText file;
  private final Problems problems;
  private final Matcher opening;

  BlockCommentHeader(FileText file, FileLine firstLine, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.opening = OPENING.matcher(file.text()).region(firstLine.content(), file.text().length());
  }

  /** True when the file's first comment is a header of this form. */
  boolean begins() {
    return opening.lookingAt();
  }

  /** The header; empty, with a problem, when the comment ends before it, or never. */
  Optional<HeaderCut> cut() {
    int commentEnd = file.text().indexOf("*/", opening.end());
    Matcher closing = CLOSING.matcher(file.text());
    boolean closed = closing.find(opening.end());
    if (closed && file.text().indexOf("*/", closing.start()) == commentEnd) {
      return Optional.of(
          new HeaderCut(
              HeaderForm.BLOCK_COMMENT,
              file.slice(opening.end(), yamlEnd(closing.start())),
              closing.end()));
    }
    report(commentEnd, closed);
    return Optional.empty();
  }

  /** The closing fence's line begins behind the YAML, unless YAML stands on it too. */
  private int yamlEnd(int fence) {
    int lineStart = Math.max(opening.end(), file.text().lastIndexOf('\n', fence) + 1);
    return file.text().substring(lineStart, fence).isBlank() ? lineStart : fence;
  }

  private void report(int commentEnd, boolean closed) {
    if (commentEnd < 0) {
      problems.error(
          file.at(opening.start()),
          "the header that begins here has no end; add a line \"--- */\" after its last line");
    } else if (closed) {
      problems.error(
          file.at(commentEnd),
          "\"*/\" ends the comment before the header's end; write the header in \"-- \" line"
              + " comments");
    } else {
      problems.error(
          file.at(commentEnd), "the header has no end before this \"*/\"; write \"--- */\"");
    }
  }
}
