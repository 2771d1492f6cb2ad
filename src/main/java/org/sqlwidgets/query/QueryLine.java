package org.sqlwidgets.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.QueryQueue.Job;
import org.sqlwidgets.query.QueryQueue.Place;

/**
 * The line before the connections of one datasource, first come first served.
 *
 * <p>Whoever waits for his widget's other queries is passed by those of other widgets. While a
 * connection is free nobody stands in line who might use it: a thread that ends a job takes the
 * next one along.
 */
final class QueryLine {
  private static final Logger LOG = LoggerFactory.getLogger(QueryLine.class);
  private static final long IDLE_SECONDS = 30;

  private final QueueConfiguration limits;
  private final ScheduledExecutorService clock;
  private final Executor threads;
  private final int most;
  private final Map<String, Widget> widgets = new HashMap<>();
  private final Set<Entry> line = new LinkedHashSet<>();
  private int running;
  private @Nullable Future<?> watch;

  QueryLine(
      String datasource, int most, QueueConfiguration limits, ScheduledExecutorService clock) {
    this.most = most;
    this.limits = limits;
    this.clock = clock;
    this.threads = threads(datasource, most);
  }

  /** Platform threads: the driver blocks in the socket, where virtual ones cost a detour. */
  private static Executor threads(String datasource, int most) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("query-" + datasource + "-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** The queries of one widget, known by their text. */
  private static final class Widget {
    private int running;
    private int waiting;
  }

  /** A job with its widget; compared by identity. */
  private final class Entry implements Place {
    private final String text;
    private final Job job;
    private final long end = System.nanoTime() + limits.patience().toNanos();

    Entry(String text, Job job) {
      this.text = text;
      this.job = job;
    }

    @Override
    public void leave() {
      if (withdraw(this)) {
        job.left();
      }
    }
  }

  synchronized int waiting() {
    return line.size();
  }

  Place enter(String text, Job job) {
    Entry entry = new Entry(text, job);
    QueryFailedException refusal = null;
    synchronized (this) {
      if (running < most && mayRun(text)) {
        running++;
        widget(text).running++;
        threads.execute(() -> work(entry));
        return entry;
      }
      refusal = whyNot(text);
      if (refusal == null) {
        line.add(entry);
        widget(text).waiting++;
        watch(entry);
      }
    }
    if (refusal != null) {
      job.refuse(refusal);
    }
    return entry;
  }

  private Widget widget(String text) {
    return widgets.computeIfAbsent(text, key -> new Widget());
  }

  private boolean mayRun(String text) {
    Widget widget = widgets.get(text);
    return widget == null || widget.running < limits.perWidget();
  }

  /** Why there is no place in the line; null when there is one. */
  private @Nullable QueryFailedException whyNot(String text) {
    if (line.size() >= limits.maxWaiting()) {
      return full();
    }
    Widget widget = widgets.get(text);
    int mostWaiting = limits.perWidget() + Math.max(1, limits.maxWaiting() / 2);
    return widget != null && widget.running + widget.waiting >= mostWaiting ? widgetFull() : null;
  }

  private static QueryFailedException full() {
    return new QueryFailedException(
        Reason.UNAVAILABLE,
        "The database is busy, and too many requests are waiting for it; try again shortly",
        null);
  }

  private static QueryFailedException widgetFull() {
    return new QueryFailedException(
        Reason.UNAVAILABLE,
        "Too many requests for this widget are running or waiting; try again shortly",
        null);
  }

  /** Does jobs one after the other, as long as one may run. */
  private void work(Entry first) {
    for (Entry entry = first; entry != null; entry = next(entry)) {
      try {
        entry.job.run();
      } catch (RuntimeException | Error e) {
        LOG.error("a query's thread met an error that nobody has dealt with", e);
      }
    }
  }

  /** Ends a job's turn; the one whose turn comes instead, or null. */
  private synchronized @Nullable Entry next(Entry done) {
    widget(done.text).running--;
    forgetIfIdle(done.text);
    Iterator<Entry> waiting = line.iterator();
    while (waiting.hasNext()) {
      Entry entry = waiting.next();
      if (mayRun(entry.text)) {
        waiting.remove();
        Widget widget = widget(entry.text);
        widget.waiting--;
        widget.running++;
        return entry;
      }
    }
    running--;
    return null;
  }

  private void forgetIfIdle(String text) {
    Widget widget = widgets.get(text);
    if (widget != null && widget.running == 0 && widget.waiting == 0) {
      widgets.remove(text);
    }
  }

  /** Takes a job out of the line; false when it stands there no longer. */
  private synchronized boolean withdraw(Entry entry) {
    if (!line.remove(entry)) {
      return false;
    }
    widget(entry.text).waiting--;
    forgetIfIdle(entry.text);
    return true;
  }

  /** Looks again when the patience of the first in line ends. */
  private void watch(Entry first) {
    if (watch == null) {
      long left = Math.max(0, first.end - System.nanoTime());
      watch = clock.schedule(this::refuseLate, left, TimeUnit.NANOSECONDS);
    }
  }

  private void refuseLate() {
    for (Late late : late()) {
      late.entry().job.refuse(late.refusal());
    }
  }

  private record Late(Entry entry, QueryFailedException refusal) {}

  private synchronized List<Late> late() {
    watch = null;
    long now = System.nanoTime();
    List<Late> late = new ArrayList<>();
    for (Entry entry : List.copyOf(line)) {
      if (entry.end - now > 0) {
        watch(entry);
        break;
      }
      late.add(new Late(entry, mayRun(entry.text) ? full() : widgetFull()));
      withdraw(entry);
    }
    return late;
  }
}
