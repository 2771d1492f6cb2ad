package org.sqlwidgets.openbb;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;

/**
 * Writes rows as a JSON array of flat objects, every key in every row (contract §4.1).
 *
 * <p>Goes from the cursor to bytes; there are no row objects in between.
 */
public final class RowsWriter implements ReplyWriter {
  static final byte[] OPEN = {'['};
  static final byte[] NEXT = {','};
  static final byte[] END_OF_ROW = {'}'};
  static final byte[] CLOSE = {']'};

  private final byte[][] keys;

  /** The columns in the order of the query. */
  public RowsWriter(List<ColumnDef> columns) {
    keys = keys(columns);
  }

  /** For each column what stands before its value. */
  static byte[][] keys(List<ColumnDef> columns) {
    byte[][] keys = new byte[columns.size()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(i == 0 ? '{' : ',', columns.get(i).field());
    }
    return keys;
  }

  private static byte[] key(char before, String field) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(before);
    Utf8Json json = new Utf8Json((chunk, length) -> bytes.write(chunk, 0, length));
    json.text(field);
    json.finish();
    bytes.write(':');
    return bytes.toByteArray();
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    Utf8Json json = new Utf8Json(out);
    write(rows, json);
    json.finish();
  }

  /** Writes the array into a document. */
  void write(Rows rows, Utf8Json json) {
    json.raw(OPEN);
    for (boolean first = true; rows.next(); first = false) {
      if (!first) {
        json.raw(NEXT);
      }
      for (int i = 0; i < keys.length; i++) {
        json.raw(keys[i]);
        rows.writeTo(i, json);
      }
      json.raw(END_OF_ROW);
    }
    json.raw(CLOSE);
  }
}
