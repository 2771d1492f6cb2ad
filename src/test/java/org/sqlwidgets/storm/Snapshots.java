package org.sqlwidgets.storm;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.testing.TestServer;

/** Waits for what a server serves after a change of its files, woken by each new snapshot. */
final class Snapshots {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final WidgetRegistry registry;

  Snapshots(TestServer server) {
    registry = server.context().getBean(WidgetRegistry.class);
    registry.afterChange(
        version -> {
          synchronized (this) {
            notifyAll();
          }
        });
  }

  /** Counts the snapshots since the start. */
  long version() {
    return registry.snapshot().version();
  }

  /** Waits until a condition is true; looks again at every snapshot. */
  synchronized void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come: " + what);
      }
      wait(1000);
    }
  }
}
