package org.sqlwidgets.ssrm;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a text is held against another, upper and lower case being the same (contract §4.9). */
enum TextOperator {
  /** Has it somewhere. */
  CONTAINS("contains"),
  /** Has it nowhere. */
  NOT_CONTAINS("notContains"),
  /** The same. */
  EQUALS("equals"),
  /** Another. */
  NOT_EQUAL("notEqual"),
  /** Begins with it. */
  STARTS_WITH("startsWith"),
  /** Ends with it. */
  ENDS_WITH("endsWith");

  private final String word;

  TextOperator(String word) {
    this.word = word;
  }

  /** All operators by the grid's word. */
  static Map<String, TextOperator> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(value -> value.word, Function.identity()));
  }
}
