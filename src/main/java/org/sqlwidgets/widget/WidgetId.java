package org.sqlwidgets.widget;

import java.util.regex.Pattern;

/**
 * The name by which dashboards know a widget; its key in {@code widgets.json}.
 *
 * @param value {@code [a-z0-9][a-z0-9_-]*} (widget-file §2)
 */
public record WidgetId(String value) implements Comparable<WidgetId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]*");
  private static final int LONGEST = 200;

  /** Refuses a text of another form. */
  public WidgetId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a widget id: " + value);
    }
  }

  /** True when a text has the form of a widget id. */
  public static boolean isValid(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
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
