package org.sqlwidgets.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the registry look for changes again and again, until it is closed.
 *
 * <p>At once where the file system tells of a change, and after a pause in any case: mounted
 * folders tell nothing, nor do the lookups in the database.
 */
final class RegistryWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryWatch.class);
  private static final Duration PAUSE = Duration.ofMillis(700);

  /** Editors write a file in several steps, and a checkout writes many files. */
  private static final Duration QUIET = Duration.ofMillis(20);

  private static final Duration LONGEST_UNREST = Duration.ofMillis(150);

  private final FolderEvents events;

  private RegistryWatch(FolderEvents events) {
    this.events = events;
  }

  static RegistryWatch start(WidgetRegistry registry) {
    try {
      FolderEvents events = FolderEvents.open();
      events.watch(registry.folders());
      Thread.ofPlatform().daemon().name("registry-watch").start(() -> watch(registry, events));
      return new RegistryWatch(events);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void watch(WidgetRegistry registry, FolderEvents events) {
    try {
      while (true) {
        events.await(registry.isBeingWritten() ? QUIET : PAUSE);
        settle(events);
        look(registry);
        if (events.watch(registry.folders())) {
          look(registry);
        }
      }
    } catch (ClosedWatchServiceException e) {
      LOG.debug("the watch has ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until nothing more happens, but not for ever. */
  private static void settle(FolderEvents events) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_UNREST.toNanos();
    boolean unrest = true;
    while (unrest && System.nanoTime() < end) {
      unrest = events.await(QUIET);
    }
  }

  /** A failure must not end the watch: the next look may succeed. */
  private static void look(WidgetRegistry registry) {
    try {
      registry.refresh(WidgetRegistry.STILL);
    } catch (RuntimeException e) {
      LOG.error("looking for changed widgets failed; what is served stays", e);
    }
  }

  /** Stops looking; a look under way ends by itself. */
  @Override
  public void close() throws IOException {
    events.close();
  }
}
