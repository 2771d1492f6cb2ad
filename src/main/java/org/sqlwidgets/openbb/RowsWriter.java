package org.sqlwidgets.openbb;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.HoverCard;

/**
 * Writes rows as a JSON array of flat objects, every key in every row (contract §4.1).
 *
 * <p>Goes from the cursor to bytes; there are no row objects in between. A row is values with the
 * same bytes before each, so a cell with a hover card, an object of several values, is none apart.
 */
public final class RowsWriter implements ReplyWriter {
  static final byte[] OPEN = {'['};
  static final byte[] NEXT = {','};
  static final byte[] END_OF_ROW = {'}'};
  static final byte[] CLOSE = {']'};

  private final List<Part> parts = new ArrayList<>();
  private final byte[] endOfRow;

  /**
   * A value of a row.
   *
   * @param before what stands before it
   * @param column its column
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(byte[] before, int column) {}

  /** The columns in the order of the query. */
  public RowsWriter(List<ColumnDef> columns) {
    byte[][] keys = keys(columns);
    List<String> fields = columns.stream().map(ColumnDef::field).toList();
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    for (int i = 0; i < keys.length; i++) {
      before.writeBytes(keys[i]);
      Optional<HoverCard> card = columns.get(i).hoverCard();
      card.ifPresent(found -> before.writeBytes(key('{', found.cellField())));
      part(i, before);
      if (card.isPresent()) {
        for (String field : card.get().fields()) {
          before.writeBytes(key(',', field));
          part(fields.indexOf(field), before);
        }
        before.write('}');
      }
    }
    before.writeBytes(END_OF_ROW);
    endOfRow = before.toByteArray();
  }

  /** For each column what stands before its value. */
  static byte[][] keys(List<ColumnDef> columns) {
    byte[][] keys = new byte[columns.size()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(i == 0 ? '{' : ',', columns.get(i).field());
    }
    return keys;
  }

  private void part(int column, ByteArrayOutputStream before) {
    parts.add(new Part(before.toByteArray(), column));
    before.reset();
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
      for (Part part : parts) {
        json.raw(part.before());
        rows.writeTo(part.column(), json);
      }
      json.raw(endOfRow);
    }
    json.raw(CLOSE);
  }
}
