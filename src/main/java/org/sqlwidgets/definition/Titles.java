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

  /** The title of a name, which is the name itself when there is nothing to show of it. */
  public static String of(String name) {
    return of(name, name);
  }

  /**
   * The title of a name.
   *
   * @param otherwise the title when the name has nothing to show
   */
  static String of(String name, String otherwise) {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[_\\-\\s]+", " ");
    String title =
        Arrays.stream(words.strip().split(" "))
            .filter(word -> !word.isEmpty())
            .map(Titles::word)
            .collect(Collectors.joining(" "));
    return OpenbbShapes.isBlank(title) ? otherwise : title;
  }

  private static String word(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (ACRONYMS.contains(upper)) {
      return upper;
    }
    int first = word.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + word.substring(Character.charCount(first));
  }
}
