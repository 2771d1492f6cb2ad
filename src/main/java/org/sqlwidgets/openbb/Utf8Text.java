package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Hands a text to a sink as UTF-8. */
final class Utf8Text {
  private static final int CHUNK = 64 * 1024;

  private Utf8Text() {}

  static void write(String text, ChunkSink out) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK));
      out.accept(chunk, chunk.length);
    }
  }
}
