package org.sqlwidgets.openbb;

import java.util.List;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.ssrm.BlockSink;
import org.sqlwidgets.widget.ColumnDef;

/**
 * Writes one block of a server-side table: {@code {"rowData":[…],"rowCount":n}} (contract §4.9).
 */
public final class BlockWriter implements BlockSink {
  private final Utf8Json json;

  /** Writes one block, once. */
  public BlockWriter(ChunkSink out) {
    json = new Utf8Json(out);
  }

  @Override
  public void rows(List<ColumnDef> columns, Rows rows) {
    json.json("{\"rowData\":");
    new RowsWriter(columns).write(rows, json);
  }

  @Override
  public void rowCount(long count) {
    json.json(",\"rowCount\":");
    json.number(count);
    json.json("}");
    json.finish();
  }

  /** The body that shows a text while a block is loaded; it goes out with status 200. */
  public static byte[] error(String text) {
    return JsonTree.write(java.util.Map.of("error", text));
  }
}
