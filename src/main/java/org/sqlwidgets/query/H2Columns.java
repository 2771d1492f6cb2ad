package org.sqlwidgets.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.SqlType;

/** Reads columns of H2 by typed getters. */
final class H2Columns {
  private H2Columns() {}

  static ColumnReader reader(ColumnDef column, int index, ZoneId zone) {
    if (column.wireForm() == WireForm.ISO && column.sqlType() == SqlType.TIMESTAMP) {
      return (row, sink) -> text(row.getObject(index, LocalDateTime.class), IsoTimes::of, sink);
    }
    if (column.wireForm() == WireForm.ISO && column.sqlType() == SqlType.TIMESTAMPTZ) {
      return (row, sink) ->
          text(row.getObject(index, OffsetDateTime.class), at -> IsoTimes.of(at, zone), sink);
    }
    if (column.wireForm() == WireForm.TEXT || column.wireForm() == WireForm.ISO) {
      ColumnReader unchecked = reader(column, index, new H2Values(zone, null));
      return (row, sink) -> unchecked.write(row, new NumberAsText(sink));
    }
    return reader(column, index, new H2Values(zone, column.field()));
  }

  private static ColumnReader reader(ColumnDef column, int index, H2Values values) {
    boolean json = column.wireForm() == WireForm.JSON;
    return switch (column.sqlType()) {
      case SMALLINT, INTEGER, BIGINT ->
          (row, sink) -> {
            long value = row.getLong(index);
            if (row.wasNull()) {
              sink.nullValue();
            } else {
              values.write(value, sink);
            }
          };
      case NUMERIC ->
          column.scale() < 0
              ? (row, sink) -> values.write(finite(row.getString(index)), sink)
              : (row, sink) -> values.write(row.getBigDecimal(index), sink);
      case JSON -> (row, sink) -> document(json(row.getString(index)), json, sink);
      case ARRAY -> (row, sink) -> document(array(row, index, column, values), json, sink);
      default -> {
        Class<?> type = javaType(column.sqlType());
        yield (row, sink) -> values.write(row.getObject(index, type), column.sqlType(), sink);
      }
    };
  }

  private static <T> void text(@Nullable T value, Function<T, String> form, ValueSink sink) {
    if (value == null) {
      sink.nullValue();
    } else {
      sink.text(form.apply(value));
    }
  }

  private static Class<?> javaType(SqlType type) {
    return switch (type) {
      case REAL -> Float.class;
      case DOUBLE -> Double.class;
      case BOOLEAN -> Boolean.class;
      case DATE -> LocalDate.class;
      case TIMESTAMP -> LocalDateTime.class;
      case TIMESTAMPTZ -> OffsetDateTime.class;
      case TIME -> LocalTime.class;
      case BINARY -> byte[].class;
      default -> String.class;
    };
  }

  /** A DECFLOAT can be NaN or infinite, which {@code getBigDecimal} refuses. */
  private static @Nullable BigDecimal finite(@Nullable String text) {
    return text == null || !Character.isDigit(text.charAt(text.length() - 1))
        ? null
        : new BigDecimal(text);
  }

  private static @Nullable String json(@Nullable String text) {
    return text == null ? null : CompactJson.of(text);
  }

  private static @Nullable String array(ResultSet row, int index, ColumnDef column, H2Values values)
      throws SQLException {
    java.sql.Array array = row.getArray(index);
    if (array == null) {
      return null;
    }
    JsonText text = new JsonText();
    H2Values elements = column.wireForm() == WireForm.JSON ? values : values.unchecked();
    elements.write(array, column.elementType(), text);
    return text.toString();
  }

  private static void document(@Nullable String document, boolean json, ValueSink sink) {
    if (document == null) {
      sink.nullValue();
    } else if (json) {
      sink.json(document);
    } else {
      sink.text(document);
    }
  }
}
