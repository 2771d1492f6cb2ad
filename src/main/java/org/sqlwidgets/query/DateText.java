package org.sqlwidgets.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Reads the forms in which a date may arrive (widget-file §8).
 *
 * <p>What databases do not keep is cut off: rounded by them, the last moment of a year would be one
 * of the next.
 */
final class DateText {
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final int BASIC_LENGTH = 8;
  private static final int DAY_LENGTH = 10;

  private final Clock clock;

  /** The clock's zone is that of dates without one. */
  DateText(Clock clock) {
    this.clock = clock;
  }

  /** The day and time that a text means, in the clock's zone; midnight when it names only a day. */
  LocalDateTime read(String text) {
    try {
      LocalDateTime value = parse(text).truncatedTo(ChronoUnit.MICROS);
      if (value.getYear() < 1 || value.getYear() > 9999) {
        throw new RefusedValueException(quoted(text) + " is outside the years 1 to 9999");
      }
      return value;
    } catch (DateTimeException e) {
      throw new RefusedValueException(
          quoted(text) + " is not a date; expected YYYY-MM-DD, such as 2024-01-31");
    }
  }

  private LocalDateTime parse(String text) {
    if (DateExpression.startsLike(text)) {
      return DateExpression.parse(text)
          .orElseThrow(
              () ->
                  new RefusedValueException(
                      quoted(text)
                          + " is not a date expression; expected $currentDate or"
                          + " $currentDate-3m, with one of the units h b d w m q y"))
          .resolve(clock)
          .atStartOfDay();
    }
    if (text.length() == BASIC_LENGTH) {
      return LocalDate.parse(text, BASIC).atStartOfDay();
    }
    if (text.length() == DAY_LENGTH) {
      return LocalDate.parse(text).atStartOfDay();
    }
    return dateTime(text.replace(' ', 'T'));
  }

  private LocalDateTime dateTime(String text) {
    boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 9;
    if (!zoned) {
      return LocalDateTime.parse(text);
    }
    ZoneId zone = clock.getZone();
    return OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime();
  }

  /** The time of day that a text means. */
  LocalTime time(String text) {
    try {
      return LocalTime.parse(text).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new RefusedValueException(quoted(text) + " is not a time; expected HH:mm:ss");
    }
  }

  private static String quoted(String text) {
    return RefusedText.quoted(text);
  }
}
