package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import org.sqlwidgets.access.AllowList;
import org.sqlwidgets.access.ApiKeys;

/**
 * What was made of a snapshot, once for each allow-list: a request only picks its own.
 *
 * @param <T> what was made
 */
final class Sight<T> {
  private final ApiKeys keys;
  private volatile Map<AllowList, T> made = Map.of();

  Sight(ApiKeys keys) {
    this.keys = keys;
  }

  void show(Map<AllowList, T> made) {
    this.made = Map.copyOf(made);
  }

  /** That of the caller. */
  T of(HttpRequest<?> request) {
    return Objects.requireNonNull(made.get(keys.callerOf(request).sees()));
  }
}
