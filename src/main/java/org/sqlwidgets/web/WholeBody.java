package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the whole body of a request, and not too many large ones at a time.
 *
 * <p>What has arrived of a body is in memory until its end has, and a client may take its time.
 */
final class WholeBody {
  /** As many as these may be on their way at a time, each of a megabyte at most. */
  static final int MOST_LARGE = 64;

  /** Bodies up to here are never refused: so much fits into memory for each connection. */
  static final int SMALL = 16 * 1024;

  private static final Semaphore LARGE = new Semaphore(MOST_LARGE);

  private WholeBody() {}

  /** Too many large bodies are on their way. */
  static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The body, once all of it is there; fails with {@link TooManyException} at once. */
  static CompletionStage<byte[]> of(HttpRequest<?> request) {
    if (isSmall(request)) {
      return read(request);
    }
    if (!LARGE.tryAcquire()) {
      return CompletableFuture.failedStage(new TooManyException());
    }
    Place place = new Place(OpenRequests.end((NettyHttpRequest<?>) request), new AtomicBoolean());
    place.end().addListener(place);
    return read(request).whenComplete((body, failure) -> place.leave());
  }

  /**
   * A place that is given back once, whatever comes first: the end of the body, or that of its
   * stream or connection.
   */
  private record Place(Future<Void> end, AtomicBoolean isFree) implements FutureListener<Void> {
    @Override
    public void operationComplete(Future<Void> ended) {
      if (!isFree.getAndSet(true)) {
        LARGE.release();
      }
    }

    void leave() {
      end.removeListener(this);
      operationComplete(end);
    }
  }

  /** Without a length and a coding there is no body over HTTP/1.1 (RFC 9112 §6.3). */
  private static boolean isSmall(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    return headers.contains(HttpHeaders.CONTENT_LENGTH)
        ? headers.contentLength().orElse(Long.MAX_VALUE) <= SMALL
        : request.getHttpVersion() == HttpVersion.HTTP_1_1
            && !headers.contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private static CompletionStage<byte[]> read(HttpRequest<?> request) {
    return ((ServerHttpRequest<?>) request)
        .byteBody()
        .buffer()
        .thenApply(
            body -> {
              try (body) {
                return body.toByteArray();
              }
            });
  }
}
