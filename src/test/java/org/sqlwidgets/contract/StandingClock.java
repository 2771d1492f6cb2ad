package org.sqlwidgets.contract;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.sqlwidgets.database.ZoneConfiguration;

/** A clock that always shows the moment of the setting {@value #NOW}. */
@Factory
@Requires(property = StandingClock.NOW)
class StandingClock {
  static final String NOW = "test.now";

  @Singleton
  @Replaces(Clock.class)
  Clock clock(@Value("${" + NOW + "}") String now, ZoneConfiguration zone) {
    return Clock.fixed(Instant.parse(now), zone.zoneId());
  }
}
