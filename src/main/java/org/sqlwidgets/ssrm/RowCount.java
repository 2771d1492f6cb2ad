package org.sqlwidgets.ssrm;

import java.nio.charset.StandardCharsets;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;

/** Receives the one whole number that a count returns. */
final class RowCount implements ValueSink {
  private long value;

  /** The number in the first column of the only row. */
  static long read(Rows rows) {
    RowCount count = new RowCount();
    if (rows.next()) {
      rows.writeTo(0, count);
    }
    return count.value;
  }

  @Override
  public void number(long number) {
    value = number;
  }

  @Override
  public void number(byte[] ascii, int offset, int length) {
    number(new String(ascii, offset, length, StandardCharsets.US_ASCII));
  }

  @Override
  public void number(String text) {
    value = Long.parseLong(text);
  }

  @Override
  public void nullValue() {
    throw new IllegalStateException("a count is never NULL");
  }

  @Override
  public void bool(boolean other) {
    throw noNumber();
  }

  @Override
  public void text(byte[] utf8, int offset, int length) {
    throw noNumber();
  }

  @Override
  public void text(String other) {
    throw noNumber();
  }

  @Override
  public void json(String document) {
    throw noNumber();
  }

  private static IllegalStateException noNumber() {
    return new IllegalStateException("a count is a number");
  }
}
