package org.sqlwidgets.web;

import io.micronaut.http.MutableHttpResponse;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A request that waits for its reply, until its client goes away. */
final class Waiter extends CompletableFuture<MutableHttpResponse<?>> {
  private final DataRequest request;
  private final GenericFutureListener<Future<? super Void>> closed;
  private final Executor threads;
  private @Nullable Runnable leaving;
  private boolean gone;

  /**
   * Begins to watch the client.
   *
   * @param threads for what has to be done when the client goes away
   */
  Waiter(DataRequest request, Executor threads) {
    this.request = request;
    this.threads = threads;
    closed = end -> threads.execute(this::leave);
    request.end().addListener(closed);
  }

  DataRequest request() {
    return request;
  }

  /** Sets what is to be done when the client goes away; done at once when it has gone already. */
  void whenGone(Runnable leave) {
    synchronized (this) {
      leaving = leave;
      if (!gone) {
        return;
      }
    }
    leave.run();
  }

  private void leave() {
    Runnable leave;
    synchronized (this) {
      gone = true;
      leave = leaving;
    }
    if (leave != null) {
      leave.run();
    }
  }

  /** The server gives the reply up, as for an HTTP/2 stream that was reset. */
  @Override
  public boolean cancel(boolean mayInterrupt) {
    threads.execute(this::leave);
    return super.cancel(mayInterrupt);
  }

  /** From here on nobody needs to know whether the client is still there. */
  void finish() {
    request.end().removeListener(closed);
  }
}
