package org.sqlwidgets.openbb;

import java.util.List;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;

/**
 * Writes the page that leads to the address of a query (contract §4.8).
 *
 * @param columns of the query
 */
record IframeWriter(List<ColumnDef> columns) implements ReplyWriter {

  @Override
  public String contentType() {
    return AddressPage.CONTENT_TYPE;
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    Utf8Text.write(AddressPage.of(AddressRow.read(rows, columns).address()), out);
  }
}
