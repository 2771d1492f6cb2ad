package org.sqlwidgets.query;

import java.math.BigDecimal;
import java.util.Base64;

/** A sink that writes values as compact JSON into a text: the elements of an array. */
final class JsonText implements ValueSink {
  private final StringBuilder text = new StringBuilder();

  /** Adds a mark of the JSON syntax. */
  JsonText mark(char c) {
    text.append(c);
    return this;
  }

  @Override
  public void nullValue() {
    text.append("null");
  }

  @Override
  public void bool(boolean value) {
    text.append(value);
  }

  @Override
  public void number(long value) {
    text.append(value);
  }

  @Override
  public void number(byte[] ascii, int offset, int length) {
    text.append(new String(ascii, offset, length, java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Override
  public void number(String number) {
    text.append(number);
  }

  @Override
  public void text(byte[] utf8, int offset, int length) {
    text(new String(utf8, offset, length, java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void text(String value) {
    text.append('"');
    value.chars().forEach(c -> append((char) c));
    text.append('"');
  }

  private void append(char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (c < ' ') {
          text.append(String.format("\\u%04x", (int) c));
        } else {
          text.append(c);
        }
      }
    }
  }

  @Override
  public void json(String document) {
    text.append(document);
  }

  /** Writes a decimal number in plain notation. */
  void decimal(BigDecimal value) {
    text.append(value.toPlainString());
  }

  /** Writes bytes as base64. */
  @Override
  public void bytes(byte[] value) {
    text(Base64.getEncoder().encodeToString(value));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
