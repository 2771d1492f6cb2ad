package org.sqlwidgets.definition;

import org.sqlwidgets.problem.SourceText;

/**
 * A widget file cut into its two parts, neither of them read yet.
 *
 * @param header the YAML without comment marks and fences; empty text when there is none
 * @param sql what follows the header; the whole file when there is none
 * @param form how the header is written
 */
record WidgetFile(SourceText header, SourceText sql, HeaderForm form) {

  /** How a header is written (widget-file §1). */
  enum HeaderForm {
    /** The canonical form: line comments between two lines {@code -- ---}. */
    LINE_COMMENTS,
    /** A block comment that begins with {@code ---} and ends with it. */
    BLOCK_COMMENT,
    /** Plain YAML between two lines {@code ---}, as in Markdown. */
    BARE,
    /** No header. */
    NONE
  }

  /** True when the file begins with a header, even an empty one. */
  boolean hasHeader() {
    return form != HeaderForm.NONE;
  }
}
