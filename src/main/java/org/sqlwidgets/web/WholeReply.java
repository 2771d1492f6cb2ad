package org.sqlwidgets.web;

import io.micronaut.buffer.netty.NettyReadBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.cache.Gzip;

/**
 * The whole body of a reply, which may be sent to many.
 *
 * @param pieces the bytes in order, in arrays; never changed
 * @param length of all of them
 * @param tag names the bytes ({@link EntityTag})
 * @param contentType what they are
 * @param share what they take of the memory for replies
 * @param gzip the same bytes compressed, where that form is kept; else the server compresses them
 */
record WholeReply(
    List<ByteBuffer> pieces,
    int length,
    String tag,
    String contentType,
    ReplyMemory.Share share,
    @Nullable Supplier<byte[]> gzip) {
  private static final NettyReadBufferFactory NETTY =
      NettyReadBufferFactory.of(UnpooledByteBufAllocator.DEFAULT);

  /** What is counted elsewhere, or is small. */
  private static final ReplyMemory UNBOUNDED = new ReplyMemory(Long.MAX_VALUE);

  /** The body of these pieces. */
  static WholeReply of(
      List<ByteBuffer> pieces, int length, String contentType, ReplyMemory.Share share) {
    return new WholeReply(pieces, length, EntityTag.of(pieces), contentType, share, null);
  }

  /** The body of these bytes. */
  static WholeReply of(byte[] bytes, String contentType) {
    ByteBuffer whole = ByteBuffer.wrap(bytes);
    return of(List.of(whole), bytes.length, contentType, UNBOUNDED.share());
  }

  /** The body of bytes that are kept under a tag. */
  static WholeReply kept(byte[] bytes, String tag, String contentType) {
    ByteBuffer whole = ByteBuffer.wrap(bytes);
    return new WholeReply(List.of(whole), bytes.length, tag, contentType, UNBOUNDED.share(), null);
  }

  /** The same body with its compressed form, which is made when it is first asked for. */
  WholeReply with(Supplier<byte[]> compressed) {
    return new WholeReply(pieces, length, tag, contentType, share, compressed);
  }

  /** The form in which a client gets it. */
  EntityTag.Form form(HttpHeaders asked) {
    if (length < Gzip.WORTH || !EntityHeaders.takesGzip(asked.get(HttpHeaders.ACCEPT_ENCODING))) {
      return EntityTag.Form.PLAIN;
    }
    return gzip == null ? EntityTag.Form.GZIP : EntityTag.Form.KEPT_GZIP;
  }

  /** The compressed form, where that is kept. */
  ByteBody compressedBody(ByteBodyFactory bodies) {
    ByteBuffer compressed = ByteBuffer.wrap(Objects.requireNonNull(gzip).get());
    return bodies.adapt(bodies.readBufferFactory().adapt(compressed));
  }

  /**
   * A body for one reply.
   *
   * @param sent true when its share is held until the body has been sent
   */
  ByteBody body(ByteBodyFactory bodies, boolean sent) {
    ReadBufferFactory buffers = bodies.readBufferFactory();
    List<ReadBuffer> parts = new ArrayList<>(pieces.size());
    for (ByteBuffer piece : pieces) {
      boolean counted = sent && length > ReplyMemory.SMALL && parts.size() == pieces.size() - 1;
      parts.add(counted ? NETTY.adapt(share.lastOf(piece)) : buffers.adapt(piece.duplicate()));
    }
    return bodies.adapt(buffers.compose(parts));
  }

  /** A copy in one piece, without what the pieces have room for. */
  byte[] copy() {
    ByteBuffer whole = ByteBuffer.allocate(length);
    pieces.forEach(piece -> whole.put(piece.duplicate()));
    return whole.array();
  }
}
