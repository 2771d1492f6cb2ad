package org.sqlwidgets.openbb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.sqlwidgets.query.ValueSink;

/**
 * Writes JSON values as UTF-8 into chunks.
 *
 * <p>Texts that are UTF-8 already are copied run by run, escaping what JSON demands; nothing is
 * allocated for a value.
 */
final class Utf8Json implements ValueSink {
  private static final int FIRST_CHUNK = 4 * 1024;
  private static final int LARGEST_CHUNK = 64 * 1024;

  /** A multiple of three, so that pieces join without padding between them. */
  private static final int BASE64_PIECE = 3 * 8 * 1024;

  private static final int LONGEST_LONG = 20;
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final byte[] NOTHING = {};
  private static final byte PLAIN = 0;
  private static final byte CONTROL = 1;
  private static final byte[] ESCAPES = escapes();

  private final ChunkSink out;
  private byte[] buffer = new byte[FIRST_CHUNK];
  private int length;
  private long handedOn;

  Utf8Json(ChunkSink out) {
    this.out = out;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** For each ASCII character: PLAIN, CONTROL, or the letter that follows the backslash. */
  private static byte[] escapes() {
    byte[] table = new byte[128];
    java.util.Arrays.fill(table, 0, ' ', CONTROL);
    table['"'] = '"';
    table['\\'] = '\\';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    return table;
  }

  /** How many bytes were written so far. */
  long written() {
    return handedOn + length;
  }

  /** Hands on what is left; nothing can be written afterwards. */
  void finish() {
    if (length > 0) {
      out.accept(buffer, length);
    }
    buffer = NOTHING;
    length = 0;
  }

  private void flush() {
    out.accept(buffer, length);
    handedOn += length;
    buffer = new byte[LARGEST_CHUNK];
    length = 0;
  }

  /** Makes room for a few bytes, at most {@link #FIRST_CHUNK}. */
  private void room(int bytes) {
    if (buffer.length - length < bytes) {
      if (buffer.length < LARGEST_CHUNK) {
        buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
      } else {
        flush();
      }
    }
  }

  private void put(int ascii) {
    room(1);
    buffer[length++] = (byte) ascii;
  }

  /** Writes bytes as they are: syntax, keys, numbers. */
  void raw(byte[] bytes) {
    raw(bytes, 0, bytes.length);
  }

  /** Writes some of the bytes as they are. */
  void raw(byte[] bytes, int offset, int count) {
    int from = offset;
    int left = count;
    while (left > 0) {
      room(Math.min(left, FIRST_CHUNK));
      int now = Math.min(left, buffer.length - length);
      System.arraycopy(bytes, from, buffer, length, now);
      length += now;
      from += now;
      left -= now;
    }
  }

  @Override
  public void nullValue() {
    raw(NULL);
  }

  @Override
  public void bool(boolean value) {
    raw(value ? TRUE : FALSE);
  }

  @Override
  public void number(long value) {
    room(LONGEST_LONG);
    long rest = value;
    if (rest < 0) {
      buffer[length++] = '-';
    } else {
      rest = -rest;
    }
    int digits = 1;
    for (long power = -10; digits < 19 && rest <= power; digits++) {
      power *= 10;
    }
    for (int i = length + digits - 1; i >= length; i--) {
      buffer[i] = (byte) ('0' - rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  @Override
  public void number(byte[] bytes, int offset, int count) {
    raw(bytes, offset, count);
  }

  @Override
  public void number(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  @Override
  public void text(byte[] utf8, int offset, int count) {
    put('"');
    int end = offset + count;
    int start = offset;
    for (int i = offset; i < end; i++) {
      byte c = utf8[i];
      if (c >= 0 && ESCAPES[c] != PLAIN) {
        raw(utf8, start, i - start);
        escape(c);
        start = i + 1;
      }
    }
    raw(utf8, start, end - start);
    put('"');
  }

  private void escape(int c) {
    byte kind = ESCAPES[c];
    put('\\');
    if (kind == CONTROL) {
      put('u');
      put('0');
      put('0');
      put(HEX[c >> 4]);
      put(HEX[c & 15]);
    } else {
      put(kind);
    }
  }

  @Override
  public void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    text(utf8, 0, utf8.length);
  }

  /** Encodes piece by piece, so that a file is never there as text beside its bytes. */
  @Override
  public void bytes(byte[] value) {
    put('"');
    for (int from = 0; from < value.length; from += BASE64_PIECE) {
      int length = Math.min(BASE64_PIECE, value.length - from);
      ByteBuffer piece = Base64.getEncoder().encode(ByteBuffer.wrap(value, from, length));
      raw(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    }
    put('"');
  }

  @Override
  public void json(String document) {
    raw(document.getBytes(StandardCharsets.UTF_8));
  }
}
