package org.sqlwidgets.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.ColumnDef;

/**
 * Formats the values of one column for people, by its {@code prefix}, {@code suffix}, {@code
 * decimalPlaces} and {@code formatterFn} (contract §4.1, widget-file §4).
 *
 * <p>Digits are dropped only where {@code decimalPlaces} or {@code formatterFn: int} asks for it;
 * halves are rounded away from zero.
 */
public final class CellFormat {
  /** What stands for SQL NULL. */
  public static final String NOTHING = "–";

  private static final int GROUP = 3;

  private final boolean number;
  private final String formatterFn;
  private final Optional<Integer> decimalPlaces;
  private final String prefix;
  private final String suffix;

  /** The format that a column's published keys ask for. */
  public CellFormat(ColumnDef column) {
    number = column.sqlType().isNumber();
    formatterFn = column.publishedText("formatterFn").orElse("");
    decimalPlaces = column.publishedText("decimalPlaces").map(Integer::valueOf);
    prefix = column.publishedText("prefix").orElse("");
    suffix = column.publishedText("suffix").orElse("");
  }

  /** The text for people; NULL is {@value #NOTHING}. */
  public String format(@Nullable String value) {
    if (value == null) {
      return NOTHING;
    }
    if (formatterFn.equals("dateToYear")) {
      return prefix + value.substring(0, Math.min(4, value.length())) + suffix;
    }
    return number ? decimal(new BigDecimal(value)) : prefix + value + suffix;
  }

  /** The same number with the asked decimals, without separators, prefix or suffix. */
  public String plain(String value) {
    return number ? rounded(new BigDecimal(value)).toPlainString() : value;
  }

  private String decimal(BigDecimal value) {
    boolean hundredfold = formatterFn.startsWith("normalized");
    BigDecimal shown = rounded(hundredfold ? value.movePointRight(2) : value);
    String digits = shown.abs().toPlainString();
    String sign = shown.signum() < 0 ? "-" : "";
    String unit = formatterFn.toLowerCase(java.util.Locale.ROOT).endsWith("percent") ? " %" : "";
    return sign + prefix + (formatterFn.equals("none") ? digits : grouped(digits)) + unit + suffix;
  }

  private BigDecimal rounded(BigDecimal value) {
    if (decimalPlaces.isPresent()) {
      return value.setScale(decimalPlaces.get(), RoundingMode.HALF_UP);
    }
    return formatterFn.equals("int") ? value.setScale(0, RoundingMode.HALF_UP) : value;
  }

  /** The digits with a comma between thousands. */
  static String grouped(String digits) {
    int point = digits.indexOf('.');
    int end = point < 0 ? digits.length() : point;
    StringBuilder text = new StringBuilder(digits);
    for (int i = end - GROUP; i > 0; i -= GROUP) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
