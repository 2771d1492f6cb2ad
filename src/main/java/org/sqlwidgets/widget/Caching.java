package org.sqlwidgets.widget;

import java.time.Duration;

/**
 * How long a reply may be answered from memory (widget-file §3, {@code cache}).
 *
 * @param fresh for so long it is answered without asking the database
 * @param stale for so long after that it is still answered, while it is read anew; zero = not at
 *     all
 */
public record Caching(Duration fresh, Duration stale) {

  /** A reply that is not answered any more once it is not fresh. */
  public Caching(Duration fresh) {
    this(fresh, Duration.ZERO);
  }

  /** For so long a reply is of any use. */
  public Duration whole() {
    return fresh.plus(stale);
  }
}
