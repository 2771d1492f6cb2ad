package org.sqlwidgets.query;

/** Takes the blanks out of a JSON document, leaving its texts alone. */
final class CompactJson {
  private CompactJson() {}

  static String of(String document) {
    StringBuilder compact = new StringBuilder(document.length());
    boolean inText = false;
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      if (inText && c == '\\' && i + 1 < document.length()) {
        compact.append(c).append(document.charAt(++i));
        continue;
      }
      if (c == '"') {
        inText = !inText;
      }
      if (inText || !(c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
        compact.append(c);
      }
    }
    return compact.toString();
  }
}
