package org.sqlwidgets.registry;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the folder was compiled.
 *
 * @param count compilations since the start
 * @param time of all of them
 * @param lastSuccess when folder and lookups were last looked at without failure
 */
public record Reloads(long count, Duration time, Instant lastSuccess) {

  /** Before the first look. */
  static final Reloads NONE = new Reloads(0, Duration.ZERO, Instant.EPOCH);

  Reloads compiled(Duration took) {
    return new Reloads(count + 1, time.plus(took), lastSuccess);
  }

  Reloads succeeded(Instant now) {
    return new Reloads(count, time, now);
  }
}
