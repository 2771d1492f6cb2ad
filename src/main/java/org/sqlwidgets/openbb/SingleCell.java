package org.sqlwidgets.openbb;

import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;

/** The one cell of a query that makes a whole text by itself (widget-file §4). */
final class SingleCell {
  private SingleCell() {}

  /**
   * The cell as it is; no row or NULL is the empty text.
   *
   * @param type named when there are more rows
   */
  static String of(Rows rows, String type) {
    if (!rows.next()) {
      return "";
    }
    String text = new Cell().read(rows, 0);
    if (rows.next()) {
      throw new QueryFailedException(
          Reason.REFUSED,
          "The query returns more than one row, but a "
              + type
              + " widget without template shows one; its author can add a template or LIMIT 1",
          null);
    }
    return text == null ? "" : text;
  }
}
