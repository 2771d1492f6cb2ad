package org.sqlwidgets.expect;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.ValueSink;

/** Takes one value as a String, a BigDecimal, a Boolean or null; equal values are equal. */
final class CellValue implements ValueSink {
  private @Nullable Object value;

  CellValue() {}

  /** The value that was handed over last. */
  @Nullable Object value() {
    return value;
  }

  @Override
  public void nullValue() {
    value = null;
  }

  @Override
  public void bool(boolean given) {
    value = given;
  }

  @Override
  public void number(long given) {
    value = BigDecimal.valueOf(given).stripTrailingZeros();
  }

  @Override
  public void number(byte[] ascii, int offset, int length) {
    number(new String(ascii, offset, length, StandardCharsets.US_ASCII));
  }

  @Override
  public void number(String text) {
    value = new BigDecimal(text).stripTrailingZeros();
  }

  @Override
  public void text(byte[] utf8, int offset, int length) {
    value = new String(utf8, offset, length, StandardCharsets.UTF_8);
  }

  @Override
  public void text(String given) {
    value = given;
  }

  @Override
  public void json(String document) {
    value = document;
  }
}
