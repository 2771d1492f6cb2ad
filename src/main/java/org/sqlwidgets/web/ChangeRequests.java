package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.function.Predicate;

/**
 * Reads what every request that changes something shows, whatever it holds.
 *
 * <p>A page of a foreign origin cannot make a browser send one: its origin is not accepted, and the
 * content type makes the browser ask first.
 */
final class ChangeRequests {
  private ChangeRequests() {}

  /** Whether each origin that a request names is accepted; programs name none. */
  static boolean isFrom(HttpRequest<?> request, Predicate<String> accepted) {
    return request.getHeaders().getAll(HttpHeaders.ORIGIN).stream().allMatch(accepted);
  }

  /** Whether the body says that it is of a type. */
  static boolean hasType(HttpRequest<?> request, String expected) {
    String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(expected);
  }
}
