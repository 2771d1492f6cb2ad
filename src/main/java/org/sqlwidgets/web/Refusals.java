package org.sqlwidgets.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.query.QueryFailedException;

/** Requests that were refused because too many wait: told in the log now and then, counted. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final AtomicLong count = new AtomicLong();
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  void note(String what, QueryFailedException failure) {
    long all = count.incrementAndGet();
    long now = System.nanoTime();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
      LOG.warn("{}: {} ({} requests refused so far)", what, failure.getMessage(), all);
    }
  }
}
