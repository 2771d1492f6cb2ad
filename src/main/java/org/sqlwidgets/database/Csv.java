package org.sqlwidgets.database;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated text as RFC 4180 writes it: quoted cells, doubled quotes, CRLF or LF. */
final class Csv {

  private final String text;
  private final StringBuilder cell = new StringBuilder();
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  /** All rows, the header first; every row has as many cells as the header. */
  static List<List<String>> rows(String text) {
    return new Csv(text).read();
  }

  private List<List<String>> read() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '"' -> readQuoted();
        case ',' -> endCell();
        case '\r' -> {} // the line feed after it ends the row
        case '\n' -> endRow();
        default -> cell.append(c);
      }
    }
    if (!row.isEmpty() || !cell.isEmpty()) {
      endRow();
    }
    return rows;
  }

  private void readQuoted() {
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        throw new IllegalArgumentException("a quote is not closed after row " + rows.size());
      }
      cell.append(text, at, quote);
      at = quote + 1;
      if (at >= text.length() || text.charAt(at) != '"') {
        return;
      }
      cell.append('"');
      at++;
    }
  }

  private void endCell() {
    row.add(cell.toString());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    if (!rows.isEmpty() && row.size() != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "row %d has %d cells, the header has %d"
              .formatted(rows.size() + 1, row.size(), rows.getFirst().size()));
    }
    rows.add(List.copyOf(row));
    row = new ArrayList<>();
  }
}
