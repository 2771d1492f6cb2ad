package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.FigureNode.EachRow;
import org.sqlwidgets.widget.FigureNode.First;
import org.sqlwidgets.widget.FigureNode.FromRows;
import org.sqlwidgets.widget.FigureNode.Values;

/** Gathers what the rows give to one place of a figure, as JSON; no object for a value. */
final class Lane {
  private static final byte[] COMMA = {','};
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private final FromRows place;
  private final Utf8Json json;
  private final List<Chunk> chunks = new ArrayList<>();
  private final byte[][] keys;
  private boolean empty = true;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Chunk(byte[] bytes, int length) {}

  /**
   * An empty lane.
   *
   * @param place what is gathered
   * @param budget is told of the bytes that are kept
   */
  Lane(FromRows place, ByteBudget budget) {
    this.place = place;
    this.keys = keys(place);
    this.json =
        new Utf8Json(
            (bytes, length) -> {
              budget.take(length);
              chunks.add(new Chunk(bytes, length));
            });
  }

  /** What stands before each value of a row that becomes an object or a list. */
  private static byte[][] keys(FromRows place) {
    if (!(place instanceof EachRow row)) {
      return new byte[0][];
    }
    byte[][] keys = new byte[row.columns().size()][];
    for (int i = 0; i < keys.length; i++) {
      String start = i > 0 ? "," : row.keys().isEmpty() ? "[" : "{";
      String key = row.keys().isEmpty() ? "" : text(row.keys().get(i)) + ":";
      keys[i] = (start + key).getBytes(StandardCharsets.UTF_8);
    }
    return keys;
  }

  private static String text(String key) {
    return new String(JsonTree.write(key), StandardCharsets.UTF_8);
  }

  /** Takes what the current row gives. */
  void add(Rows rows) {
    if (place instanceof First && !empty) {
      return;
    }
    if (!empty) {
      json.raw(COMMA);
    }
    empty = false;
    switch (place) {
      case Values(int column) -> rows.writeTo(column, json);
      case First(int column) -> rows.writeTo(column, json);
      case EachRow row -> addRow(row, rows);
    }
  }

  private void addRow(EachRow row, Rows rows) {
    for (int i = 0; i < keys.length; i++) {
      json.raw(keys[i]);
      rows.writeTo(row.columns().get(i), json);
    }
    json.raw(new byte[] {(byte) (row.keys().isEmpty() ? ']' : '}')});
  }

  /** Ends the lane and writes the list, or the first value. */
  void writeTo(Utf8Json out) {
    json.finish();
    boolean list = !(place instanceof First);
    if (list) {
      out.json("[");
    } else if (empty) {
      out.raw(NULL);
    }
    chunks.forEach(chunk -> out.raw(chunk.bytes(), 0, chunk.length()));
    if (list) {
      out.json("]");
    }
  }
}
