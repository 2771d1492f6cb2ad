package org.sqlwidgets.studio;

import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;

/** Cuts comma-separated text (RFC 4180) into records whose fields know their places. */
final class CsvRecords {
  private final SourceText source;
  private final String text;
  private final Problems problems;
  private final List<List<Field>> records = new ArrayList<>();
  private List<Field> record = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;
  private int counted;

  /**
   * One field.
   *
   * @param text without its quotes
   * @param place where it begins
   */
  record Field(String text, SourceLocation place) {}

  private CsvRecords(SourceText source, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  /** All records that are not blank, the header first. */
  static List<List<Field>> read(SourceText source, Problems problems) {
    CsvRecords records = new CsvRecords(source, problems);
    while (records.at < records.text.length()) {
      records.readRecord();
    }
    return records.records;
  }

  private void readRecord() {
    record = new ArrayList<>();
    readField();
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      readField();
    }
    at++; // the line end
    boolean blank = record.stream().allMatch(field -> field.text().isEmpty());
    if (!blank) {
      records.add(record);
    }
  }

  private void readField() {
    int start = at;
    SourceLocation place = place(start);
    if (at < text.length() && text.charAt(at) == '"') {
      record.add(new Field(readQuoted(), place));
      skipBehindQuote();
      return;
    }
    at = end(start);
    String field = text.substring(start, at);
    if (field.indexOf('"') >= 0) {
      problems.error(
          place(start + field.indexOf('"')),
          "a quote inside a field; put the whole field in quotes, and double those in it");
    }
    record.add(new Field(field, place));
  }

  /** The place of a character; asked in the order of the text, so that lines are counted once. */
  private SourceLocation place(int offset) {
    for (; counted < offset; counted++) {
      if (text.charAt(counted) == '\n') {
        line++;
        lineStart = counted + 1;
      }
    }
    return source.at(line, offset - lineStart + 1);
  }

  private String readQuoted() {
    StringBuilder field = new StringBuilder();
    int start = at++;
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        problems.error(place(start), "the quote that begins here is not closed");
        at = text.length();
        return field.toString();
      }
      field.append(text, at, quote);
      at = quote + 1;
      if (at >= text.length() || text.charAt(at) != '"') {
        return field.toString();
      }
      field.append('"');
      at++;
    }
  }

  private void skipBehindQuote() {
    int end = end(at);
    if (end > at) {
      problems.error(place(at), "text behind the closing quote; double quotes that are part of it");
      at = end;
    }
  }

  /** The next comma or line end. */
  private int end(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }
}
