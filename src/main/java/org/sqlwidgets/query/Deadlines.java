package org.sqlwidgets.query;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends queries that take too long; one thread watches all of them. */
final class Deadlines {
  private final ScheduledThreadPoolExecutor watch;

  Deadlines() {
    watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("query-deadlines").factory());
    watch.setRemoveOnCancelPolicy(true);
  }

  /** A time limit that is being watched. */
  final class Deadline {
    private final Cancellation cancellation;
    private final Runnable action;
    private Future<?> due;
    private boolean ended;

    private Deadline(Duration time, Cancellation cancellation, Runnable action) {
      this.cancellation = cancellation;
      this.action = action;
      this.due = schedule(time);
    }

    private Future<?> schedule(Duration time) {
      return watch.schedule(
          () -> Thread.ofVirtual().name("query-deadline").start(this::reached),
          Math.max(1, time.toMillis()),
          TimeUnit.MILLISECONDS);
    }

    /** Time that was spent waiting for the reader is granted again. */
    private synchronized void reached() {
      Duration waited = cancellation.takeWaited();
      if (ended) {
        return;
      }
      if (waited.toMillis() > 0) {
        due = schedule(waited);
      } else {
        action.run();
      }
    }

    /** The query has ended in time. */
    synchronized void end() {
      ended = true;
      due.cancel(false);
    }
  }

  /** Runs an action after a time, unless the deadline is ended first. */
  Deadline after(Duration time, Cancellation cancellation, Runnable action) {
    return new Deadline(time, cancellation, action);
  }
}
