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

  /** Runs an action after a time, on a thread of its own, unless the result is cancelled first. */
  Future<?> after(Duration time, Runnable action) {
    return watch.schedule(
        () -> Thread.ofVirtual().name("query-deadline").start(action),
        time.toMillis(),
        TimeUnit.MILLISECONDS);
  }
}
