package org.sqlwidgets.query;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date relative to today: {@code $currentDate}, {@code $currentDate-3m} (contract §3.3).
 *
 * @param amount how many units to go; negative is back
 * @param unit {@code h}, {@code b} (business days), {@code d}, {@code w}, {@code m} (months),
 *     {@code q} or {@code y}
 */
public record DateExpression(int amount, char unit) {
  private static final Pattern FORM =
      Pattern.compile("\\$currentDate(?:([+-])(\\d{1,5})([hbdwmqy]))?", Pattern.CASE_INSENSITIVE);
  private static final String START = "$currentDate";
  private static final int MONTHS_OF_A_QUARTER = 3;

  /** True when a text means to be such an expression, right or wrong. */
  public static boolean startsLike(String text) {
    return text.regionMatches(true, 0, START, 0, START.length());
  }

  /** The expression that a text holds; empty when it has another form. */
  public static Optional<DateExpression> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) == null) {
      return Optional.of(new DateExpression(0, 'd'));
    }
    int amount = Integer.parseInt(matcher.group(2));
    char unit = matcher.group(3).toLowerCase(Locale.ROOT).charAt(0);
    return Optional.of(new DateExpression("-".equals(matcher.group(1)) ? -amount : amount, unit));
  }

  /** The day that is meant now, in the clock's zone. */
  public LocalDate resolve(Clock clock) {
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDate today = now.toLocalDate();
    return switch (unit) {
      case 'h' -> now.plusHours(amount).toLocalDate();
      case 'b' -> plusBusinessDays(today, amount);
      case 'w' -> today.plusWeeks(amount);
      case 'm' -> today.plusMonths(amount);
      case 'q' -> today.plusMonths((long) MONTHS_OF_A_QUARTER * amount);
      case 'y' -> today.plusYears(amount);
      default -> today.plusDays(amount);
    };
  }

  private static LocalDate plusBusinessDays(LocalDate day, int amount) {
    LocalDate result = day;
    for (int left = Math.abs(amount); left > 0; ) {
      result = result.plusDays(Integer.signum(amount));
      if (result.getDayOfWeek() != DayOfWeek.SATURDAY
          && result.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return result;
  }
}
