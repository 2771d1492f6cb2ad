package org.sqlwidgets.openbb;

import org.jspecify.annotations.Nullable;

/**
 * How the client wants to see a reply, said by parameters of its own (contract §1.2).
 *
 * @param theme the colours of the dashboard
 * @param raw true for the bare rows behind a chart or a page
 */
public record View(Theme theme, boolean raw) {

  /** The colours of the dashboard. */
  public enum Theme {
    /** Light text on dark ground; also when nothing is said. */
    DARK,
    /** Dark text on light ground. */
    LIGHT
  }

  /** What a view is when the client says nothing. */
  public static final View PLAIN = new View(Theme.DARK, false);

  /** The view of a request's {@code theme} and {@code raw}; other words count as nothing said. */
  public static View of(@Nullable String theme, @Nullable String raw) {
    return new View(
        "light".equalsIgnoreCase(theme) ? Theme.LIGHT : Theme.DARK, "true".equalsIgnoreCase(raw));
  }
}
