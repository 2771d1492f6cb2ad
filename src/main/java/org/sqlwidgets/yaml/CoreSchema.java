package org.sqlwidgets.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what an unquoted value is, by the core schema of YAML 1.2 (chapter 10.3). */
final class CoreSchema {
  /** No number is longer, and none has a larger exponent: a reader's memory is bounded. */
  static final int MAX_DIGITS = 400;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern NUMBER =
      Pattern.compile(
          "0o[0-7]++|0x[0-9a-fA-F]++"
              + "|[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  private CoreSchema() {}

  /** The kind of an unquoted value; infinities and "not a number" are no numbers here. */
  static YamlScalar.Kind kind(String plain) {
    if (NULLS.contains(plain)) {
      return YamlScalar.Kind.NULL;
    }
    if (BOOLEANS.contains(plain)) {
      return YamlScalar.Kind.BOOLEAN;
    }
    return NUMBER.matcher(plain).matches() ? YamlScalar.Kind.NUMBER : YamlScalar.Kind.TEXT;
  }

  /** True for the core schema's infinities and "not a number". */
  static boolean isNotFinite(String plain) {
    return NOT_FINITE.matcher(plain).matches();
  }

  /** The exact value; empty when the text is no number, or is beyond 400 digits. */
  static Optional<BigDecimal> number(String text) {
    if (text.length() > MAX_DIGITS || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(text)).filter(CoreSchema::isWithinRange);
    } catch (NumberFormatException e) { // the exponent does not fit into an int
      return Optional.empty();
    }
  }

  private static BigDecimal parse(String text) {
    if (text.startsWith("0x")) {
      return new BigDecimal(new BigInteger(text.substring(2), 16));
    }
    if (text.startsWith("0o")) {
      return new BigDecimal(new BigInteger(text.substring(2), 8));
    }
    return new BigDecimal(text);
  }

  private static boolean isWithinRange(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_DIGITS
        && number.precision() - (long) number.scale() <= MAX_DIGITS;
  }
}
