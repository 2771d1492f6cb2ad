package org.sqlwidgets.ssrm;

import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.SqlType;

/** What can be done with the values of an SQL type. */
final class ColumnTypes {
  private ColumnTypes() {}

  /** The type with which a value for a column is bound; text for those without one of their own. */
  static BindType bindType(SqlType type) {
    String name =
        switch (type) {
          case SMALLINT -> "int2";
          case INTEGER -> "int4";
          case BIGINT -> "int8";
          case NUMERIC -> "numeric";
          case REAL -> "float4";
          case DOUBLE -> "float8";
          case BOOLEAN -> "bool";
          case DATE -> "date";
          case TIMESTAMP -> "timestamp";
          case TIMESTAMPTZ -> "timestamptz";
          case TIME -> "time";
          case UUID -> "uuid";
          case CHAR, TEXT, JSON, ARRAY, BINARY, OTHER -> "varchar";
        };
    return name.equals("varchar") ? BindType.TEXT : new BindType(type, name, false);
  }

  static boolean isText(SqlType type) {
    return type == SqlType.TEXT || type == SqlType.CHAR;
  }

  /** A date, with or without a time of day. */
  static boolean isDate(SqlType type) {
    return type == SqlType.DATE || type == SqlType.TIMESTAMP || type == SqlType.TIMESTAMPTZ;
  }

  /** Equal and ordered in every database, by the column itself. */
  static boolean isOrdered(SqlType type) {
    return switch (type) {
      case SMALLINT,
          INTEGER,
          BIGINT,
          NUMERIC,
          REAL,
          DOUBLE,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          TIMESTAMPTZ,
          TIME,
          CHAR,
          TEXT,
          UUID,
          BINARY ->
          true;
      case JSON, ARRAY, OTHER -> false;
    };
  }

  /** Its values can be told apart by the text that is sent for them. */
  static boolean isGroupable(SqlType type) {
    return type != SqlType.JSON && type != SqlType.ARRAY && type != SqlType.BINARY;
  }

  /** Has a smallest and a largest value in every database. */
  static boolean hasExtremes(SqlType type) {
    return type.isNumber()
        || isDate(type)
        || isText(type)
        || type == SqlType.TIME
        || type == SqlType.BOOLEAN;
  }
}
