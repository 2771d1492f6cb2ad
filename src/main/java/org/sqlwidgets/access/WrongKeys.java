package org.sqlwidgets.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the wrong keys of each address, and says how long the address has to wait.
 *
 * <p>Only answers to wrong keys depend on it, so nobody locks out anybody else: who shows a right
 * key is served, whatever others at the same address do. Nothing waits and no thread is held.
 */
@Singleton
public final class WrongKeys {
  /** So many may be mistaken before anybody waits: a dashboard asks for many widgets at once. */
  static final int FREE = 10;

  /** The longest wait. */
  static final Duration LONGEST = Duration.ofMinutes(1);

  /** More addresses are not remembered; then the ones that were quiet for longest are forgotten. */
  static final int ADDRESSES = 10_000;

  private static final Duration MEMORY = Duration.ofMinutes(15);

  private final Clock clock;
  private final Cache<String, Tries> tries;

  WrongKeys(Clock clock) {
    this.clock = clock;
    this.tries =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterWrite(MEMORY)
            .ticker(() -> clock.millis() * 1_000_000)
            .executor(Runnable::run)
            .build();
  }

  /**
   * What comes of a wrong key.
   *
   * @param pause the time that must pass before the next one is looked at; zero while there were
   *     few
   * @param isNew false when this one came before the time had passed, and is worth no record
   */
  public record Verdict(Duration pause, boolean isNew) {}

  private record Tries(int count, Instant until, boolean isNew) {
    Tries next(Instant now) {
      if (now.isBefore(until)) {
        return new Tries(count, until, false);
      }
      return new Tries(count + 1, now.plus(pause(count + 1)), true);
    }

    private static Duration pause(int count) {
      int doublings = Math.min(count - FREE - 1, 10);
      Duration pause = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
      return atMost(pause);
    }
  }

  /** Counts the wrong key of a request. */
  public Verdict note(HttpRequest<?> request) {
    return note(CallerAddress.network(request));
  }

  Verdict note(String address) {
    Instant now = clock.instant();
    Tries present =
        tries
            .asMap()
            .compute(
                address,
                (key, known) -> (known == null ? new Tries(0, now, true) : known).next(now));
    return new Verdict(until(now, present.until()), present.isNew());
  }

  /** Never more than the longest wait, even when the clock was set back. */
  private static Duration until(Instant now, Instant end) {
    Duration left = Duration.between(now, end);
    return left.isNegative() ? Duration.ZERO : atMost(left);
  }

  private static Duration atMost(Duration pause) {
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  /** How many addresses are remembered. */
  long addresses() {
    tries.cleanUp();
    return tries.estimatedSize();
  }
}
