package org.sqlwidgets.ssrm;

import org.sqlwidgets.widget.ColumnDef;

/** Writes a column of the author's query in SQL that both databases read alike. */
final class ColumnSql {
  private ColumnSql() {}

  /** A name in quotes. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String name(ColumnDef column) {
    return quoted(column.field());
  }

  /** The column as a text; padding is not part of it. */
  static String text(ColumnDef column) {
    return switch (column.sqlType()) {
      case TEXT -> name(column);
      case CHAR -> "TRIM(TRAILING FROM " + name(column) + ")";
      default -> "CAST(" + name(column) + " AS varchar)";
    };
  }

  /** What can be held against a value of the request. */
  static String comparable(ColumnDef column) {
    return switch (column.sqlType()) {
      case CHAR, JSON, ARRAY, OTHER -> text(column);
      default -> name(column);
    };
  }

  /** What has an order in every database, whatever the type. */
  static String ordered(ColumnDef column) {
    return ColumnTypes.isOrdered(column.sqlType()) ? name(column) : text(column);
  }
}
