package org.sqlwidgets.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * The time zone of {@code timestamptz} values, of {@code $currentDate} and of dates without one.
 *
 * @param zone a name such as {@code UTC} or {@code Europe/Zurich}
 */
@ConfigurationProperties("sql-widgets")
public record ZoneConfiguration(@Bindable(defaultValue = "UTC") String zone) {

  /** Refuses a name that is no time zone. */
  public ZoneConfiguration {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "sql-widgets.zone is \"" + zone + "\"; expected a time zone such as UTC or Europe/Zurich",
          e);
    }
  }

  /** The zone itself. */
  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }
}
