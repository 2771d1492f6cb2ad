package org.sqlwidgets.query;

/**
 * Receives one value in the form in which it is sent (widget-file §9).
 *
 * <p>Byte arrays are only lent, until the next row: a sink copies what it keeps for longer.
 */
public interface ValueSink {

  /** SQL NULL, and numbers that JSON cannot say. */
  void nullValue();

  /** True or false. */
  void bool(boolean value);

  /** A whole number that a client can hold exactly. */
  void number(long value);

  /** A legal JSON number in ASCII. */
  void number(byte[] ascii, int offset, int length);

  /** A legal JSON number. */
  void number(String text);

  /** A text in UTF-8. */
  void text(byte[] utf8, int offset, int length);

  /** A text. */
  void text(String value);

  /** Bytes, sent as base64; they belong to the sink from now on. */
  default void bytes(byte[] value) {
    byte[] base64 = java.util.Base64.getEncoder().encode(value);
    text(base64, 0, base64.length);
  }

  /** A JSON document without blanks, sent as it is, not as a text. */
  void json(String document);
}
