package org.sqlwidgets.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a logger says while a test listens, and what does not reach the console meanwhile. */
public final class LogLines implements AutoCloseable {
  private final ListAppender<ILoggingEvent> events = new Kept();
  private final Logger logger;
  private final Level before;

  /** Keeps with each line what was known of its thread. */
  private static final class Kept extends ListAppender<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      super.append(event);
    }
  }

  /** Listens to a logger, from the level INFO. */
  public LogLines(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    before = logger.getLevel();
    events.start();
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    logger.addAppender(events);
  }

  /** The lines so far, without time and level. */
  public List<String> lines() {
    return List.copyOf(events.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** The requests that the lines name, line by line; blank where a line names none. */
  public List<String> requests() {
    return List.copyOf(events.list).stream()
        .map(event -> event.getMDCPropertyMap().getOrDefault("request", ""))
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(events);
    logger.setAdditive(true);
    logger.setLevel(before);
  }
}
