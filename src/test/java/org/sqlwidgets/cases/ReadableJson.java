package org.sqlwidgets.cases;

import java.nio.charset.StandardCharsets;

/**
 * Breaks JSON into lines for people, changing nothing but white space.
 *
 * <p>A map or list without further ones in it stays on one line when it is short.
 */
final class ReadableJson {
  private static final int LONGEST = 96;

  private final String json;
  private final StringBuilder lines = new StringBuilder();
  private int position;

  private ReadableJson(String json) {
    this.json = json;
  }

  static String of(byte[] json) {
    ReadableJson readable = new ReadableJson(new String(json, StandardCharsets.UTF_8));
    readable.value("");
    return readable.lines.append('\n').toString();
  }

  private void value(String indentation) {
    char first = json.charAt(position);
    if (first != '{' && first != '[') {
      scalar();
      return;
    }
    int end = end(position);
    String whole = json.substring(position, end);
    if (whole.length() + indentation.length() <= LONGEST && whole.lastIndexOf(first) == 0) {
      lines.append(whole);
      position = end;
      return;
    }
    String deeper = indentation + "  ";
    do {
      lines.append(json.charAt(position++)).append('\n').append(deeper);
      if (first == '{') {
        scalar();
        lines.append(json.charAt(position++)).append(' ');
      }
      value(deeper);
    } while (json.charAt(position) == ',');
    lines.append('\n').append(indentation).append(json.charAt(position++));
  }

  private void scalar() {
    int end = position;
    if (json.charAt(position) == '"') {
      end = endOfText(position);
    } else {
      while (end < json.length() && ",]}".indexOf(json.charAt(end)) < 0) {
        end++;
      }
    }
    lines.append(json, position, end);
    position = end;
  }

  private int end(int start) {
    int depth = 0;
    int i = start;
    do {
      char c = json.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      i = c == '"' ? endOfText(i) : i + 1;
    } while (depth > 0);
    return i;
  }

  private int endOfText(int start) {
    int i = start + 1;
    while (json.charAt(i) != '"') {
      i += json.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
