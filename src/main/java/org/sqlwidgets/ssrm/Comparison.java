package org.sqlwidgets.ssrm;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a number or a date is held against another (contract §4.9). */
enum Comparison {
  /** The same. */
  EQUALS("equals"),
  /** Another. */
  NOT_EQUAL("notEqual"),
  /** Less, or before. */
  LESS_THAN("lessThan"),
  /** Less or the same. */
  LESS_THAN_OR_EQUAL("lessThanOrEqual"),
  /** More, or after. */
  GREATER_THAN("greaterThan"),
  /** More or the same. */
  GREATER_THAN_OR_EQUAL("greaterThanOrEqual"),
  /** Between two, both included. */
  IN_RANGE("inRange");

  private final String word;

  Comparison(String word) {
    this.word = word;
  }

  /** All comparisons by the grid's word. */
  static Map<String, Comparison> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(value -> value.word, Function.identity()));
  }
}
