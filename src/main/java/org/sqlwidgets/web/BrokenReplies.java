package org.sqlwidgets.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import org.sqlwidgets.cache.ReplyKey;
import org.sqlwidgets.query.QueryFailedException;

/**
 * Requests that failed, with the reason, for the client that asks again after a second (contract
 * §1.2): its second try costs the database nothing, and gets the text that no longer fitted into a
 * reply that was broken off.
 */
final class BrokenReplies {
  private static final Duration BROKEN_OFF = Duration.ofMinutes(1);
  private static final Duration SECOND_TRY = Duration.ofSeconds(3);

  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** About what a failure takes in memory with where it came from. */
  private static final int FAILURE = 4000;

  private record Failure(QueryFailedException failure, Duration remembered) {}

  private final Cache<ReplyKey, Failure> failures =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<ReplyKey, Failure>weigher((request, failure) -> request.weight() + FAILURE)
          .expireAfter(Expiry.<ReplyKey, Failure>creating((key, failure) -> failure.remembered()))
          .build();

  /** Remembers a failure; for longer when nobody has read its text. */
  void remember(ReplyKey request, QueryFailedException failure, boolean halfSent) {
    failures.put(request, new Failure(failure, halfSent ? BROKEN_OFF : SECOND_TRY));
  }

  Optional<QueryFailedException> find(ReplyKey request) {
    return Optional.ofNullable(failures.getIfPresent(request)).map(Failure::failure);
  }

  /** Forgets everything: another version of the files may do better. */
  void clear() {
    failures.invalidateAll();
  }
}
