package org.sqlwidgets.query;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How many requests may wait for the database, and for how long.
 *
 * @param maxWaiting requests that may wait for a connection of one datasource; at least 1
 * @param perWidget queries of one widget that may run at a time; at least 1
 * @param patience for so long a request waits for others of its widget; more than 0
 */
@ConfigurationProperties("sql-widgets.queue")
public record QueueConfiguration(
    @Bindable(defaultValue = "200") int maxWaiting,
    @Bindable(defaultValue = "6") int perWidget,
    @Bindable(defaultValue = "5s") Duration patience) {

  /** Refuses limits that would let nobody in. */
  public QueueConfiguration {
    atLeastOne("max-waiting", maxWaiting);
    atLeastOne("per-widget", perWidget);
    if (patience.toMillis() < 1) {
      throw new IllegalArgumentException(
          "sql-widgets.queue.patience is %s; expected a time longer than 0, such as 5s"
              .formatted(patience));
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "sql-widgets.queue.%s is %d; expected at least 1".formatted(name, value));
    }
  }
}
