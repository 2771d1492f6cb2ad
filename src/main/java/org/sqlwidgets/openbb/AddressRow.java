package org.sqlwidgets.openbb;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.WebAddress;

/**
 * The one row that says which page or video is shown.
 *
 * @param address where it is
 * @param transcript what is said in it; the empty text when nobody wrote it down
 */
record AddressRow(WebAddress address, String transcript) {

  /**
   * Reads the row; a query that finds none, or several, is refused with a text that says so.
   *
   * @param columns with {@code url}, or one column alone; perhaps {@code transcript}
   */
  static AddressRow read(Rows rows, List<ColumnDef> columns) {
    List<String> labels = columns.stream().map(ColumnDef::field).toList();
    if (!rows.next()) {
      throw refused("There is nothing to show for these parameters: the query returns no row");
    }
    Cell cell = new Cell();
    String url = cell.read(rows, Math.max(0, labels.indexOf("url")));
    int place = labels.indexOf("transcript");
    String transcript = place < 0 ? null : cell.read(rows, place);
    if (rows.next()) {
      throw refused(
          "The query returns more than one row, but this widget shows one address; its author can"
              + " add LIMIT 1");
    }
    if (url == null || url.isBlank()) {
      throw refused("There is nothing to show for these parameters: the address is empty");
    }
    WebAddress address =
        WebAddress.of(url)
            .orElseThrow(
                () -> refused("The query returns an address that is not one of http or https"));
    return new AddressRow(address, Optional.ofNullable(transcript).orElse(""));
  }

  private static QueryFailedException refused(String message) {
    return new QueryFailedException(Reason.REFUSED, message, null);
  }
}
