package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;

/** Holds one value of the current row as a text, without a copy of its bytes. */
final class HeldText implements ValueSink {
  private byte @Nullable [] utf8;
  private int offset;
  private int length;

  /** Takes the value of a column; a negative column holds nothing. */
  HeldText read(Rows rows, int column) {
    utf8 = null;
    length = 0;
    if (column >= 0) {
      rows.writeTo(column, this);
    }
    return this;
  }

  /** True for NULL and for the empty text. */
  boolean isEmpty() {
    return length == 0;
  }

  boolean contains(char ascii) {
    for (int i = offset; utf8 != null && i < offset + length; i++) {
      if (utf8[i] == ascii) {
        return true;
      }
    }
    return false;
  }

  void writeTo(Utf8Json json) {
    byte[] held = utf8;
    if (held == null) {
      json.text("");
    } else {
      json.text(held, offset, length);
    }
  }

  @Override
  public void nullValue() {
    utf8 = null;
    length = 0;
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
  public void number(byte[] ascii, int from, int count) {
    text(ascii, from, count);
  }

  @Override
  public void number(String text) {
    text(text);
  }

  @Override
  public void text(byte[] bytes, int from, int count) {
    utf8 = bytes;
    offset = from;
    length = count;
  }

  @Override
  public void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    text(bytes, 0, bytes.length);
  }

  @Override
  public void json(String document) {
    text(document);
  }

  @Override
  public String toString() {
    return utf8 == null ? "" : new String(utf8, offset, length, StandardCharsets.UTF_8);
  }
}
