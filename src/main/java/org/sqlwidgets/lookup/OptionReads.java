package org.sqlwidgets.lookup;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers of each lookup when its options were last read, and whether that failed. */
@Singleton
public final class OptionReads {
  private final Map<String, LastRead> reads = new ConcurrentHashMap<>();
  private final Clock clock;

  OptionReads(Clock clock) {
    this.clock = clock;
  }

  /**
   * What is known of the last reads of a lookup since the start.
   *
   * @param readAt when its options were last read; null: not yet
   * @param count how many there were; null when that depends on other params
   * @param error why the last read failed; null when it did not
   */
  public record LastRead(
      @Nullable Instant readAt, @Nullable Integer count, @Nullable String error) {
    /** Nothing was read yet. */
    public static final LastRead NONE = new LastRead(null, null, null);
  }

  /**
   * Notes that all options were read.
   *
   * @param count how many; empty when that depends on other params
   */
  public void succeeded(String lookup, Optional<Integer> count) {
    reads.put(lookup, new LastRead(clock.instant(), count.orElse(null), null));
  }

  /** Notes that the options could not be read, and why, in words for the person at the screen. */
  public void failed(String lookup, String error) {
    reads.merge(
        lookup,
        new LastRead(null, null, error),
        (before, now) -> new LastRead(before.readAt(), before.count(), error));
  }

  /** The last reads of a lookup. */
  public LastRead of(String lookup) {
    return reads.getOrDefault(lookup, LastRead.NONE);
  }
}
