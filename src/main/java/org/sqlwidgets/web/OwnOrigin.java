package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Knows the pages of this very server, such as the gallery, by the origin they send. */
final class OwnOrigin {
  private OwnOrigin() {}

  /**
   * Whether a page of the host that is asked sent the request.
   *
   * <p>Either scheme will do: behind a proxy the page has come by HTTPS and the request has not.
   * Without API keys the host's name was checked before; with keys the caller has shown one.
   */
  static boolean is(String origin, HttpRequest<?> request) {
    @Nullable String host = request.getHeaders().get(HttpHeaders.HOST);
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }
}
