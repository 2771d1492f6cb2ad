package org.sqlwidgets.query;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The limits of a query whose author sets none.
 *
 * @param timeout after this long it is cancelled; more than 0
 * @param maxRows more rows than this are an error; at least 1
 * @param slowAfter a query that takes longer gets a line in the log; 0 = none does
 */
@ConfigurationProperties("sql-widgets.query")
public record QueryConfiguration(
    @Bindable(defaultValue = "30s") Duration timeout,
    @Bindable(defaultValue = "100000") int maxRows,
    @Bindable(defaultValue = "2s") Duration slowAfter) {

  /** Refuses limits that no query could meet. */
  public QueryConfiguration {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException(
          "sql-widgets.query.timeout is "
              + timeout
              + "; expected a time longer than 0, such as 30s");
    }
    if (slowAfter.isNegative()) {
      throw new IllegalArgumentException(
          "sql-widgets.query.slow-after is "
              + slowAfter
              + "; expected a time such as 2s, or 0s for no lines about slow queries");
    }
    if (maxRows < 1) {
      throw new IllegalArgumentException(
          "sql-widgets.query.max-rows is " + maxRows + "; expected at least 1");
    }
  }
}
