package org.sqlwidgets.openbb;

import java.util.List;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;

/**
 * Writes the address of a video, or what is said in it, as plain text (contract §4.8).
 *
 * @param columns of the query
 * @param raw true for what is said
 */
record YoutubeWriter(List<ColumnDef> columns, boolean raw) implements ReplyWriter {
  /** Says that nobody wrote down what is said. */
  static final String NO_TRANSCRIPT = "This video has no transcript";

  @Override
  public String contentType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    AddressRow row = AddressRow.read(rows, columns);
    if (raw && row.transcript().isBlank()) {
      throw new QueryFailedException(Reason.REFUSED, NO_TRANSCRIPT, null);
    }
    Utf8Text.write(raw ? row.transcript() : row.address().text(), out);
  }
}
