package org.sqlwidgets.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} of replies, written once a second however many there are (RFC 9110 §6.6.1). */
@Singleton
final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private volatile Written latest = new Written(Long.MIN_VALUE, "");

  @Inject
  HttpDate() {
    this(InstantSource.system());
  }

  HttpDate(InstantSource clock) {
    this.clock = clock;
  }

  /** The header's value at this moment. */
  String now() {
    long second = Math.floorDiv(clock.millis(), 1000L);
    Written written = latest;
    if (written.second != second) {
      written = new Written(second, FORMAT.format(Instant.ofEpochSecond(second)));
      latest = written;
    }
    return written.text;
  }

  private record Written(long second, String text) {}
}
