package org.sqlwidgets.openbb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;

/** Writes rows as {@link RowsWriter} does, each with the id that the client gives it. */
public final class LiveRowsWriter {
  /** More than this is sent too often to too many. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private final byte[][] keys;
  private final int[] idColumns;

  /**
   * A writer for the rows of one query.
   *
   * @param columns the columns in the order of the query
   * @param rowId the columns whose values are joined with "-" to the id (contract §4.11)
   */
  public LiveRowsWriter(List<ColumnDef> columns, List<String> rowId) {
    keys = RowsWriter.keys(columns);
    List<String> fields = columns.stream().map(ColumnDef::field).toList();
    idColumns = rowId.stream().mapToInt(fields::indexOf).toArray();
  }

  /**
   * Reads all rows.
   *
   * @throws QueryFailedException when they are too large, and for what the rows refuse
   */
  public WrittenRows write(Rows rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Utf8Json json = new Utf8Json((chunk, length) -> append(bytes, chunk, length));
    Cells cells = new Cells();
    json.raw(RowsWriter.OPEN);
    while (rows.next()) {
      if (cells.count > 0) {
        json.raw(RowsWriter.NEXT);
      }
      write(rows, json, cells);
    }
    json.raw(RowsWriter.CLOSE);
    json.finish();
    return cells.of(bytes.toByteArray());
  }

  private void write(Rows rows, Utf8Json json, Cells cells) {
    cells.add(json.written());
    for (int i = 0; i < keys.length; i++) {
      json.raw(keys[i]);
      cells.add(json.written());
      rows.writeTo(i, json);
      cells.add(json.written());
    }
    json.raw(RowsWriter.END_OF_ROW);
    cells.add(json.written());
  }

  private static void append(ByteArrayOutputStream bytes, byte[] chunk, int length) {
    if (bytes.size() + length > MOST_BYTES) {
      throw new QueryFailedException(
          Reason.REFUSED,
          "The rows are larger than 8 MB, which is too much for a live grid; its author can select"
              + " fewer rows or columns",
          null);
    }
    bytes.write(chunk, 0, length);
  }

  /** Where rows and cells begin and end, row by row. */
  private final class Cells {
    private final int stride = 2 + 2 * keys.length;
    private int[] places = new int[16 * stride];
    private int count;

    void add(long place) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = (int) place;
    }

    WrittenRows of(byte[] json) {
      int rows = count / stride;
      int[] bounds = new int[2 * rows];
      List<String> ids = new ArrayList<>(rows);
      for (int row = 0; row < rows; row++) {
        int first = row * stride;
        bounds[2 * row] = places[first];
        bounds[2 * row + 1] = places[first + stride - 1];
        ids.add(id(json, first));
      }
      return new WrittenRows(json, bounds, ids);
    }

    private String id(byte[] json, int first) {
      StringJoiner id = new StringJoiner("-");
      for (int column : idColumns) {
        int cell = first + 1 + 2 * column;
        id.add(text(json, places[cell], places[cell + 1]));
      }
      return id.toString();
    }

    /** A text without its quotes, any other value as it is written. */
    private static String text(byte[] json, int from, int to) {
      int quote = json[from] == '"' ? 1 : 0;
      return new String(json, from + quote, to - from - 2 * quote, StandardCharsets.UTF_8);
    }
  }
}
