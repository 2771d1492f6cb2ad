package org.sqlwidgets.query;

import java.nio.charset.StandardCharsets;

/** Takes one value as text, whatever it is; NULL is the empty text. */
public final class TextSink implements ValueSink {
  private String text = "";

  TextSink() {}

  /** The value of a column of the current row; empty for a negative column. */
  public static String read(Rows rows, int column) {
    TextSink sink = new TextSink();
    if (column >= 0) {
      rows.writeTo(column, sink);
    }
    return sink.text;
  }

  /** The value that was handed over last; empty for NULL. */
  String text() {
    return text;
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
    text = String.valueOf(value);
  }

  @Override
  public void number(byte[] ascii, int offset, int length) {
    text = new String(ascii, offset, length, StandardCharsets.US_ASCII);
  }

  @Override
  public void number(String value) {
    text = value;
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
