package org.sqlwidgets.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.sqlwidgets.cache.ReplyKey;

/**
 * Requests whose reply was too large to be kept; they do not wait for each other's run, nor for
 * their rows.
 */
final class LargeReplies {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Cache<ReplyKey, Boolean> large =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<ReplyKey, Boolean>weigher((request, known) -> request.weight())
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  void remember(ReplyKey request) {
    large.put(request, true);
  }

  boolean knows(ReplyKey request) {
    return large.getIfPresent(request) != null;
  }
}
