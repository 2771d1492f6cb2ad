package org.sqlwidgets.contract;

import java.nio.charset.StandardCharsets;

/** Counts the rows of a reply as it goes by, and keeps its two ends. */
final class RowCount {
  private static final int KEPT = 200;

  private final StringBuilder start = new StringBuilder();
  private String end = "";
  private long bytes;
  private int rows;

  void add(byte[] buffer, int length) {
    bytes += length;
    for (int i = 0; i < length; i++) {
      rows += buffer[i] == '{' ? 1 : 0;
    }
    String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    start.append(text, 0, Math.min(text.length(), KEPT - start.length()));
    String both = end + text;
    end = both.substring(Math.max(0, both.length() - KEPT));
  }

  long bytes() {
    return bytes;
  }

  /** Each row is an object, and no text holds a brace. */
  int rows() {
    return rows;
  }

  String start() {
    return start.toString();
  }

  String end() {
    return end;
  }
}
