package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Recognizes the gallery: a page that came from the very address that a request goes to. */
final class OwnOrigin {
  private OwnOrigin() {}

  /**
   * Tells whether an origin is this server under the name that the request gives it.
   *
   * @param origin the {@code Origin} header
   * @param request one whose {@code Host} was checked before any route runs
   */
  static boolean is(String origin, HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    String scheme = request.isSecure() ? "https://" : "http://";
    return host != null && origin.equalsIgnoreCase(scheme + host);
  }
}
