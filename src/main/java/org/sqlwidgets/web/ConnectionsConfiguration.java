package org.sqlwidgets.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many connections may be open.
 *
 * @param max in all; one address may have half of them, or of an IPv6 address its network
 */
@ConfigurationProperties("sql-widgets.connections")
record ConnectionsConfiguration(@Bindable(defaultValue = "10000") int max) {

  /** Refuses a limit that would let nobody in. */
  ConnectionsConfiguration {
    if (max < 2) {
      throw new IllegalArgumentException(
          "sql-widgets.connections.max is %d; expected at least 2".formatted(max));
    }
  }

  /** From one address, so that nobody keeps all others out. */
  int maxPerAddress() {
    return max / 2;
  }
}
