package org.sqlwidgets.live;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.sqlwidgets.database.Notifications;
import org.sqlwidgets.database.Notifications.Hearing;
import org.sqlwidgets.openbb.LiveRowsWriter;
import org.sqlwidgets.openbb.WrittenRows;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.widget.Query;

/** Runs the queries of all groups: at their time, each on a thread of its own, a few at once. */
final class Looks implements AutoCloseable {
  private final QueryRunner runner;
  private final Notifications notifications;
  private final Consumer<Query> describer;
  private final Semaphore permits;
  private final LongAdder queries = new LongAdder();
  private final ScheduledThreadPoolExecutor clock;

  /**
   * Nothing to do yet.
   *
   * @param describer has a query described anew because its tables have changed
   * @param most queries that may run at a time, so that connections are left for others
   */
  Looks(QueryRunner runner, Notifications notifications, Consumer<Query> describer, int most) {
    this.runner = runner;
    this.notifications = notifications;
    this.describer = describer;
    this.permits = new Semaphore(most, true);
    this.clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("live-clock").factory());
    clock.setRemoveOnCancelPolicy(true);
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Starts something after a time. */
  Future<?> after(Duration time, Runnable look) {
    return clock.schedule(
        () -> Thread.ofVirtual().name("live-query").start(look),
        time.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  Hearing hear(LiveWidget widget, String channel, Runnable heard) {
    return notifications.hear(widget.query().datasource(), channel, heard);
  }

  /** The rows of a query; waits while too many others run. */
  WrittenRows run(
      Query query, BoundParams params, Cancellation cancellation, LiveRowsWriter writer) {
    permits.acquireUninterruptibly();
    try {
      if (cancellation.isCancelled()) {
        throw new QueryFailedException(
            QueryFailedException.Reason.CANCELLED, "Nobody looks any more", null);
      }
      queries.increment();
      return runner.run(query, params, cancellation, writer::write);
    } finally {
      permits.release();
    }
  }

  /** Ends a query that may be running; asking the database to do so may take a while. */
  void end(Cancellation cancellation) {
    Thread.ofVirtual().name("live-cancel").start(cancellation::cancel);
  }

  void describeAnew(Query query) {
    describer.accept(query);
  }

  /** How many queries were begun. */
  long queries() {
    return queries.sum();
  }

  @Override
  public void close() {
    clock.shutdown();
  }
}
