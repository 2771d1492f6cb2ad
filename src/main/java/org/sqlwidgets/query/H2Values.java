package org.sqlwidgets.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.SqlType;

/**
 * Writes the Java values that H2's driver gives, of columns and of elements of arrays.
 *
 * @param zone where values with a time zone are shown
 * @param column named when a number is too large to be sent; null: numbers are not checked
 */
record H2Values(ZoneId zone, @Nullable String column) {

  /** The same, for numbers that are part of a text. */
  H2Values unchecked() {
    return new H2Values(zone, null);
  }

  void write(long value, ValueSink sink) {
    sink.number(column == null ? value : SafeNumbers.check(column, value));
  }

  void write(@Nullable BigDecimal value, ValueSink sink) {
    if (value == null) {
      sink.nullValue();
    } else {
      BigDecimal checked = column == null ? value : SafeNumbers.check(column, value);
      sink.number(checked.toPlainString());
    }
  }

  /**
   * Writes a value by its class.
   *
   * @param type its SQL type; of an array, the type of its elements
   */
  void write(@Nullable Object value, SqlType type, ValueSink sink) throws SQLException {
    switch (value) {
      case null -> sink.nullValue();
      case Boolean bool -> sink.bool(bool);
      case Float number when Float.isFinite(number) -> sink.number(JsonNumbers.of((float) number));
      case Double number when Double.isFinite(number) ->
          sink.number(JsonNumbers.of((double) number));
      case Float _, Double _ -> sink.nullValue();
      case BigDecimal number -> write(number, sink);
      case Number number -> write(number.longValue(), sink);
      case java.sql.Array array -> elements((Object[]) array.getArray(), type, sink);
      case byte[] bytes when type == SqlType.JSON ->
          sink.json(CompactJson.of(new String(bytes, StandardCharsets.UTF_8)));
      case byte[] bytes -> sink.bytes(bytes);
      case String text when type == SqlType.CHAR -> sink.text(withoutPadding(text));
      default -> time(value, sink);
    }
  }

  private void time(Object value, ValueSink sink) {
    switch (value) {
      case LocalDate day -> sink.text(DateTimes.of(day));
      case LocalDateTime time -> sink.text(DateTimes.of(time));
      case OffsetDateTime time ->
          sink.text(DateTimes.of(time.atZoneSameInstant(zone).toLocalDateTime()));
      case LocalTime time -> sink.text(DateTimes.of(time));
      case java.sql.Date day -> sink.text(DateTimes.of(day.toLocalDate()));
      case java.sql.Timestamp time -> sink.text(DateTimes.of(time.toLocalDateTime()));
      case java.sql.Time time -> sink.text(DateTimes.of(time.toLocalTime()));
      default -> sink.text(value.toString());
    }
  }

  private void elements(Object[] elements, SqlType type, ValueSink sink) throws SQLException {
    JsonText text = new JsonText().mark('[');
    for (int i = 0; i < elements.length; i++) {
      if (i > 0) {
        text.mark(',');
      }
      write(elements[i], type, text);
    }
    sink.json(text.mark(']').toString());
  }

  private static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }
}
