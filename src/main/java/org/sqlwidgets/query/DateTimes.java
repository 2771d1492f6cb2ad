package org.sqlwidgets.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;

/** Writes times as they are sent: {@code HH:mm:ss}, a fraction only when it is not zero. */
final class DateTimes {
  private static final int NANOS_OF_A_MICRO = 1000;

  private DateTimes() {}

  static String of(LocalDate value) {
    return day(value) + era(value);
  }

  static String of(LocalDateTime value) {
    LocalDate day = value.toLocalDate();
    return day(day) + " " + of(value.toLocalTime()) + era(day);
  }

  private static String day(LocalDate value) {
    int year = value.get(ChronoField.YEAR_OF_ERA);
    StringBuilder text = new StringBuilder(10).append(year);
    while (text.length() < 4) {
      text.insert(0, '0');
    }
    two(text.append('-'), value.getMonthValue());
    return two(text.append('-'), value.getDayOfMonth()).toString();
  }

  /** PostgreSQL's mark of the years before 1. */
  private static String era(LocalDate value) {
    return value.getYear() < 1 ? " BC" : "";
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
