package org.sqlwidgets.definition;

import java.util.Optional;
import org.sqlwidgets.definition.WidgetFile.HeaderForm;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceTextReader;

/** Cuts a widget file into header and SQL, in any of its forms (widget-file §1). */
final class WidgetFileReader {
  private final FileText file;
  private final Problems problems;

  private WidgetFileReader(SourceText source, Problems problems) {
    this.file = new FileText(source);
    this.problems = problems;
  }

  /**
   * Reads the bytes of one widget file.
   *
   * @param file the path as people know it
   * @param bytes the content
   * @param problems takes errors, and hints about forms that work but cost something
   * @return the two parts; empty, with an error, when it is not certain where the header ends
   */
  static Optional<WidgetFile> read(String file, byte[] bytes, Problems problems) {
    return SourceTextReader.read(file, bytes, problems)
        .flatMap(source -> new WidgetFileReader(source, problems).read());
  }

  private Optional<WidgetFile> read() {
    Optional<FileLine> first = file.firstLine();
    return first.isEmpty() ? Optional.of(withoutHeader()) : read(first.get());
  }

  private Optional<WidgetFile> read(FileLine first) {
    BlockCommentHeader block = new BlockCommentHeader(file, first, problems);
    if (first.isFence()) {
      return new LineCommentHeader(file, first, problems).cut().map(cut -> widgetFile(first, cut));
    }
    if (first.isBareFence()) {
      return new BareHeader(file, first, problems).cut().map(cut -> widgetFile(first, cut));
    }
    if (block.begins()) {
      return block.cut().map(cut -> widgetFile(first, cut));
    }
    return new MisplacedHeader(file, problems).isAbsent(first)
        ? Optional.of(withoutHeader())
        : Optional.empty();
  }

  private WidgetFile widgetFile(FileLine first, HeaderCut cut) {
    hint(first, cut.form());
    file.find(cut.sqlStart(), FileLine::isFence)
        .ifPresent(
            second ->
                problems.error(
                    file.at(second.content()),
                    "a second \"-- ---\" behind the header; keep one header, at the top of the"
                        + " file"));
    return new WidgetFile(
        cut.header(), file.slice(cut.sqlStart(), file.text().length()), cut.form());
  }

  private WidgetFile withoutHeader() {
    return new WidgetFile(file.slice(0, 0), file.slice(0, file.text().length()), HeaderForm.NONE);
  }

  private void hint(FileLine first, HeaderForm form) {
    String cost =
        switch (form) {
          case BLOCK_COMMENT ->
              "SQL formatters strip the indentation inside \"/* */\", and \"*/\" in a value ends"
                  + " the comment";
          case BARE -> "psql and other SQL tools fail on a header that is no comment";
          case LINE_COMMENTS, NONE -> "";
        };
    if (!cost.isEmpty()) {
      problems.hint(
          file.at(first.content()),
          cost + "; the canonical header is YAML in \"-- \" comments between two lines \"-- ---\"");
    }
  }
}
