package org.sqlwidgets.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long replies wait for their clients.
 *
 * @param patience a client that takes nothing of a streamed reply for so long is cut off; more than
 *     0
 */
@ConfigurationProperties("sql-widgets.replies")
record RepliesConfiguration(@Bindable(defaultValue = "1m") Duration patience) {

  /** Refuses a time in which nobody could take anything. */
  RepliesConfiguration {
    if (patience.toMillis() < 1) {
      throw new IllegalArgumentException(
          "sql-widgets.replies.patience is %s; expected a time longer than 0, such as 1m"
              .formatted(patience));
    }
  }
}
