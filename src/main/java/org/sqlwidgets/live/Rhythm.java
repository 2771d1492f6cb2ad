package org.sqlwidgets.live;

import java.time.Duration;
import java.util.Optional;
import org.sqlwidgets.widget.LiveUpdates;

/** When to look at the database again; counts failures in a row. */
final class Rhythm {
  /** However often it is woken, no group looks more often than this. */
  static final Duration SHORTEST = Duration.ofMillis(250);

  /** Nobody minds to wait for so long. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Optional<Duration> interval;
  private Duration pause = Duration.ZERO;

  Rhythm(LiveUpdates updates) {
    interval = updates.interval();
  }

  /** True when whoever has missed something should not wait for the next look. */
  boolean isLeisurely() {
    return !isFailing() && interval.filter(one -> one.compareTo(LONGEST_WAIT) <= 0).isEmpty();
  }

  boolean isFailing() {
    return !pause.isZero();
  }

  /** The time until the next look after one that went well; empty = until it is woken. */
  Optional<Duration> afterSuccess() {
    pause = Duration.ZERO;
    return interval;
  }

  /** The time until the next look after one that failed: longer each time. */
  Duration afterFailure() {
    Duration first = interval.filter(one -> one.compareTo(FIRST_PAUSE) > 0).orElse(FIRST_PAUSE);
    Duration longest = first.compareTo(LONGEST_PAUSE) > 0 ? first : LONGEST_PAUSE;
    pause = isFailing() ? pause.multipliedBy(2) : first;
    pause = pause.compareTo(longest) > 0 ? longest : pause;
    return pause;
  }

  /** The time until a look that somebody asks for, when the last one began that long ago. */
  static Duration whenWoken(Duration sinceLast) {
    Duration left = SHORTEST.minus(sinceLast);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
