package org.sqlwidgets.web;

import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The whole body of a reply, which may be sent to many.
 *
 * @param pieces the bytes in order; never changed
 * @param length of all of them
 * @param tag names the bytes ({@link EntityTag})
 * @param contentType what they are
 */
record WholeReply(List<ByteBuffer> pieces, int length, String tag, String contentType) {

  /** The body of these pieces. */
  static WholeReply of(List<ByteBuffer> pieces, int length, String contentType) {
    return new WholeReply(pieces, length, EntityTag.of(pieces), contentType);
  }

  /** The body of these bytes. */
  static WholeReply of(byte[] bytes, String contentType) {
    return of(List.of(ByteBuffer.wrap(bytes)), bytes.length, contentType);
  }

  /** A body for one reply. */
  ByteBody body(ByteBodyFactory bodies) {
    ReadBufferFactory buffers = bodies.readBufferFactory();
    return bodies.adapt(
        buffers.compose(pieces.stream().map(ByteBuffer::duplicate).map(buffers::adapt).toList()));
  }

  /** A copy in one piece, without what the pieces have room for. */
  byte[] copy() {
    ByteBuffer whole = ByteBuffer.allocate(length);
    pieces.forEach(piece -> whole.put(piece.duplicate()));
    return whole.array();
  }
}
