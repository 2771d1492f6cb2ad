package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.access.AllowedOrigins;
import org.sqlwidgets.access.RequestId;

/** The headers that let a browser hand a reply to a script of another origin (contract §8.1). */
@Singleton
final class Cors {
  private static final String METHODS = "GET, HEAD, POST, PUT, OPTIONS";
  private static final String EXPOSED = "ETag, Retry-After, " + RequestId.HEADER;
  private static final int LONGEST_ECHO = 1024;

  private final AllowedOrigins origins;

  Cors(AllowedOrigins origins) {
    this.origins = origins;
  }

  /** Adds what an ordinary reply needs; doing it twice changes nothing. */
  void mark(HttpRequest<?> request, MutableHttpResponse<?> reply) {
    MutableHttpHeaders headers = reply.getHeaders();
    headers.set(HttpHeaders.VARY, "Origin, Accept-Encoding");
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origins.contains(origin)) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }
  }

  /** Answers OPTIONS: a preflight with what the origin may do, anything else with the methods. */
  MutableHttpResponse<?> options(HttpRequest<?> request) {
    HttpHeaders asked = request.getHeaders();
    MutableHttpResponse<?> reply = io.micronaut.http.HttpResponse.noContent();
    reply.header(HttpHeaders.ALLOW, METHODS);
    if (asked.contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
        && origins.contains(asked.get(HttpHeaders.ORIGIN))) {
      permit(asked, reply.getHeaders());
    }
    mark(request, reply);
    return reply;
  }

  private static void permit(HttpHeaders asked, MutableHttpHeaders reply) {
    reply.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    reply.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
    String names = asked.get(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    if (isListOfNames(names)) {
      reply.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, names);
    }
    if ("true".equals(asked.get(HttpHeaders.ACCESS_CONTROL_REQUEST_PRIVATE_NETWORK))) {
      reply.set(HttpHeaders.ACCESS_CONTROL_ALLOW_PRIVATE_NETWORK, "true");
    }
  }

  /** Only what can be header names is echoed, and not without end. */
  private static boolean isListOfNames(@Nullable String text) {
    return text != null
        && !text.isEmpty()
        && text.length() <= LONGEST_ECHO
        && text.chars().allMatch(Cors::isNameOrSeparator);
  }

  private static boolean isNameOrSeparator(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-_.,! #$%&'*+^`|~".indexOf(c) >= 0;
  }
}
