package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.sqlwidgets.access.PublicUrl;

/** Recognizes the gallery: a page that came from the very address that a request goes to. */
@Singleton
final class OwnOrigin {
  private final Optional<String> known;

  OwnOrigin(PublicUrl publicUrl) {
    this.known = publicUrl.origin();
  }

  /**
   * Tells whether an origin is this server: under the name that the request gives it, or under the
   * one that the operator says browsers know.
   *
   * @param origin the {@code Origin} header
   * @param request one whose {@code Host} was checked before any route runs
   */
  boolean is(String origin, HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    String scheme = request.isSecure() ? "https://" : "http://";
    return (host != null && origin.equalsIgnoreCase(scheme + host))
        || known.filter(origin::equalsIgnoreCase).isPresent();
  }
}
