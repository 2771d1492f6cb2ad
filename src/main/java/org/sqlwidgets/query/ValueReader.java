package org.sqlwidgets.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sqlwidgets.widget.ParamType;
import org.sqlwidgets.widget.SqlType;

/**
 * Turns the text of one param value into the Java value to bind (widget-file §8).
 *
 * <p>Results by type: Short, Integer, Long, BigDecimal, Float, Double, Boolean, LocalDate,
 * LocalDateTime, OffsetDateTime, LocalTime, UUID, else String.
 */
public final class ValueReader {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int MOST_DIGITS = 1000;
  private static final int LONGEST_NUMBER = 1100;

  private final Clock clock;
  private final DateText dates;

  /** Dates without a zone are in the clock's zone, and today is the clock's. */
  public ValueReader(Clock clock) {
    this.clock = clock;
    this.dates = new DateText(clock);
  }

  /**
   * The value that a text means.
   *
   * @param text not empty
   * @param paramType the control it comes from
   * @param type the type to bind with
   * @throws RefusedValueException when it does not convert
   */
  public Object read(String text, ParamType paramType, SqlType type) {
    flaw(text)
        .ifPresent(
            flaw -> {
              throw new RefusedValueException("the value " + flaw);
            });
    return switch (paramType) {
      case NUMBER -> isText(type) ? numberText(text) : number(text, type);
      case BOOLEAN -> type.isNumber() || isText(type) ? text(bool(text), type) : bool(text);
      case DATE -> date(text, type);
      case TEXT, TICKER, TABS, ENDPOINT -> byType(text, type);
    };
  }

  /** Why no database can keep a text as it is; empty when it can. */
  public static Optional<String> flaw(String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.of("contains a NUL character; remove it");
    }
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
        ? Optional.of("contains half a character (a lone surrogate); type it anew")
        : Optional.empty();
  }

  private Object byType(String text, SqlType type) {
    return switch (type) {
      case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> number(text, type);
      case BOOLEAN -> bool(text);
      case DATE, TIMESTAMP, TIMESTAMPTZ -> date(text, type);
      case TIME -> dates.time(text);
      case UUID -> uuid(text);
      case CHAR, TEXT, JSON, ARRAY, BINARY, OTHER -> text;
    };
  }

  private static String numberText(String text) {
    number(text, SqlType.NUMERIC);
    return text.strip();
  }

  private static boolean isText(SqlType type) {
    return type == SqlType.TEXT || type == SqlType.CHAR;
  }

  private static Object text(boolean value, SqlType type) {
    if (isText(type)) {
      return String.valueOf(value);
    }
    return value ? number("1", type) : number("0", type);
  }

  private static boolean bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default ->
          throw new RefusedValueException(
              RefusedText.quoted(text) + " is not a boolean; expected true or false");
    };
  }

  private Object date(String text, SqlType type) {
    var value = dates.read(text.strip());
    return switch (type) {
      case TIMESTAMP -> value;
      case TIMESTAMPTZ -> value.atZone(clock.getZone()).toOffsetDateTime();
      case TEXT, CHAR -> value.toLocalDate().toString();
      default -> value.toLocalDate();
    };
  }

  private static UUID uuid(String text) {
    if (!UUID_FORM.matcher(text.strip()).matches()) {
      throw new RefusedValueException(RefusedText.quoted(text) + " is not a UUID");
    }
    return UUID.fromString(text.strip());
  }

  private static Object number(String text, SqlType type) {
    BigDecimal value =
        decimal(text)
            .orElseThrow(
                () -> new RefusedValueException(RefusedText.quoted(text) + " is not a number"));
    return switch (type) {
      case SMALLINT -> (short) whole(text, value, Short.MIN_VALUE, Short.MAX_VALUE);
      case INTEGER -> (int) whole(text, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> whole(text, value, Long.MIN_VALUE, Long.MAX_VALUE);
      case REAL -> finite(text, value.floatValue());
      case DOUBLE -> finite(text, value.doubleValue());
      default -> value;
    };
  }

  /** The number that a text holds; empty when it is none, or too large to be meant. */
  private static Optional<BigDecimal> decimal(String text) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST_NUMBER || !DECIMAL.matcher(stripped).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(stripped);
    if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS
        || Math.abs(value.scale()) > MOST_DIGITS) {
      throw new RefusedValueException(
          RefusedText.quoted(text) + " is out of range; at most 1,000 digits are accepted");
    }
    return Optional.of(value);
  }

  private static long whole(String text, BigDecimal value, long least, long most) {
    BigInteger integer;
    try {
      integer = value.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new RefusedValueException(RefusedText.quoted(text) + " is not a whole number");
    }
    if (integer.compareTo(BigInteger.valueOf(least)) < 0
        || integer.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new RefusedValueException(
          RefusedText.quoted(text) + " is out of range; expected " + least + " to " + most);
    }
    return integer.longValue();
  }

  private static float finite(String text, float value) {
    if (Float.isInfinite(value)) {
      throw new RefusedValueException(RefusedText.quoted(text) + " is out of range");
    }
    return value;
  }

  private static double finite(String text, double value) {
    if (Double.isInfinite(value)) {
      throw new RefusedValueException(RefusedText.quoted(text) + " is out of range");
    }
    return value;
  }
}
