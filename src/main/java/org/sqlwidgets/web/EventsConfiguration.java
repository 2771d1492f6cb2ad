package org.sqlwidgets.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many pages may follow changes of files at a time.
 *
 * @param maxStreams open streams in all
 * @param maxStreamsPerAddress open streams from one address; behind a proxy all have the same
 */
@ConfigurationProperties("sql-widgets.events")
record EventsConfiguration(
    @Bindable(defaultValue = "500") int maxStreams,
    @Bindable(defaultValue = "100") int maxStreamsPerAddress) {

  /** Refuses limits that would let nobody in. */
  EventsConfiguration {
    atLeastOne("max-streams", maxStreams);
    atLeastOne("max-streams-per-address", maxStreamsPerAddress);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "sql-widgets.events.%s is %d; expected at least 1".formatted(name, value));
    }
  }
}
