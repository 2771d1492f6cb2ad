package org.sqlwidgets.query;

import java.math.BigDecimal;

/** Writes floating point numbers as ECMAScript does: the shortest digits that read back equal. */
final class JsonNumbers {
  private static final int MOST_PLAIN_DIGITS = 21;
  private static final int MOST_LEADING_ZEROS = 6;

  private JsonNumbers() {}

  /** The text of a finite double. */
  static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    String shortest = Double.toString(value);
    String single = oneDigit(shortest);
    return layout(single != null && Double.parseDouble(single) == value ? single : shortest);
  }

  /** The text of a finite float, by the float's own shortest digits. */
  static String of(float value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return Long.toString((long) value);
    }
    String shortest = Float.toString(value);
    String single = oneDigit(shortest);
    return layout(single != null && Float.parseFloat(single) == value ? single : shortest);
  }

  /** Java always gives two digits ({@code 4.9E-324}), where one may do ({@code 5E-324}). */
  private static @org.jspecify.annotations.Nullable String oneDigit(String text) {
    BigDecimal value = new BigDecimal(text);
    return value.precision() == 2 && value.unscaledValue().intValue() % 10 != 0
        ? value.round(new java.math.MathContext(1)).toString()
        : null;
  }

  /** Digits and exponent as ECMA-262, Number::toString, lays them out. */
  private static String layout(String text) {
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    String sign = value.signum() < 0 ? "-" : "";
    String digits = value.unscaledValue().abs().toString();
    int k = digits.length();
    int n = k - value.scale();
    if (k <= n && n <= MOST_PLAIN_DIGITS) {
      return sign + digits + "0".repeat(n - k);
    }
    if (0 < n && n <= MOST_PLAIN_DIGITS) {
      return sign + digits.substring(0, n) + "." + digits.substring(n);
    }
    if (-MOST_LEADING_ZEROS < n && n <= 0) {
      return sign + "0." + "0".repeat(-n) + digits;
    }
    String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
    return sign + digits.charAt(0) + (k == 1 ? "" : "." + digits.substring(1)) + exponent;
  }
}
