package org.sqlwidgets.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.sqlwidgets.query.QueryFailedException;

/**
 * Requests whose reply was broken off, with the reason: the client asks again after a second, and
 * then gets the text that no longer fitted into the first reply (widget-file §3, {@code maxRows}).
 */
final class BrokenReplies {
  private final Cache<String, QueryFailedException> failures =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(1)).build();

  void remember(String request, QueryFailedException failure) {
    failures.put(request, failure);
  }

  Optional<QueryFailedException> find(String request) {
    return Optional.ofNullable(failures.getIfPresent(request));
  }

  /** Forgets everything: another version of the files may do better. */
  void clear() {
    failures.invalidateAll();
  }
}
