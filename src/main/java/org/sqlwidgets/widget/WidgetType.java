package org.sqlwidgets.widget;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of widget that a query can feed (contract §2.2, widget-file §4). */
public enum WidgetType {
  /** Any rows, shown as a grid. */
  TABLE("table"),
  /** One or more figures with a label and a change. */
  METRIC("metric"),
  /** A text in Markdown. */
  MARKDOWN("markdown");

  private final String word;

  WidgetType(String word) {
    this.word = word;
  }

  /** OpenBB's word for the type. */
  public String word() {
    return word;
  }

  /** The size on the dashboard when the author gives none. */
  public GridData defaultGridData() {
    return switch (this) {
      case TABLE -> new GridData(20, 12);
      case METRIC -> new GridData(8, 5);
      case MARKDOWN -> new GridData(20, 8);
    };
  }

  /** All types by OpenBB's word. */
  public static Map<String, WidgetType> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(WidgetType::word, Function.identity()));
  }
}
