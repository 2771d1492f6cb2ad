package org.sqlwidgets.openbb;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/** The rows of one run of a query, as a table sends them, and where each one lies. */
public final class WrittenRows {
  private final byte[] json;
  private final int[] bounds;
  private final List<String> ids;

  /**
   * Rows that were written.
   *
   * @param json the whole array
   * @param bounds for each row its first byte and the one behind its last
   * @param ids for each row the text by which the client knows it
   */
  WrittenRows(byte[] json, int[] bounds, List<String> ids) {
    this.json = json;
    this.bounds = bounds;
    this.ids = ids;
  }

  /** How many rows there are. */
  public int count() {
    return ids.size();
  }

  /** The text by which the client knows a row; rows are counted from 0. */
  public String id(int row) {
    return ids.get(row);
  }

  /** The bytes of one row. */
  public ByteBuffer row(int row) {
    return ByteBuffer.wrap(json, start(row), length(row));
  }

  /** All rows as a JSON array; not to be changed. */
  public byte[] json() {
    return json;
  }

  /** Some of the rows as a JSON array, in their order. */
  public byte[] json(BitSet rows) {
    int bytes = 2 + Math.max(0, rows.cardinality() - 1) + rows.stream().map(this::length).sum();
    ByteBuffer some = ByteBuffer.allocate(bytes).put((byte) '[');
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (some.position() > 1) {
        some.put((byte) ',');
      }
      some.put(row(row));
    }
    return some.put((byte) ']').array();
  }

  private int start(int row) {
    return bounds[2 * row];
  }

  private int length(int row) {
    return bounds[2 * row + 1] - start(row);
  }
}
