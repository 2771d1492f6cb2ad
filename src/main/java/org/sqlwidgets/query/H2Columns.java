package org.sqlwidgets.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.SqlType;

/** Reads columns of H2 by typed getters. */
final class H2Columns {
  private H2Columns() {}

  static ColumnReader reader(ColumnDef column, int index, ZoneId zone) {
    if (column.wireForm() == WireForm.TEXT) {
      ColumnReader unchecked = scalar(column.sqlType(), null, index, zone);
      return (row, sink) -> unchecked.write(row, new NumberAsText(sink));
    }
    return scalar(
        column.sqlType(),
        new Target(column.field(), column.wireForm() == WireForm.JSON),
        index,
        zone);
  }

  /**
   * What the values of a column become.
   *
   * @param column named in a refusal
   * @param json documents and arrays as JSON, not as text
   */
  private record Target(String column, boolean json) {}

  private static ColumnReader scalar(
      SqlType type, @Nullable Target target, int index, ZoneId zone) {
    return switch (type) {
      case SMALLINT, INTEGER, BIGINT -> (row, sink) -> integer(row, index, target, sink);
      case NUMERIC -> (row, sink) -> numeric(row, index, target, sink);
      case REAL -> (row, sink) -> element(row.getObject(index, Float.class), zone, sink);
      case DOUBLE -> (row, sink) -> element(row.getObject(index, Double.class), zone, sink);
      case BOOLEAN -> (row, sink) -> element(row.getObject(index, Boolean.class), zone, sink);
      case DATE -> (row, sink) -> element(row.getObject(index, LocalDate.class), zone, sink);
      case TIMESTAMP ->
          (row, sink) -> element(row.getObject(index, LocalDateTime.class), zone, sink);
      case TIMESTAMPTZ ->
          (row, sink) -> element(row.getObject(index, OffsetDateTime.class), zone, sink);
      case TIME -> (row, sink) -> element(row.getObject(index, LocalTime.class), zone, sink);
      case CHAR -> (row, sink) -> padded(row.getString(index), sink);
      case JSON -> (row, sink) -> json(row.getString(index), target, sink);
      case ARRAY -> (row, sink) -> array(row, index, zone, target, sink);
      case BINARY -> (row, sink) -> element(row.getBytes(index), zone, sink);
      case TEXT, UUID, OTHER -> (row, sink) -> element(row.getString(index), zone, sink);
    };
  }

  private static void integer(ResultSet row, int index, @Nullable Target target, ValueSink sink)
      throws SQLException {
    long value = row.getLong(index);
    if (row.wasNull()) {
      sink.nullValue();
    } else {
      sink.number(target == null ? value : SafeNumbers.check(target.column(), value));
    }
  }

  private static void numeric(ResultSet row, int index, @Nullable Target target, ValueSink sink)
      throws SQLException {
    BigDecimal value = row.getBigDecimal(index);
    if (value == null) {
      sink.nullValue();
      return;
    }
    if (target != null) {
      SafeNumbers.check(target.column(), value);
    }
    sink.number(value.toPlainString());
  }

  private static void padded(@Nullable String text, ValueSink sink) {
    if (text == null) {
      sink.nullValue();
      return;
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    sink.text(text.substring(0, end));
  }

  private static void json(@Nullable String text, @Nullable Target target, ValueSink sink) {
    if (text == null) {
      sink.nullValue();
    } else {
      document(CompactJson.of(text), target, sink);
    }
  }

  private static void array(
      ResultSet row, int index, ZoneId zone, @Nullable Target target, ValueSink sink)
      throws SQLException {
    java.sql.Array array = row.getArray(index);
    if (array == null) {
      sink.nullValue();
      return;
    }
    JsonText text = new JsonText();
    element(array.getArray(), zone, text);
    document(text.toString(), target, sink);
  }

  private static void document(String json, @Nullable Target target, ValueSink sink) {
    if (target != null && target.json()) {
      sink.json(json);
    } else {
      sink.text(json);
    }
  }

  /** Writes a value by its Java class; used for plain columns and for elements of arrays. */
  private static void element(@Nullable Object value, ZoneId zone, ValueSink sink)
      throws SQLException {
    switch (value) {
      case null -> sink.nullValue();
      case Boolean bool -> sink.bool(bool);
      case Float number when !Float.isFinite(number) -> sink.nullValue();
      case Double number when !Double.isFinite(number) -> sink.nullValue();
      case Float number -> sink.number(JsonNumbers.of((float) number));
      case Double number -> sink.number(JsonNumbers.of((double) number));
      case BigDecimal number -> sink.number(number.toPlainString());
      case Number number -> sink.number(number.toString());
      case LocalDate day -> sink.text(day.toString());
      case java.sql.Date day -> sink.text(day.toLocalDate().toString());
      case LocalDateTime time -> sink.text(DateTimes.of(time));
      case java.sql.Timestamp time -> sink.text(DateTimes.of(time.toLocalDateTime()));
      case OffsetDateTime time ->
          sink.text(DateTimes.of(time.atZoneSameInstant(zone).toLocalDateTime()));
      case LocalTime time -> sink.text(DateTimes.of(time));
      case java.sql.Time time -> sink.text(DateTimes.of(time.toLocalTime()));
      case byte[] bytes -> sink.text(Base64.getEncoder().encodeToString(bytes));
      case UUID uuid -> sink.text(uuid.toString());
      case Object[] elements -> elements(elements, zone, sink);
      default -> sink.text(value.toString());
    }
  }

  private static void elements(Object[] elements, ZoneId zone, ValueSink sink) throws SQLException {
    JsonText text = new JsonText().mark('[');
    for (int i = 0; i < elements.length; i++) {
      if (i > 0) {
        text.mark(',');
      }
      element(elements[i], zone, text);
    }
    sink.json(text.mark(']').toString());
  }
}
