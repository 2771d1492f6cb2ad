package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import org.sqlwidgets.access.RequestId;

/**
 * What a reply with data needs to know of its request.
 *
 * @param asked its headers
 * @param method only replies to GET and HEAD may be 304
 * @param bodies makes the body
 * @param channel where the reply goes
 * @param end done when nobody waits for the reply any more
 * @param timing where the time goes
 * @param id what the log calls it ({@link RequestId})
 */
record DataRequest(
    HttpHeaders asked,
    HttpMethod method,
    ByteBodyFactory bodies,
    Channel channel,
    Future<Void> end,
    ServerTiming timing,
    String id) {

  static DataRequest of(HttpRequest<?> request) {
    NettyHttpRequest<?> netty = (NettyHttpRequest<?>) request;
    return new DataRequest(
        request.getHeaders(),
        request.getMethod(),
        ((ServerHttpRequest<?>) request).byteBodyFactory(),
        netty.getChannelHandlerContext().channel(),
        OpenRequests.end(netty),
        ServerTiming.of(request),
        RequestId.of(request));
  }

  /** The reply with a body that is there: 304 when the client has it already (RFC 9110 §13.1.2). */
  MutableHttpResponse<?> reply(WholeReply whole) {
    EntityTag.Form form = whole.form(asked);
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      return ok(whole, form);
    }
    String etag = EntityTag.quoted(whole.tag(), form);
    MutableHttpResponse<?> reply =
        EntityHeaders.names(asked, etag)
            ? revalidated(HttpResponse.notModified())
            : ok(whole, form);
    return reply.header(HttpHeaders.ETAG, etag);
  }

  private MutableHttpResponse<?> ok(WholeReply whole, EntityTag.Form form) {
    return switch (form) {
      case PLAIN, GZIP -> ok(body(whole), whole.contentType());
      case KEPT_GZIP ->
          ReplyMarks.lengthAsMade(
              ok(whole.compressedBody(bodies), whole.contentType())
                  .header(HttpHeaders.CONTENT_ENCODING, "gzip"),
              whole.length());
    };
  }

  /** The server drops the body of a reply to HEAD without telling, so that one is not counted. */
  private ByteBody body(WholeReply whole) {
    return whole.body(bodies, method != HttpMethod.HEAD);
  }

  /** A successful reply; a page that is opened by itself acts on nothing of this server. */
  static MutableHttpResponse<?> ok(ByteBody body, String contentType) {
    MutableHttpResponse<?> reply =
        revalidated(HttpResponse.ok().body(body)).header(HttpHeaders.CONTENT_TYPE, contentType);
    return contentType.startsWith("text/html")
        ? reply.header("Content-Security-Policy", "sandbox allow-scripts allow-popups")
        : reply;
  }

  /** The client may keep it, but asks each time: the refresh button must work (contract §2.6). */
  private static MutableHttpResponse<?> revalidated(MutableHttpResponse<?> reply) {
    return reply.header(HttpHeaders.CACHE_CONTROL, PrebuiltReply.REVALIDATED);
  }
}
