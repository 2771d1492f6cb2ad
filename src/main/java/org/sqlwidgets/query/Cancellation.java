package org.sqlwidgets.query;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread end a running query; cancelling twice does nothing more.
 *
 * <p>Also counts the time that the query spends waiting for its reader, which is not held against
 * its time limit.
 */
public final class Cancellation {
  private final RunProgress progress;
  private boolean cancelled;
  private @Nullable Runnable action;
  private long waitedNanos;
  private long allWaitedNanos;
  private long waitingSince;
  private boolean waiting;

  /** Ends a query of which nobody wants to know how far it has come. */
  public Cancellation() {
    this(RunProgress.UNWATCHED);
  }

  /** Ends a query whose progress is told to an observer. */
  public Cancellation(RunProgress progress) {
    this.progress = progress;
  }

  /** Is told how far the query has come. */
  RunProgress progress() {
    return progress;
  }

  /** Ends the query that runs under this object, now or as soon as it starts. */
  public void cancel() {
    Runnable run;
    synchronized (this) {
      cancelled = true;
      run = action;
      action = null;
    }
    if (run != null) {
      run.run();
    }
  }

  /** True once {@link #cancel} was called. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** From here on the reader cannot take more rows. */
  public synchronized void waitBegins() {
    waiting = true;
    waitingSince = System.nanoTime();
  }

  /** From here on the reader takes rows again. */
  public synchronized void waitEnds() {
    long waited = System.nanoTime() - waitingSince;
    waitedNanos += waited;
    allWaitedNanos += waited;
    waiting = false;
  }

  /** The time spent waiting since this was last asked; a wait under way counts up to now. */
  synchronized Duration takeWaited() {
    if (waiting) {
      waitEnds();
      waitBegins();
    }
    Duration waited = Duration.ofNanos(waitedNanos);
    waitedNanos = 0;
    return waited;
  }

  /** The time spent waiting in all, without a wait under way. */
  synchronized Duration waited() {
    return Duration.ofNanos(allWaitedNanos);
  }

  /** Sets what ends the query; runs it at once when already cancelled. */
  void onCancel(Runnable ender) {
    synchronized (this) {
      if (!cancelled) {
        action = ender;
        return;
      }
    }
    ender.run();
  }

  /** Forgets what ends the query: it has ended by itself. */
  synchronized void done() {
    action = null;
  }
}
