package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.sqlwidgets.access.RequestId;
import org.sqlwidgets.openbb.ErrorJson;

/** What every reply carries: CORS headers, date, the name of its request, errors in their body. */
@Singleton
final class ReplyMarks {
  private static final int FIRST_ERROR = 400;

  private final Cors cors;
  private final HttpDate date;

  ReplyMarks(Cors cors, HttpDate date) {
    this.cors = cors;
    this.date = date;
  }

  /** Marks a reply; doing it twice changes nothing. */
  void mark(HttpRequest<?> request, MutableHttpResponse<?> reply) {
    cors.mark(request, reply);
    MutableHttpHeaders headers = reply.getHeaders();
    headers.set(HttpHeaders.DATE, date.now());
    if (!headers.contains(RequestId.HEADER)) {
      String id = RequestId.of(request);
      headers.set(RequestId.HEADER, id);
      if (reply.code() >= FIRST_ERROR) {
        name(reply, id);
      }
    }
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
