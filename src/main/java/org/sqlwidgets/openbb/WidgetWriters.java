package org.sqlwidgets.openbb;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sqlwidgets.openbb.View.Theme;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.QueryContent;

/** The writers of one widget, one for each view, made once. */
public final class WidgetWriters {
  private final Map<View, ReplyWriter> writers;

  private WidgetWriters(Map<View, ReplyWriter> writers) {
    this.writers = writers;
  }

  /** Makes the writers of a widget that a query feeds. */
  public static WidgetWriters of(Widget widget, QueryContent content) {
    Map<View, ReplyWriter> writers = new HashMap<>();
    for (Theme theme : Theme.values()) {
      for (boolean raw : new boolean[] {false, true}) {
        View view = new View(theme, raw);
        writers.put(view, ReplyWriter.of(widget, content, view));
      }
    }
    return new WidgetWriters(Map.copyOf(writers));
  }

  /** The writer for a view. */
  public ReplyWriter writer(View view) {
    return Objects.requireNonNull(writers.get(view));
  }
}
