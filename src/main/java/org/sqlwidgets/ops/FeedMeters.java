package org.sqlwidgets.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.EndedRun;

/**
 * What is counted of one widget or lookup, from its first request until it is no longer served.
 *
 * <p>Each meter is found once and kept, so that a request costs an addition.
 */
final class FeedMeters {
  private final MeterRegistry registry;
  private final Tags tags;
  private final Map<Integer, Counter> requests = new ConcurrentHashMap<>();
  private final Queue<Meter> made = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Counter bytes;
  private volatile @Nullable Runs runs;

  /**
   * What is counted of runs.
   *
   * @param time of all of them
   * @param rows of all of them
   */
  private record Runs(Timer time, Counter rows) {}

  FeedMeters(MeterRegistry registry, Feed feed) {
    this.registry = registry;
    this.tags = Tags.of("kind", feed.kind(), "name", feed.name());
  }

  /** A reply was sent, or begun. */
  void replied(int status, long length) {
    Counter known = requests.get(status);
    (known == null ? requests.computeIfAbsent(status, this::requests) : known).increment();
    sent(length);
  }

  /** A part of a body was sent. */
  void sent(long length) {
    if (length > 0) {
      Counter known = bytes;
      (known == null ? bytes() : known).increment((double) length);
    }
  }

  /** A query was run. */
  void ran(EndedRun run) {
    Runs known = runs;
    Runs counted = known == null ? runs() : known;
    counted.time().record(run.time());
    counted.rows().increment((double) run.rows());
  }

  private Counter requests(int status) {
    return kept(
        Counter.builder("sql.widgets.requests")
            .description("Replies, by widget or lookup and status")
            .tags(tags.and("status", Integer.toString(status)))
            .register(registry));
  }

  private Counter bytes() {
    Counter counter =
        kept(
            Counter.builder("sql.widgets.sent")
                .description("Bytes of bodies, before compression")
                .baseUnit("bytes")
                .tags(tags)
                .register(registry));
    bytes = counter;
    return counter;
  }

  private Runs runs() {
    Runs made =
        new Runs(
            kept(
                Timer.builder("sql.widgets.feed.query")
                    .description("Time of queries, by widget or lookup")
                    .tags(tags)
                    .register(registry)),
            kept(
                Counter.builder("sql.widgets.rows")
                    .description("Rows that queries returned")
                    .tags(tags)
                    .register(registry)));
    runs = made;
    return made;
  }

  private <M extends Meter> M kept(M meter) {
    made.add(meter);
    return meter;
  }

  /** It is no longer served. */
  void remove() {
    made.forEach(registry::remove);
  }
}
