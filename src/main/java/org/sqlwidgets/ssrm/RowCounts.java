package org.sqlwidgets.ssrm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.widget.Query;

/** How many rows there were when they were last counted, for a minute. */
final class RowCounts {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST = 1000;

  /** A filter that is longer as text is not worth its memory. */
  private static final int LONGEST_REQUEST = 10_000;

  private final Cache<Key, Long> counts;

  RowCounts() {
    this(System::nanoTime);
  }

  /**
   * Nothing counted yet.
   *
   * @param nanoTime tells the time
   */
  RowCounts(LongSupplier nanoTime) {
    counts =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .ticker(nanoTime::getAsLong)
            .build();
  }

  /**
   * What the number of rows depends on.
   *
   * @param query compared by identity: a file that is compiled again starts anew
   * @param params the values of the author's params
   * @param request its groups and its filter
   */
  record Key(Query query, BoundParams params, RowsRequest request) {
    @Override
    @SuppressWarnings("ReferenceEquality") // as the parameter's comment says
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.query == query
          && key.params.equals(params)
          && key.request.equals(request);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(query) + params.hashCode()) + request.hashCode();
    }
  }

  OptionalLong find(Key key) {
    Long count = counts.getIfPresent(key);
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /**
   * Keeps a number for a minute; who is told a known one again does not make it last longer.
   *
   * @param known what was found before; empty when it was not looked for
   */
  void put(Key key, OptionalLong known, long count) {
    boolean isNews = known.isEmpty() || known.getAsLong() != count;
    if (isNews && key.request().toString().length() <= LONGEST_REQUEST) {
      counts.put(key, count);
    }
  }

  /** How many numbers are kept. */
  long size() {
    counts.cleanUp();
    return counts.estimatedSize();
  }
}
