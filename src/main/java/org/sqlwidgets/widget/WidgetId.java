package org.sqlwidgets.widget;

/**
 * The name by which dashboards know a widget; its key in {@code widgets.json}.
 *
 * @param value {@code [a-z0-9][a-z0-9_-]*} (widget-file §2)
 */
public record WidgetId(String value) implements Comparable<WidgetId> {
  private static final int LONGEST = 200;

  /** Refuses a text of another form. */
  public WidgetId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a widget id: " + value);
    }
  }

  /** True when a text has the form of a widget id. */
  public static boolean isValid(String text) {
    if (text.isEmpty() || isTooLong(text) || !isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char next = text.charAt(i);
      if (!isLetterOrDigit(next) && next != '_' && next != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** True when a text has more characters than an id may have. */
  public static boolean isTooLong(String text) {
    return text.length() > LONGEST;
  }

  /** Alphabetical order. */
  @Override
  public int compareTo(WidgetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
