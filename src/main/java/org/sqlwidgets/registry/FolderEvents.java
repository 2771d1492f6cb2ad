package org.sqlwidgets.registry;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells that something has happened in folders, where the file system says so.
 *
 * <p>Never says what: whoever is woken looks for himself. Folders that cannot be watched send
 * nothing, and nothing else is lost by that.
 */
final class FolderEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  private FolderEvents(WatchService service) {
    this.service = service;
  }

  /** Events of no folder yet. */
  static FolderEvents open() throws IOException {
    return new FolderEvents(FileSystems.getDefault().newWatchService());
  }

  /**
   * Watches these folders and no others.
   *
   * @return true when one was not watched before, so that something in it may have been missed
   */
  boolean watch(Set<Path> folders) {
    keys.entrySet()
        .removeIf(
            entry -> {
              boolean gone = !folders.contains(entry.getKey()) || !entry.getValue().isValid();
              if (gone) {
                entry.getValue().cancel();
              }
              return gone;
            });
    int before = keys.size();
    folders.stream().filter(folder -> !keys.containsKey(folder)).forEach(this::register);
    return keys.size() > before;
  }

  private void register(Path folder) {
    try {
      keys.put(folder, folder.register(service, KINDS));
    } catch (IOException e) {
      LOG.debug("{} sends no events", folder, e);
    }
  }

  /**
   * Waits for an event.
   *
   * @param longest returns after this long without one
   * @return true when there was one; all that came meanwhile are taken together
   * @throws java.nio.file.ClosedWatchServiceException when this is closed meanwhile
   */
  boolean await(Duration longest) throws InterruptedException {
    WatchKey key = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    boolean happened = key != null;
    while (key != null) {
      key.pollEvents();
      key.reset();
      key = service.poll();
    }
    return happened;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
