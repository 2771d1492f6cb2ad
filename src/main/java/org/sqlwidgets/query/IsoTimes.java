package org.sqlwidgets.query;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Writes times in ISO 8601: with a {@code T}, and with the offset where one is known. */
final class IsoTimes {
  private static final int LENGTH_OF_HOURS = 3;

  private IsoTimes() {}

  static String of(LocalDateTime value) {
    return DateTimes.of(value).replaceFirst(" ", "T");
  }

  static String of(OffsetDateTime value, ZoneId zone) {
    ZonedDateTime there = value.atZoneSameInstant(zone);
    return of(there.toLocalDateTime()) + there.getOffset().getId();
  }

  /** PostgreSQL's text of a timestamp, with or without an offset such as {@code +05:30}. */
  static void ofPostgres(byte[] bytes, ValueSink sink) {
    String text = new String(bytes, StandardCharsets.US_ASCII);
    if (text.endsWith("y")) {
      sink.nullValue();
      return;
    }
    int time = text.indexOf(' ');
    int offset = Math.max(text.indexOf('+', time), text.indexOf('-', time));
    String zone = offset < 0 ? "" : text.substring(offset);
    String local = (offset < 0 ? text : text.substring(0, offset)).replaceFirst(" ", "T");
    sink.text(
        local + (zone.length() == LENGTH_OF_HOURS ? zone + ":00" : zone).replace("+00:00", "Z"));
  }
}
