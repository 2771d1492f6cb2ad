package org.sqlwidgets.lookup;

import java.nio.charset.StandardCharsets;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;

/** Keeps one value as a text; NULL is the empty text. */
final class TextSink implements ValueSink {
  private String text = "";

  private TextSink() {}

  /** The value of a column of the current row; nothing for a negative column. */
  static String read(Rows rows, int column) {
    TextSink sink = new TextSink();
    if (column >= 0) {
      rows.writeTo(column, sink);
    }
    return sink.text;
  }

  @Override
  public void nullValue() {
    text = "";
  }

  @Override
  public void bool(boolean value) {
    text = String.valueOf(value);
  }

  @Override
  public void number(long value) {
    text = Long.toString(value);
  }

  @Override
  public void number(byte[] ascii, int offset, int length) {
    text(ascii, offset, length);
  }

  @Override
  public void number(String number) {
    text = number;
  }

  @Override
  public void text(byte[] utf8, int offset, int length) {
    text = new String(utf8, offset, length, StandardCharsets.UTF_8);
  }

  @Override
  public void text(String value) {
    text = value;
  }

  @Override
  public void json(String document) {
    text = document;
  }
}
