package org.sqlwidgets.query;

import java.nio.charset.StandardCharsets;
import org.sqlwidgets.query.PostgresColumns.ValueWriter;

/** Turns PostgreSQL's text of an array, such as {@code {1,NULL,"a b"}}, into JSON. */
final class PostgresArray {
  private final ValueWriter elements;

  PostgresArray(ValueWriter elements) {
    this.elements = elements;
  }

  String toJson(String text) {
    JsonText json = new JsonText();
    int start = text.indexOf('{');
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '{' -> json.mark('[');
        case '}' -> json.mark(']');
        case ',' -> json.mark(',');
        case '"' -> i = quoted(text, i + 1, json);
        default -> i = plain(text, i, json);
      }
    }
    return json.toString();
  }

  /** Writes the quoted element that begins at an index; returns the index of its closing quote. */
  private int quoted(String text, int from, JsonText json) {
    StringBuilder element = new StringBuilder();
    int i = from;
    for (; text.charAt(i) != '"'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      }
      element.append(text.charAt(i));
    }
    write(element.toString(), json);
    return i;
  }

  /** Writes the plain element that begins at an index; returns the index of its last character. */
  private int plain(String text, int from, JsonText json) {
    int end = from;
    while (text.charAt(end) != ',' && text.charAt(end) != '}') {
      end++;
    }
    String element = text.substring(from, end);
    if (element.equals("NULL")) {
      json.nullValue();
    } else {
      write(element, json);
    }
    return end - 1;
  }

  private void write(String element, JsonText json) {
    elements.write(element.getBytes(StandardCharsets.UTF_8), json);
  }
}
