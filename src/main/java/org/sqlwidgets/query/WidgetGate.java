package org.sqlwidgets.query;

import java.time.Duration;
import org.sqlwidgets.query.QueryFailedException.Reason;

/** Lets a few queries of one widget run at a time, so that others find connections too. */
final class WidgetGate {
  private final int most;
  private int running;
  private int users;

  WidgetGate(int most) {
    this.most = most;
  }

  /** One more who waits or runs; false when so many wait that it would be in vain. */
  synchronized boolean enter(int mostWaiting) {
    if (users >= most + mostWaiting) {
      return false;
    }
    users++;
    return true;
  }

  /** Waits until one may run. */
  void pass(Duration patience, Cancellation cancellation) {
    cancellation.onCancel(this::wake);
    try {
      await(patience, cancellation);
    } finally {
      cancellation.done();
    }
  }

  private synchronized void await(Duration patience, Cancellation cancellation) {
    long end = System.nanoTime() + patience.toNanos();
    while (running >= most) {
      long left = end - System.nanoTime();
      if (cancellation.isCancelled()) {
        throw new QueryFailedException(Reason.CANCELLED, "The client has gone", null);
      }
      if (left <= 0) {
        throw tooMany();
      }
      pause(left);
    }
    running++;
  }

  @SuppressWarnings("WaitNotInLoop") // the loop is in the only caller
  private synchronized void pause(long nanos) {
    try {
      wait(1 + nanos / 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryFailedException(Reason.CANCELLED, "The server is stopping", e);
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** One less; true when nobody is left. */
  synchronized boolean leave(boolean ran) {
    if (ran) {
      running--;
      notifyAll();
    }
    return --users == 0;
  }

  static QueryFailedException tooMany() {
    return new QueryFailedException(
        Reason.UNAVAILABLE,
        "Too many requests for this widget are running or waiting; try again shortly",
        null);
  }
}
