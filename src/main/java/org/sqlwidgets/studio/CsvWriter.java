package org.sqlwidgets.studio;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;
import org.sqlwidgets.widget.ColumnDef;

/**
 * Writes rows as CSV (RFC 4180) that Excel opens as it is: with a byte order mark, and with an
 * apostrophe before a text that Excel would take for a formula.
 */
public final class CsvWriter implements ReplyWriter {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<String> names;

  /** The columns in the order of the query; their names become the first line. */
  public CsvWriter(List<ColumnDef> columns) {
    names = columns.stream().map(ColumnDef::field).toList();
  }

  @Override
  public String contentType() {
    return "text/csv; charset=utf-8";
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    Fields fields = new Fields(out);
    fields.put(BYTE_ORDER_MARK);
    for (int i = 0; i < names.size(); i++) {
      fields.begin(i);
      fields.text(names.get(i));
    }
    fields.endLine();
    while (rows.next()) {
      for (int i = 0; i < names.size(); i++) {
        fields.begin(i);
        rows.writeTo(i, fields);
      }
      fields.endLine();
    }
    fields.finish();
  }

  /** Writes one field after the other into chunks. */
  private static final class Fields implements ValueSink {
    private static final int CHUNK = 32 * 1024;

    private final ChunkSink out;
    private final StringBuilder line = new StringBuilder(CHUNK);

    Fields(ChunkSink out) {
      this.out = out;
    }

    void put(String text) {
      line.append(text);
    }

    void begin(int column) {
      if (column > 0) {
        line.append(',');
      }
    }

    void endLine() {
      line.append("\r\n");
      if (line.length() >= CHUNK) {
        finish();
      }
    }

    void finish() {
      if (!line.isEmpty()) {
        byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
        out.accept(bytes, bytes.length);
        line.setLength(0);
      }
    }

    /** Nothing between the commas; the empty text is {@code ""}. */
    @Override
    public void nullValue() {}

    @Override
    public void bool(boolean value) {
      line.append(value);
    }

    @Override
    public void number(long value) {
      line.append(value);
    }

    @Override
    public void number(byte[] ascii, int offset, int length) {
      line.append(new String(ascii, offset, length, StandardCharsets.US_ASCII));
    }

    @Override
    public void number(String text) {
      line.append(text);
    }

    @Override
    public void text(byte[] utf8, int offset, int length) {
      text(new String(utf8, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void text(String value) {
      String safe = CsvText.isFormula(value) ? "'" + value : value;
      line.append(CsvText.needsQuotes(safe) ? CsvText.quoted(safe) : safe);
    }

    @Override
    public void json(String document) {
      text(document);
    }
  }
}
