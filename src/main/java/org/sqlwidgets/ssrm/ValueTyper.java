package org.sqlwidgets.ssrm;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.query.RefusedValueException;
import org.sqlwidgets.query.ValueReader;
import org.sqlwidgets.ssrm.Filter.Moment;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.SqlType;

/** Turns the texts of a request into values of the type of their column. */
final class ValueTyper {
  private static final BindType NUMERIC = ColumnTypes.bindType(SqlType.NUMERIC);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final Clock clock;
  private final ValueReader reader;

  /** The clock's zone is that of dates without one. */
  ValueTyper(Clock clock) {
    this.clock = clock;
    this.reader = new ValueReader(clock);
  }

  /** The value of one text. */
  BoundValue value(String key, ColumnDef column, String text) {
    BindType type = type(column, List.of(text));
    return new BoundValue(type, read(key, type.type(), text));
  }

  /** All values as one array. */
  BoundValue array(String key, ColumnDef column, List<String> texts) {
    BindType type = type(column, texts);
    return new BoundValue(
        type.withArray(true), texts.stream().map(text -> read(key, type.type(), text)).toList());
  }

  /** The column's own type; numeric when a whole number's column is held against others. */
  private BindType type(ColumnDef column, List<String> texts) {
    BindType own = ColumnTypes.bindType(column.sqlType());
    boolean fits =
        !own.type().isInteger() || texts.stream().allMatch(text -> fits(own.type(), text));
    return fits ? own : NUMERIC;
  }

  private boolean fits(SqlType type, String text) {
    try {
      reader.read(text, ParamType.TEXT, type);
      return true;
    } catch (RefusedValueException e) {
      return false;
    }
  }

  private Object read(String key, SqlType type, String text) {
    try {
      return reader.read(text, ParamType.TEXT, type);
    } catch (RefusedValueException e) {
      throw Refusal.of(key, String.valueOf(e.getMessage()));
    }
  }

  /** A day, for a column with a time of day too, unless the text names a time. */
  Moment moment(String key, ColumnDef column, String text) {
    try {
      if (column.sqlType() == SqlType.DATE) {
        return new Moment(
            new BoundValue(
                ColumnTypes.bindType(SqlType.DATE),
                reader.read(text, ParamType.DATE, SqlType.DATE)),
            Optional.empty());
      }
      var time = (LocalDateTime) reader.read(text, ParamType.DATE, SqlType.TIMESTAMP);
      boolean day = time.toLocalTime().equals(LocalTime.MIDNIGHT);
      return new Moment(
          bound(time, column.sqlType()),
          day && time.toLocalDate().isBefore(LAST_DAY)
              ? Optional.of(bound(time.plusDays(1), column.sqlType()))
              : Optional.empty());
    } catch (RefusedValueException e) {
      throw Refusal.of(key, String.valueOf(e.getMessage()));
    }
  }

  private BoundValue bound(LocalDateTime time, SqlType type) {
    Object value = type == SqlType.TIMESTAMPTZ ? zoned(time) : time;
    return new BoundValue(ColumnTypes.bindType(type), value);
  }

  private OffsetDateTime zoned(LocalDateTime time) {
    return time.atZone(clock.getZone()).toOffsetDateTime();
  }
}
