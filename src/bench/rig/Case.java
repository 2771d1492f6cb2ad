package rig;

import java.util.Arrays;
import java.util.Locale;

/** What is asked for, the same of every server. */
public enum Case {
  ONE_ROW("/widgets/one_row?symbol={symbol}"),
  HUNDRED("/widgets/table100?symbol={symbol}"),
  OPTIONS("/options/options"),
  TEN_THOUSAND("/widgets/table10k?symbols={symbols}"),
  MILLION("/widgets/table1m?last_symbol={symbol}"),
  WIDGETS("/widgets.json");

  private final String path;

  Case(String path) {
    this.path = path;
  }

  /** The case of a name such as {@code one-row}. */
  public static Case named(String name) {
    return Arrays.stream(values())
        .filter(value -> value.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new Missing("no case " + name + ", only " + Arrays.toString(values())));
  }

  /** The path, in which {@code wrk.lua} fills in symbols. */
  public String path() {
    return path;
  }

  /** The path for the symbol of a number from 1 to 500. */
  public String path(int number) {
    String symbol = "SYM%03d".formatted(number);
    String other = "SYM%03d".formatted(501 - number);
    return path.replace("{symbols}", symbol + "," + other).replace("{symbol}", symbol);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
