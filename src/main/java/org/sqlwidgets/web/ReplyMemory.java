package org.sqlwidgets.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes of all replies that are written and not yet taken by their clients.
 *
 * <p>Where there is no room for a reply it is streamed, as if it were a large one.
 */
final class ReplyMemory {
  /** Shorter replies are not counted. */
  static final int SMALL = 64 * 1024;

  private final long most;
  private final AtomicLong held = new AtomicLong();

  /**
   * Room for so many bytes.
   *
   * @param most in bytes
   */
  ReplyMemory(long most) {
    this.most = most;
  }

  /** Room for replies in a quarter of the heap. */
  static ReplyMemory ofHeap() {
    return new ReplyMemory(Runtime.getRuntime().maxMemory() / 4);
  }

  /** How many bytes are held now. */
  long held() {
    return held.get();
  }

  /** The part of one reply; it has one user from the start. */
  Share share() {
    return new Share();
  }

  /** What one reply takes, until its last user is done with it. */
  final class Share {
    private final AtomicInteger users = new AtomicInteger(1);
    private int bytes;

    private Share() {}

    /** Counts the bytes written so far; false when there is no room for them. */
    boolean grow(int length) {
      if (length <= SMALL) {
        return true;
      }
      int more = length - bytes;
      if (held.addAndGet(more) > most) {
        held.addAndGet(-more);
        return false;
      }
      bytes = length;
      return true;
    }

    /** The bytes have been handed on; called by the only user. */
    void clear() {
      held.addAndGet(-bytes);
      bytes = 0;
    }

    /** The last piece of a body, made of an array; with it the body is done. */
    ByteBuf lastOf(ByteBuffer piece) {
      users.incrementAndGet();
      int start = piece.arrayOffset() + piece.position();
      return new Piece(piece.array(), start, start + piece.remaining(), this);
    }

    /** One user less. */
    void release() {
      if (users.decrementAndGet() == 0) {
        held.addAndGet(-bytes);
      }
    }
  }

  /** Bytes that tell when they have been sent, or thrown away. */
  private static final class Piece extends UnpooledHeapByteBuf {
    private final Share share;

    Piece(byte[] bytes, int start, int end, Share share) {
      super(UnpooledByteBufAllocator.DEFAULT, bytes, bytes.length);
      setIndex(start, end);
      this.share = share;
    }

    @Override
    protected void deallocate() {
      super.deallocate();
      share.release();
    }
  }
}
