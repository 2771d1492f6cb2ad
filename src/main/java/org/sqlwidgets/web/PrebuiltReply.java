package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.cache.Gzip;

/**
 * A document made once and sent many times, plain and as gzip, each with a strong ETag.
 *
 * <p>The bytes lie outside the heap, so that they go to the socket without a copy; they are freed
 * with this object.
 */
final class PrebuiltReply {
  /** A client may keep the document, but asks each time whether it is still the same. */
  static final String REVALIDATED = "no-cache";

  private final Form plain;
  private final @Nullable Form gzip;

  private PrebuiltReply(Form plain, @Nullable Form gzip) {
    this.plain = plain;
    this.gzip = gzip;
  }

  /**
   * The document with these bytes.
   *
   * @param json UTF-8; must not be changed afterwards
   */
  static PrebuiltReply of(byte[] json) {
    return of(json, MediaType.APPLICATION_JSON, REVALIDATED);
  }

  /**
   * The document with these bytes.
   *
   * @param bytes must not be changed afterwards
   * @param contentType what they are
   * @param cacheControl how long a client may keep them
   */
  static PrebuiltReply of(byte[] bytes, String contentType, String cacheControl) {
    Kind kind = new Kind(contentType, cacheControl);
    String tag = EntityTag.of(List.of(ByteBuffer.wrap(bytes)));
    byte[] small = bytes.length < Gzip.WORTH ? bytes : Gzip.smallest(bytes);
    return new PrebuiltReply(
        Form.of(bytes, kind, "\"" + tag + "\"", null),
        small.length < bytes.length ? Form.of(small, kind, "\"" + tag + "-gz\"", "gzip") : null);
  }

  /** What both forms of a document have in common. */
  private record Kind(String contentType, String cacheControl) {}

  /** The reply: 200 with the form that the client takes, or 304 when it has that already. */
  MutableHttpResponse<?> reply(HttpRequest<?> request) {
    HttpHeaders asked = request.getHeaders();
    Form form =
        gzip != null && EntityHeaders.takesGzip(asked.get(HttpHeaders.ACCEPT_ENCODING))
            ? gzip
            : plain;
    return EntityHeaders.names(asked, form.etag) ? form.unchanged() : form.whole();
  }

  /** The document in one encoding. */
  private record Form(
      ByteBuf body, Kind kind, String etag, @Nullable String encoding, String length) {

    static Form of(byte[] bytes, Kind kind, String etag, @Nullable String encoding) {
      ByteBuffer outsideHeap = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
      ByteBuf body =
          Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(outsideHeap.asReadOnlyBuffer()));
      return new Form(body, kind, etag, encoding, Integer.toString(bytes.length));
    }

    MutableHttpResponse<?> whole() {
      MutableHttpResponse<ByteBuf> reply = HttpResponse.ok(body.duplicate());
      MutableHttpHeaders headers = describe(reply);
      headers.set(HttpHeaders.CONTENT_TYPE, kind.contentType());
      headers.set(HttpHeaders.CONTENT_LENGTH, length);
      if (encoding != null) {
        headers.set(HttpHeaders.CONTENT_ENCODING, encoding);
      }
      return reply;
    }

    MutableHttpResponse<?> unchanged() {
      MutableHttpResponse<?> reply = HttpResponse.notModified();
      describe(reply);
      return reply;
    }

    private MutableHttpHeaders describe(MutableHttpResponse<?> reply) {
      MutableHttpHeaders headers = reply.getHeaders();
      headers.set(HttpHeaders.ETAG, etag);
      headers.set(HttpHeaders.CACHE_CONTROL, kind.cacheControl());
      return headers;
    }
  }
}
