package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;

/** Takes a file's bytes out of a row; a text counts as its UTF-8. */
final class ContentSink implements ValueSink {
  private byte @Nullable [] content;

  byte @Nullable [] read(Rows rows, int column) {
    rows.writeTo(column, this);
    return content;
  }

  @Override
  public void nullValue() {
    content = null;
  }

  @Override
  public void bytes(byte[] value) {
    content = value;
  }

  @Override
  public void text(byte[] utf8, int offset, int length) {
    content = Arrays.copyOfRange(utf8, offset, offset + length);
  }

  @Override
  public void text(String value) {
    content = value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void bool(boolean value) {
    text(String.valueOf(value));
  }

  @Override
  public void number(long value) {
    text(Long.toString(value));
  }

  @Override
  public void number(byte[] ascii, int offset, int length) {
    text(ascii, offset, length);
  }

  @Override
  public void number(String value) {
    text(value);
  }

  @Override
  public void json(String document) {
    text(document);
  }
}
