package org.sqlwidgets.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.sqlwidgets.query.QueryFailedException.Reason;

/** Keeps numbers that a client would round from being sent as numbers (widget-file §9). */
final class SafeNumbers {
  /** 2^53 − 1, the largest whole number up to which a double is exact. */
  static final long LARGEST = 9_007_199_254_740_991L;

  private static final BigInteger LARGEST_INTEGER = BigInteger.valueOf(LARGEST);

  /** A whole part of fewer digits is always small enough. */
  private static final int SAFE_DIGITS = 15;

  private SafeNumbers() {}

  static long check(String column, long value) {
    if (value > LARGEST || value < -LARGEST) {
      throw unsafe(column);
    }
    return value;
  }

  static BigDecimal check(String column, BigDecimal value) {
    if (value.precision() - value.scale() > SAFE_DIGITS
        && value.toBigInteger().abs().compareTo(LARGEST_INTEGER) > 0) {
      throw unsafe(column);
    }
    return value;
  }

  /** Checks plain decimal text, such as {@code -12.50}, without making a number of it. */
  static void check(String column, byte[] ascii) {
    int digits = 0;
    for (byte c : ascii) {
      if (c == '.') {
        break;
      }
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    if (digits > SAFE_DIGITS) {
      check(column, new BigDecimal(ascii(ascii)));
    }
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static QueryFailedException unsafe(String column) {
    return new QueryFailedException(
        Reason.REFUSED,
        "Column '"
            + column
            + "' holds a number beyond ±9007199254740991, which clients would round; its author"
            + " can send the column as text with columns: {"
            + column
            + ": {cellDataType: text}}",
        null);
  }
}
