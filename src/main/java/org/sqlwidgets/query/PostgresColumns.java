package org.sqlwidgets.query;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import org.postgresql.util.PGbytea;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.SqlType;

/**
 * Reads columns of PostgreSQL from the server's own text, byte by byte where that is the reply.
 *
 * <p>Rests on text transfer: the reader's pools switch binary transfer off, and the session's time
 * zone is the configured one.
 */
final class PostgresColumns {
  private static final int SAFE_LENGTH = 15;
  private static final int LENGTH_OF_DAY = 10;

  private PostgresColumns() {}

  static ColumnReader reader(ColumnDef column, int index) {
    ValueWriter writer = writer(column);
    return (row, sink) -> {
      byte[] bytes = row.getBytes(index);
      if (bytes == null) {
        sink.nullValue();
      } else {
        writer.write(bytes, sink);
      }
    };
  }

  /** Hands one value, given as the server's text, to a sink. */
  @FunctionalInterface
  interface ValueWriter {
    void write(byte[] bytes, ValueSink sink);
  }

  private static ValueWriter writer(ColumnDef column) {
    boolean json = column.wireForm() == WireForm.JSON;
    return switch (column.sqlType()) {
      case ARRAY -> {
        PostgresArray array = new PostgresArray(elementWriter(column, json));
        yield (bytes, sink) -> document(array.toJson(utf8(bytes)), json, sink);
      }
      case JSON -> (bytes, sink) -> document(CompactJson.of(utf8(bytes)), json, sink);
      default ->
          switch (column.wireForm()) {
            case TEXT -> asText(column.sqlType());
            case ISO -> iso(column.sqlType());
            case BY_TYPE, JSON -> scalar(column.sqlType(), column.field());
          };
    };
  }

  private static ValueWriter elementWriter(ColumnDef column, boolean checked) {
    SqlType type = column.elementType();
    if (type == SqlType.JSON) {
      return (bytes, sink) -> sink.json(CompactJson.of(utf8(bytes)));
    }
    if (type == SqlType.BINARY) {
      return (bytes, sink) -> sink.text(Base64.getEncoder().encodeToString(unescaped(bytes)));
    }
    return type.isNumber() && !checked ? number(type) : scalar(type, column.field());
  }

  /** In arrays the driver hands out bytea as the server's text. */
  private static byte[] unescaped(byte[] text) {
    try {
      return PGbytea.toBytes(text);
    } catch (SQLException e) {
      throw new RowsFailedException(e);
    }
  }

  private static void document(String json, boolean asJson, ValueSink sink) {
    if (asJson) {
      sink.json(json);
    } else {
      sink.text(json);
    }
  }

  private static ValueWriter scalar(SqlType type, String column) {
    return switch (type) {
      case BIGINT, NUMERIC -> {
        ValueWriter number = number(type);
        yield (bytes, sink) -> {
          if (bytes.length > SAFE_LENGTH && isFinite(bytes)) {
            SafeNumbers.check(column, bytes);
          }
          number.write(bytes, sink);
        };
      }
      case SMALLINT, INTEGER, REAL, DOUBLE -> number(type);
      case BOOLEAN -> (bytes, sink) -> sink.bool(bytes[0] == 't');
      case DATE, TIMESTAMP -> PostgresColumns::finiteDate;
      case TIMESTAMPTZ -> PostgresColumns::withoutOffset;
      case CHAR -> (bytes, sink) -> sink.text(bytes, 0, withoutPadding(bytes));
      case BINARY -> (bytes, sink) -> sink.bytes(bytes);
      case TIME, TEXT, UUID, JSON, ARRAY, OTHER ->
          (bytes, sink) -> sink.text(bytes, 0, bytes.length);
    };
  }

  /** Numbers as the server writes them, but floating point in ECMAScript's form. */
  private static ValueWriter number(SqlType type) {
    return switch (type) {
      case REAL ->
          (bytes, sink) -> {
            if (isFinite(bytes)) {
              sink.number(JsonNumbers.of(Float.parseFloat(utf8(bytes))));
            } else {
              sink.nullValue();
            }
          };
      case DOUBLE ->
          (bytes, sink) -> {
            if (isFinite(bytes)) {
              sink.number(JsonNumbers.of(Double.parseDouble(utf8(bytes))));
            } else {
              sink.nullValue();
            }
          };
      default ->
          (bytes, sink) -> {
            if (isFinite(bytes)) {
              sink.number(bytes, 0, bytes.length);
            } else {
              sink.nullValue();
            }
          };
    };
  }

  /** The same digits as a number has, sent as a text; nothing is rounded, so nothing is refused. */
  private static ValueWriter asText(SqlType type) {
    return switch (type) {
      case SMALLINT, INTEGER, BIGINT, NUMERIC ->
          (bytes, sink) -> {
            if (isFinite(bytes)) {
              sink.text(bytes, 0, bytes.length);
            } else {
              sink.nullValue();
            }
          };
      case REAL, DOUBLE -> {
        ValueWriter number = number(type);
        yield (bytes, sink) -> number.write(bytes, new NumberAsText(sink));
      }
      case BOOLEAN -> (bytes, sink) -> sink.text(bytes[0] == 't' ? "true" : "false");
      default -> scalar(type, "");
    };
  }

  private static ValueWriter iso(SqlType type) {
    return type == SqlType.TIMESTAMP || type == SqlType.TIMESTAMPTZ
        ? IsoTimes::ofPostgres
        : asText(type);
  }

  /** NaN, Infinity and -Infinity are the only numbers with letters, but for an exponent. */
  private static boolean isFinite(byte[] number) {
    byte last = number[number.length - 1];
    return last >= '0' && last <= '9';
  }

  /** Dates end with a digit or, before Christ, with BC; infinite ones with a y. */
  private static void finiteDate(byte[] bytes, ValueSink sink) {
    if (bytes[bytes.length - 1] == 'y') {
      sink.nullValue();
    } else {
      sink.text(bytes, 0, bytes.length);
    }
  }

  private static void withoutOffset(byte[] bytes, ValueSink sink) {
    if (bytes[bytes.length - 1] == 'y') {
      sink.nullValue();
      return;
    }
    int offset = LENGTH_OF_DAY;
    while (bytes[offset] != '+' && bytes[offset] != '-') {
      offset++;
    }
    if (bytes[bytes.length - 1] == 'C') {
      sink.text(new String(bytes, 0, offset, StandardCharsets.US_ASCII) + " BC");
    } else {
      sink.text(bytes, 0, offset);
    }
  }

  private static int withoutPadding(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
