package org.sqlwidgets.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes titles of names: {@code close_usd} becomes {@code Close USD} (widget-file §3, §6). */
public final class Titles {
  private static final Set<String> ACRONYMS =
      Set.of(
          "AI", "API", "APR", "APY", "AUM", "CAGR", "CEO", "CFO", "CIK", "CPI", "CUSIP", "EBIT",
          "EBITDA", "EPS", "ESG", "ETF", "EU", "EUR", "FIGI", "FX", "GBP", "GDP", "HTTP", "ID",
          "IPO", "IRR", "ISIN", "JPY", "KPI", "LEI", "MOM", "MTD", "NAV", "PE", "PNL", "QOQ", "QTD",
          "ROA", "ROE", "ROI", "SEC", "SEDOL", "SQL", "UK", "URL", "US", "USA", "USD", "VAT",
          "VWAP", "WKN", "YOY", "YTD");

  private Titles() {}

  /** The title of a name. */
  public static String of(String name) {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[_\\-\\s]+", " ");
    return Arrays.stream(words.strip().split(" "))
        .filter(word -> !word.isEmpty())
        .map(Titles::word)
        .collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (ACRONYMS.contains(upper)) {
      return upper;
    }
    return upper.charAt(0) + word.substring(1);
  }
}
