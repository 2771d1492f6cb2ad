package org.sqlwidgets.query;

import java.time.LocalDateTime;
import java.time.LocalTime;

/** Writes times as they are sent: {@code HH:mm:ss}, a fraction only when it is not zero. */
final class DateTimes {
  private static final int NANOS_OF_A_MICRO = 1000;

  private DateTimes() {}

  static String of(LocalDateTime value) {
    return value.toLocalDate() + " " + of(value.toLocalTime());
  }

  static String of(LocalTime value) {
    StringBuilder text = new StringBuilder(15);
    two(text, value.getHour()).append(':');
    two(text, value.getMinute()).append(':');
    two(text, value.getSecond());
    int micros = value.getNano() / NANOS_OF_A_MICRO;
    if (micros != 0) {
      String digits = String.format("%06d", micros);
      text.append('.').append(digits.replaceAll("0+$", ""));
    }
    return text.toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
