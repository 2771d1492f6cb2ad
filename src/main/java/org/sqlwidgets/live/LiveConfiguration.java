package org.sqlwidgets.live;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The limits of live grids.
 *
 * @param maxSubscribers sockets that may be open at a time
 * @param maxGroups different widgets and values that may be looked at at a time
 * @param maxQueries queries of live grids that may run at a time
 * @param ping a socket that is silent for so long is asked whether it is still there
 * @param patience a client that takes nothing for so long is dropped
 */
@ConfigurationProperties("sql-widgets.live")
public record LiveConfiguration(
    @Bindable(defaultValue = "1000") int maxSubscribers,
    @Bindable(defaultValue = "200") int maxGroups,
    @Bindable(defaultValue = "4") int maxQueries,
    @Bindable(defaultValue = "30s") Duration ping,
    @Bindable(defaultValue = "10s") Duration patience) {

  /** Refuses limits that would let nobody in. */
  public LiveConfiguration {
    atLeastOne("max-subscribers", maxSubscribers);
    atLeastOne("max-groups", maxGroups);
    atLeastOne("max-queries", maxQueries);
    aWhile("ping", ping);
    aWhile("patience", patience);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "sql-widgets.live.%s is %d; expected at least 1".formatted(name, value));
    }
  }

  private static void aWhile(String name, Duration value) {
    if (value.toMillis() < 1) {
      throw new IllegalArgumentException(
          "sql-widgets.live.%s is %s; expected a time longer than 0, such as 30s"
              .formatted(name, value));
    }
  }
}
