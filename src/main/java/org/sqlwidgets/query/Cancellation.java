package org.sqlwidgets.query;

import org.jspecify.annotations.Nullable;

/** Lets another thread end a running query; cancelling twice does nothing more. */
public final class Cancellation {
  private boolean cancelled;
  private @Nullable Runnable action;

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
