package org.sqlwidgets.query;

import java.util.Locale;
import org.sqlwidgets.widget.SqlType;

/** Names of types in both databases, and what they are to us. */
final class SqlTypes {
  private static final String H2_ARRAY = " ARRAY";

  private SqlTypes() {}

  /** The type of a name as a driver gives it; arrays are {@code _int4} or {@code INTEGER ARRAY}. */
  static SqlType of(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (isArray(upper)) {
      return SqlType.ARRAY;
    }
    String bare = upper.replaceAll("\\(.*?\\)", "").strip();
    return switch (bare) {
      case "INT2", "SMALLINT", "TINYINT", "SMALLSERIAL" -> SqlType.SMALLINT;
      case "INT4", "INT", "INTEGER", "SERIAL" -> SqlType.INTEGER;
      case "INT8", "BIGINT", "BIGSERIAL" -> SqlType.BIGINT;
      case "NUMERIC", "DECIMAL", "DECFLOAT" -> SqlType.NUMERIC;
      case "FLOAT4", "REAL" -> SqlType.REAL;
      case "FLOAT8", "DOUBLE PRECISION", "FLOAT", "DOUBLE" -> SqlType.DOUBLE;
      case "BOOL", "BOOLEAN" -> SqlType.BOOLEAN;
      case "DATE" -> SqlType.DATE;
      case "TIMESTAMP", "TIMESTAMP WITHOUT TIME ZONE" -> SqlType.TIMESTAMP;
      case "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE" -> SqlType.TIMESTAMPTZ;
      case "TIME", "TIME WITHOUT TIME ZONE" -> SqlType.TIME;
      case "BPCHAR", "CHARACTER", "CHAR" -> SqlType.CHAR;
      case "TEXT",
          "VARCHAR",
          "NAME",
          "CHARACTER VARYING",
          "CHARACTER LARGE OBJECT",
          "VARCHAR_IGNORECASE" ->
          SqlType.TEXT;
      case "UUID" -> SqlType.UUID;
      case "JSON", "JSONB" -> SqlType.JSON;
      case "BYTEA", "BINARY", "BINARY VARYING", "VARBINARY", "BINARY LARGE OBJECT" ->
          SqlType.BINARY;
      default -> SqlType.OTHER;
    };
  }

  /** The element type of an array's name; the type itself for any other name. */
  static SqlType elementOf(String name) {
    return of(elementName(name));
  }

  /** The name of an array's element type; the name itself for any other name. */
  static String elementName(String name) {
    if (name.startsWith("_")) {
      return name.substring(1);
    }
    int array = name.toUpperCase(Locale.ROOT).indexOf(H2_ARRAY);
    return array < 0 ? name : name.substring(0, array);
  }

  static boolean isArray(String name) {
    return name.startsWith("_") || name.toUpperCase(Locale.ROOT).contains(H2_ARRAY);
  }
}
