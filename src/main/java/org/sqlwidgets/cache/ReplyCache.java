package org.sqlwidgets.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.widget.Query;

/** Replies by query and typed values; bounded by the bytes that they hold. */
public final class ReplyCache {
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final int LARGEST_REPLY = 8 * 1024 * 1024;

  private final Cache<Key, Kept> replies =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<Key, Kept>weigher((key, kept) -> kept.bytes().length + 200)
          .expireAfter(Expiry.<Key, Kept>creating((key, kept) -> kept.ttl()))
          .build();

  /** Counts how often everything was forgotten. */
  private final AtomicLong age = new AtomicLong();

  /**
   * What a reply depends on.
   *
   * @param age a reply that was begun before everything was forgotten is not found afterwards
   * @param query compared by identity: a file that is compiled again starts anew
   * @param params the typed values
   * @param writer compared by identity: the same rows have other forms in other views
   */
  private record Key(long age, Query query, BoundParams params, ReplyWriter writer) {
    @Override
    @SuppressWarnings("ReferenceEquality") // as the parameter's comment says
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.age == age
          && key.query == query
          && key.writer == writer
          && key.params.equals(params);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(query) + System.identityHashCode(writer))
          + params.hashCode();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(byte[] bytes, Duration ttl) {}

  /** A reply that is still fresh; never changed by the caller. */
  public Optional<byte[]> get(Query query, BoundParams params, ReplyWriter writer) {
    return query.cache().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(replies.getIfPresent(new Key(age(), query, params, writer)))
            .map(Kept::bytes);
  }

  /** What to hand to {@link #put} of a reply whose query begins now. */
  public long age() {
    return age.get();
  }

  /** Forgets everything, replies under way included: the data have changed. */
  public void clear() {
    age.incrementAndGet();
    replies.invalidateAll();
  }

  /**
   * Keeps a reply for as long as the query's author allows.
   *
   * @param begun the age when the query began
   */
  public void put(long begun, Query query, BoundParams params, ReplyWriter writer, byte[] bytes) {
    if (query.cache().isPresent() && bytes.length <= LARGEST_REPLY) {
      replies.put(new Key(begun, query, params, writer), new Kept(bytes, query.cache().get()));
    }
  }
}
