package org.sqlwidgets.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * The outermost filter: answers OPTIONS, puts what it must carry on every reply, errors too.
 *
 * <p>Replaces Micronaut's own, which runs even when it is switched off and answers a plain GET of
 * an unlisted origin with 403; here it gets its reply, and the browser keeps it from the script.
 */
@Replaces(io.micronaut.http.server.cors.CorsFilter.class)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorsFilter {
  private final Cors cors;
  private final ReplyMarks marks;

  CorsFilter(Cors cors, ReplyMarks marks) {
    this.cors = cors;
    this.marks = marks;
  }

  @RequestFilter
  @Nullable HttpResponse<?> answerOptions(HttpRequest<?> request) {
    EntityHeaders.settleCoding(request);
    return request.getMethod() == HttpMethod.OPTIONS ? cors.options(request) : null;
  }

  @ResponseFilter
  void mark(HttpRequest<?> request, MutableHttpResponse<?> reply) {
    marks.mark(request, reply);
  }
}
