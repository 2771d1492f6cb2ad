package org.sqlwidgets.web;

import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.stream.BaseSharedBuffer;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.body.stream.BufferConsumer;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;

/**
 * Takes the pieces of a reply: keeps up to 8 MB, so that an error there has a true status, and
 * streams what is larger, no faster than the client reads (widget-file §3, {@code maxRows}).
 */
final class ReplyStream implements ChunkSink, BufferConsumer.Upstream {
  private static final int KEPT = 8 * 1024 * 1024;
  private static final long AHEAD = 1024 * 1024;
  private static final Duration LONGEST_STALL = Duration.ofMinutes(1);

  private final ByteBodyFactory bodies;
  private final EventLoop eventLoop;
  private final Cancellation cancellation;
  private final CompletableFuture<MutableHttpResponse<?>> reply;
  private final String contentType;
  private final Consumer<MutableHttpResponse<?>> mark;
  private final List<ByteBuffer> kept = new ArrayList<>();
  private int keptBytes;
  private @Nullable BaseSharedBuffer stream;
  private long unread;
  private boolean started;
  private boolean gone;

  ReplyStream(
      ByteBodyFactory bodies,
      EventLoop eventLoop,
      Cancellation cancellation,
      CompletableFuture<MutableHttpResponse<?>> reply,
      String contentType,
      Consumer<MutableHttpResponse<?>> mark) {
    this.bodies = bodies;
    this.eventLoop = eventLoop;
    this.cancellation = cancellation;
    this.reply = reply;
    this.contentType = contentType;
    this.mark = mark;
  }

  /** True once the status line has left, so that an error can only break the connection off. */
  boolean isStreaming() {
    return stream != null;
  }

  @Override
  public void accept(byte[] chunk, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, length);
    if (stream != null) {
      send(stream, buffer);
      return;
    }
    kept.add(buffer);
    keptBytes += length;
    if (keptBytes > KEPT) {
      startStreaming();
    }
  }

  private void startStreaming() {
    ByteBodyFactory.StreamingBody body = bodies.createStreamingBody(BodySizeLimits.UNLIMITED, this);
    BaseSharedBuffer buffer = body.sharedBuffer();
    stream = buffer;
    complete(body.rootBody());
    kept.forEach(piece -> send(buffer, piece));
    kept.clear();
  }

  /** Hands a piece to the connection; waits while the client has too much unread. */
  private void send(BaseSharedBuffer buffer, ByteBuffer piece) {
    int length = piece.remaining();
    awaitRoom(length);
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

  /** A client that reads nothing for a minute keeps a connection to the database no longer. */
  private void awaitProgress() {
    long last = unread;
    long since = System.nanoTime();
    while (mustWait()) {
      try {
        wait(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        gone = true;
      }
      if (unread != last) {
        last = unread;
        since = System.nanoTime();
      }
      gone = gone || System.nanoTime() - since > LONGEST_STALL.toNanos();
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

  /** Ends the reply; it is whole. */
  void finish() {
    BaseSharedBuffer streaming = stream;
    if (streaming != null) {
      eventLoop.execute(streaming::complete);
    } else {
      ReadBufferFactory buffers = bodies.readBufferFactory();
      var body = bodies.adapt(buffers.compose(kept.stream().map(buffers::adapt).toList()));
      complete(body);
    }
  }

  private void complete(ByteBody body) {
    MutableHttpResponse<?> ok = ok(body, contentType);
    mark.accept(ok);
    reply.complete(ok);
  }

  /** A copy of what is kept; only before {@link #finish}, and only while nothing is streamed. */
  byte[] copy() {
    byte[] whole = new byte[keptBytes];
    int offset = 0;
    for (ByteBuffer piece : kept) {
      int length = piece.remaining();
      piece.duplicate().get(whole, offset, length);
      offset += length;
    }
    return whole;
  }

  /** Breaks a streamed reply off, so that it never looks whole. */
  void breakOff() {
    BaseSharedBuffer streaming = stream;
    if (streaming != null) {
      eventLoop.execute(() -> streaming.error(new IOException("the query failed")));
    }
  }

  /** A successful reply; a page that is opened by itself acts on nothing of this server. */
  static MutableHttpResponse<?> ok(ByteBody body, String contentType) {
    MutableHttpResponse<?> reply =
        HttpResponse.ok()
            .body(body)
            .header(HttpHeaders.CONTENT_TYPE, contentType)
            .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    return contentType.startsWith("text/html")
        ? reply.header("Content-Security-Policy", "sandbox allow-scripts allow-popups")
        : reply;
  }
}
