package org.sqlwidgets.web;

import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.ByteBodyFactory.StreamingBody;
import io.micronaut.http.body.stream.BaseSharedBuffer;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.body.stream.BufferConsumer;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;

/**
 * Streams a reply that is too large to be kept, no faster than its client reads (widget-file §3,
 * {@code maxRows}).
 */
final class ReplyStream implements BufferConsumer.Upstream {
  private static final long AHEAD = 1024 * 1024;
  private static final int LONGEST_WAIT_MILLIS = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(ReplyStream.class);

  private final ByteBodyFactory bodies;
  private final EventLoop eventLoop;
  private final Cancellation cancellation;
  private final Duration patience;
  private final StreamingBody body;
  private long unread;
  private boolean started;
  private boolean gone;

  /**
   * A stream to a client, whose going away ends the query.
   *
   * @param patience for so long it may take nothing
   */
  ReplyStream(DataRequest request, Cancellation cancellation, Duration patience) {
    this.bodies = request.bodies();
    this.eventLoop = request.channel().eventLoop();
    this.cancellation = cancellation;
    this.patience = patience;
    this.body = bodies.createStreamingBody(BodySizeLimits.UNLIMITED, this);
  }

  /** The body of the reply; asked for once. */
  io.micronaut.http.body.ByteBody body() {
    return body.rootBody();
  }

  /** Hands a piece to the connection; waits while the client has too much unread. */
  void send(ByteBuffer piece) {
    int length = piece.remaining();
    awaitRoom(length);
    BaseSharedBuffer buffer = body.sharedBuffer();
    eventLoop.execute(
        () -> {
          if (!isGone()) {
            buffer.add(bodies.readBufferFactory().adapt(piece));
          }
        });
  }

  /** The reply's turn on its connection has come; nothing may be handed over before. */
  @Override
  public synchronized void start() {
    started = true;
    notifyAll();
  }

  private boolean mustWait() {
    return (!started || unread > AHEAD) && !isGone();
  }

  private synchronized void awaitRoom(int length) {
    if (mustWait()) {
      cancellation.waitBegins();
      try {
        awaitProgress();
      } finally {
        cancellation.waitEnds();
      }
    }
    if (isGone()) {
      throw new QueryFailedException(
          QueryFailedException.Reason.CANCELLED, "The client has gone", null);
    }
    unread += length;
  }

  /** A client that reads nothing for a while keeps a connection to the database no longer. */
  private void awaitProgress() {
    long last = unread;
    long since = System.nanoTime();
    while (mustWait()) {
      try {
        wait(Math.clamp(patience.toMillis(), 1, LONGEST_WAIT_MILLIS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        gone = true;
      }
      if (unread != last) {
        last = unread;
        since = System.nanoTime();
      }
      if (!gone && System.nanoTime() - since > patience.toNanos()) {
        LOG.info("a client takes nothing of a reply that is streamed, and is cut off");
        gone = true;
      }
    }
  }

  private synchronized boolean isGone() {
    return gone || cancellation.isCancelled();
  }

  @Override
  public synchronized void onBytesConsumed(long bytes) {
    unread = Math.max(0, unread - bytes);
    notifyAll();
  }

  @Override
  public void allowDiscard() {
    synchronized (this) {
      gone = true;
      notifyAll();
    }
    cancellation.cancel();
  }

  /** Looks at once whether the client is still there. */
  synchronized void wake() {
    notifyAll();
  }

  /** Ends the reply; it is whole. */
  void finish() {
    eventLoop.execute(body.sharedBuffer()::complete);
  }

  /** Breaks the reply off, so that it never looks whole. */
  void breakOff() {
    eventLoop.execute(() -> body.sharedBuffer().error(new IOException("the query failed")));
  }
}
