package org.sqlwidgets.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.widget.Caching;
import org.sqlwidgets.widget.Query;

/** Replies by query and typed values; bounded by the bytes that they and their requests hold. */
public final class ReplyCache {
  private static final long MEGABYTE = 1024L * 1024;

  private final Cache<ReplyKey, KeptReply> replies;
  private final LongSupplier nanoTime;

  /** Counts how often everything was forgotten. */
  private final AtomicLong age = new AtomicLong();

  /** A cache of the size that the settings allow. */
  public ReplyCache(CacheConfiguration configuration) {
    this(configuration, System::nanoTime);
  }

  ReplyCache(CacheConfiguration configuration, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    replies =
        Caffeine.newBuilder()
            .maximumWeight(configuration.megabytes() * MEGABYTE)
            .<ReplyKey, KeptReply>weigher((key, kept) -> key.weight() + kept.weight())
            .expireAfter(
                Expiry.<ReplyKey, KeptReply>creating((key, kept) -> kept.caching().whole()))
            .ticker(nanoTime::getAsLong)
            .build();
  }

  /**
   * A reply from memory.
   *
   * @param reply its bytes and their tag
   * @param age how old the data are
   * @param left how long it stays fresh; negative when it is not fresh any more
   * @param refresh true when the caller is to have it read anew
   */
  public record Found(KeptReply reply, Duration age, Duration left, boolean refresh) {}

  /** What the reply to a request that comes now depends on. */
  public ReplyKey key(Query query, BoundParams params, ReplyForm form) {
    return new ReplyKey(age.get(), query.text(), query.datasource(), params, form);
  }

  /** A reply that its author allows to send, fresh or stale. */
  public Optional<Found> find(ReplyKey key) {
    KeptReply kept = replies.getIfPresent(key);
    return kept == null ? Optional.empty() : Optional.of(found(kept, nanoTime.getAsLong()));
  }

  private static Found found(KeptReply kept, long now) {
    Duration old = kept.age(now);
    return new Found(kept, old, kept.caching().fresh().minus(old), kept.claimRefresh(now));
  }

  /** How much is kept at this moment. */
  public CacheLoad load() {
    long bytes =
        replies.policy().eviction().stream()
            .mapToLong(eviction -> eviction.weightedSize().orElse(0))
            .sum();
    return new CacheLoad(replies.estimatedSize(), bytes);
  }

  /** Forgets everything, replies under way included: the data have changed. */
  public void clear() {
    age.incrementAndGet();
    replies.invalidateAll();
  }

  /**
   * Keeps a reply for as long as the query's author allows.
   *
   * @param caching what the author allows
   * @param begun when the query began, by {@link System#nanoTime}
   * @param tag what names these bytes, and no others
   * @return the reply, which may be over its time by now
   */
  public KeptReply put(ReplyKey key, Caching caching, long begun, byte[] bytes, String tag) {
    KeptReply kept = new KeptReply(bytes, tag, caching, begun);
    if (nanoTime.getAsLong() - begun < caching.whole().toNanos()) {
      replies.put(key, kept);
    }
    return kept;
  }

  /** The bytes of a reply as gzip, made by the first who asks and then kept with it. */
  public byte[] gzip(ReplyKey key, KeptReply kept) {
    boolean known = kept.isCompressed();
    byte[] gzip = kept.gzip();
    if (!known) {
      replies.asMap().replace(key, kept, kept); // weighs it anew
    }
    return gzip;
  }
}
