package org.sqlwidgets.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.widget.Query;

/**
 * Counts connections and replies, and to which widget or lookup these belong.
 *
 * <p>Only what is served has a name here; all other addresses are counted together, so that nobody
 * can make the list longer.
 */
@Singleton
public final class Traffic {
  private static final String WIDGETS = "/widgets/";
  private static final String OPTIONS = "/options/";
  private static final String CSV = ".csv";

  private final MeterRegistry registry;
  private final Feeds feeds;
  private final FeedMeters other;
  private final AtomicInteger connections = new AtomicInteger();
  private final Counter refused;
  private final Map<CacheResult, Counter> cache = new java.util.EnumMap<>(CacheResult.class);
  private volatile Map<Feed, FeedMeters> meters = Map.of();
  private volatile Map<String, FeedMeters> widgets = Map.of();
  private volatile Map<String, FeedMeters> lookups = Map.of();

  Traffic(Metrics metrics, Feeds feeds) {
    this.registry = metrics.registry();
    this.feeds = feeds;
    this.other = new FeedMeters(registry, Feed.OTHER);
    for (CacheResult result : CacheResult.values()) {
      cache.put(result, counter(result));
    }
    Gauge.builder("sql.widgets.connections", connections, AtomicInteger::get)
        .description("Connections of clients that are open")
        .register(registry);
    refused =
        Counter.builder("sql.widgets.connections.refused")
            .description("Connections of clients that were closed at once, as one too many")
            .register(registry);
  }

  private Counter counter(CacheResult result) {
    return Counter.builder("sql.widgets.cache.requests")
        .description("Requests for data, by what the cache knew")
        .tag("result", result.word())
        .register(registry);
  }

  /** Notes how many connections of clients are open now. */
  public void connected(int open) {
    connections.set(open);
  }

  /** Counts a connection that is one too many. */
  public void refused() {
    refused.increment();
  }

  /** What is served from now on; what has gone is no longer counted. */
  synchronized void follow(Snapshot snapshot) {
    Map<Feed, FeedMeters> before = meters;
    Map<Feed, FeedMeters> next = new HashMap<>();
    Map<String, FeedMeters> byId = new HashMap<>();
    Map<String, FeedMeters> byName = new HashMap<>();
    snapshot
        .widgets()
        .forEach(
            widget -> {
              String id = widget.id().value();
              byId.put(id, take(Feed.widget(id), before, next));
            });
    snapshot
        .lookups()
        .keySet()
        .forEach(name -> byName.put(name, take(Feed.lookup(name), before, next)));
    snapshot
        .compilation()
        .formerIds()
        .forEach((former, id) -> take(byId, former.value(), id.value()));
    snapshot.formerLookups().forEach((former, name) -> take(byName, former, name));
    meters = next;
    widgets = byId;
    lookups = byName;
    before.forEach(
        (feed, gone) -> {
          if (!next.containsKey(feed)) {
            gone.remove();
          }
        });
  }

  private FeedMeters take(Feed feed, Map<Feed, FeedMeters> before, Map<Feed, FeedMeters> next) {
    FeedMeters known = before.get(feed);
    FeedMeters taken = known == null ? new FeedMeters(registry, feed) : known;
    next.put(feed, taken);
    return taken;
  }

  private static void take(Map<String, FeedMeters> names, String former, String present) {
    Optional.ofNullable(names.get(present)).ifPresent(same -> names.putIfAbsent(former, same));
  }

  /**
   * Counts a reply.
   *
   * @param path of the request, below the base address
   * @param status of the reply
   * @param length of its body; 0 when it is not known yet
   */
  public void replied(String path, int status, long length) {
    of(path).replied(status, length);
  }

  /** Counts a request for data by what the cache knew. */
  public void asked(CacheResult result) {
    Counter counter = cache.get(result);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Counts a part of a body whose length nobody knew before. */
  public void streamed(Query query, long length) {
    of(feeds.of(query)).sent(length);
  }

  FeedMeters of(Feed feed) {
    return meters.getOrDefault(feed, other);
  }

  private FeedMeters of(String path) {
    if (path.startsWith(WIDGETS)) {
      String name = first(path, WIDGETS.length());
      String id = name.endsWith(CSV) ? name.substring(0, name.length() - CSV.length()) : name;
      return widgets.getOrDefault(id, other);
    }
    return path.startsWith(OPTIONS)
        ? lookups.getOrDefault(path.substring(OPTIONS.length()), other)
        : other;
  }

  private static String first(String path, int from) {
    int end = path.indexOf('/', from);
    return end < 0 ? path.substring(from) : path.substring(from, end);
  }
}
