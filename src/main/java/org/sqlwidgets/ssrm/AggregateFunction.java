package org.sqlwidgets.ssrm;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a group shows of a column (contract §4.9). */
enum AggregateFunction {
  /** The total. */
  SUM("sum"),
  /** The smallest value. */
  MIN("min"),
  /** The largest value. */
  MAX("max"),
  /** The mean. */
  AVG("avg"),
  /** The number of rows, those without a value included. */
  COUNT("count"),
  /** The value of the group's first row. */
  FIRST("first"),
  /** The value of the group's last row. */
  LAST("last");

  private final String word;

  AggregateFunction(String word) {
    this.word = word;
  }

  /** The grid's word. */
  String word() {
    return word;
  }

  /** True when it depends on the order of the rows. */
  boolean needsOrder() {
    return this == FIRST || this == LAST;
  }

  /** All functions by the grid's word. */
  static Map<String, AggregateFunction> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(value -> value.word, Function.identity()));
  }
}
