package org.sqlwidgets.widget;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of control that give a param its value (contract §3.2). */
public enum ParamType {
  /** Text box, or a dropdown when there are options. */
  TEXT,
  /** Number box, or a dropdown when there are options. */
  NUMBER,
  /** Toggle. */
  BOOLEAN,
  /** Date picker. */
  DATE,
  /** Symbol search of the client; its default is the dashboard's own symbol. */
  TICKER,
  /** Row of tabs. */
  TABS,
  /** Dropdown whose options come from a lookup. */
  ENDPOINT;

  /** OpenBB's word for the type. */
  public String word() {
    return switch (this) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TICKER -> "ticker";
      case TABS -> "tabs";
      case ENDPOINT -> "endpoint";
    };
  }

  /** All types by OpenBB's word. */
  public static Map<String, ParamType> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(ParamType::word, Function.identity()));
  }
}
