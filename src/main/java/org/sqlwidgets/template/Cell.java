package org.sqlwidgets.template;

import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;

/** Takes one value at a time out of a row, as text. */
public final class Cell implements ValueSink {
  private @Nullable String value;

  /** The text of a column's value in the current row; null is SQL NULL. */
  public @Nullable String read(Rows rows, int column) {
    rows.writeTo(column, this);
    return value;
  }

  @Override
  public void nullValue() {
    value = null;
  }

  @Override
  public void bool(boolean bool) {
    value = String.valueOf(bool);
  }

  @Override
  public void number(long number) {
    value = Long.toString(number);
  }

  @Override
  public void number(byte[] ascii, int offset, int length) {
    value = new String(ascii, offset, length, java.nio.charset.StandardCharsets.US_ASCII);
  }

  @Override
  public void number(String text) {
    value = text;
  }

  @Override
  public void text(byte[] utf8, int offset, int length) {
    value = new String(utf8, offset, length, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public void text(String text) {
    value = text;
  }

  @Override
  public void json(String document) {
    value = document;
  }
}
