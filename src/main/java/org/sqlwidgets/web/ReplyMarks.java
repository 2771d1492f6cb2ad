package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.server.HttpServerConfiguration;
import io.netty.buffer.ByteBuf;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.access.RequestId;
import org.sqlwidgets.openbb.ErrorJson;
import org.sqlwidgets.ops.Traffic;

/**
 * What every reply carries: CORS headers, date, the name of its request, errors in their body; and
 * that it is what its type says, whatever it looks like to a browser.
 */
@Singleton
final class ReplyMarks {
  private static final int FIRST_ERROR = 400;
  private static final String LENGTH = "sql-widgets.length-as-made";

  private final Cors cors;
  private final HttpDate date;
  private final Traffic traffic;
  private final String base;

  ReplyMarks(Cors cors, HttpDate date, Traffic traffic, HttpServerConfiguration server) {
    this.cors = cors;
    this.date = date;
    this.traffic = traffic;
    base = server.getContextPath() == null ? "" : server.getContextPath();
  }

  /** Marks a reply; doing it twice changes nothing. */
  void mark(HttpRequest<?> request, MutableHttpResponse<?> reply) {
    cors.mark(request, reply);
    MutableHttpHeaders headers = reply.getHeaders();
    headers.set(HttpHeaders.DATE, date.now());
    headers.set("X-Content-Type-Options", "nosniff");
    if (!headers.contains(RequestId.HEADER)) {
      String id = RequestId.of(request);
      headers.set(RequestId.HEADER, id);
      if (reply.code() >= FIRST_ERROR) {
        name(reply, id);
      }
      count(request, reply);
    }
  }

  private void count(HttpRequest<?> request, MutableHttpResponse<?> reply) {
    String path = request.getPath();
    String below = path.startsWith(base) ? path.substring(base.length()) : path;
    long length = request.getMethod() == HttpMethod.HEAD ? 0 : length(reply);
    traffic.replied(below, reply.code(), length);
    CacheStatus.of(reply).ifPresent(traffic::asked);
  }

  /** Tells the length of a body that is compressed already as it was before. */
  static MutableHttpResponse<?> lengthAsMade(MutableHttpResponse<?> reply, int length) {
    reply.setAttribute(LENGTH, length);
    return reply;
  }

  /** Bytes are counted before they are compressed. */
  private static long length(MutableHttpResponse<?> reply) {
    long sent = length(reply.body());
    return reply.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)
        ? reply.getAttribute(LENGTH, Integer.class).map(Integer::longValue).orElse(sent)
        : sent;
  }

  /** 0 of what is streamed, which is counted on its way. */
  private static long length(@Nullable Object body) {
    return switch (body) {
      case byte[] bytes -> bytes.length;
      case ByteBody bytes -> bytes.expectedLength().orElse(0);
      case ByteBuf bytes -> bytes.readableBytes();
      case null, default -> 0;
    };
  }

  /** Of a reply to HEAD there is only the length. */
  private static void name(MutableHttpResponse<?> reply, String id) {
    if (reply.body() instanceof byte[] body) {
      byte[] named = ErrorJson.named(body, id);
      reply.body(named).contentLength(named.length);
    } else if (reply.getContentLength() > 0) {
      reply.contentLength(reply.getContentLength() + ErrorJson.lengthOfName(id));
    }
  }
}
