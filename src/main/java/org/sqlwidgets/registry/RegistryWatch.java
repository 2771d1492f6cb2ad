package org.sqlwidgets.registry;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the registry look for changes again and again, until it is closed. */
final class RegistryWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryWatch.class);
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final ScheduledExecutorService thread;
  private final Future<?> looks;

  private RegistryWatch(ScheduledExecutorService thread, Future<?> looks) {
    this.thread = thread;
    this.looks = looks;
  }

  static RegistryWatch start(WidgetRegistry registry) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("registry-watch").factory());
    Future<?> looks =
        thread.scheduleWithFixedDelay(
            () -> look(registry), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return new RegistryWatch(thread, looks);
  }

  /** A failure must not end the watch: the next look may succeed. */
  private static void look(WidgetRegistry registry) {
    try {
      registry.refresh();
    } catch (RuntimeException e) {
      LOG.error("looking for changed widgets failed; what is served stays", e);
    }
  }

  /** Stops looking; a look under way ends by itself. */
  @Override
  public void close() {
    looks.cancel(false);
    thread.shutdown();
  }
}
