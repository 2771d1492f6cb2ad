package org.sqlwidgets.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.database.Notifications.Hearing;
import org.sqlwidgets.live.RowMemory.Changes;
import org.sqlwidgets.openbb.LiveRowsWriter;
import org.sqlwidgets.openbb.WrittenRows;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;

/**
 * All who look at one widget with the same values: one query for them all, again and again.
 *
 * <p>The next query begins after the last has ended. Who joins while it runs waits for the next,
 * because what it reads may be older than what they have.
 */
final class Group {
  private static final Logger LOG = LoggerFactory.getLogger(Group.class);

  private final LiveWidget widget;
  private final BoundParams params;
  private final Looks looks;
  private final LiveRowsWriter writer;
  private final Rhythm rhythm;
  private final RowMemory memory = new RowMemory();
  private final Set<Seat> seats = new LinkedHashSet<>();
  private @Nullable Hearing hearing;
  private @Nullable Future<?> next;
  private Cancellation cancellation = new Cancellation();
  private Optional<String> failure = Optional.empty();
  private boolean repeatsKnown;
  private boolean looking;
  private boolean woken;
  private boolean closed;
  private long begun;

  /** A place in a group; whoever leaves and comes back gets another. */
  static final class Seat {
    private final Subscriber subscriber;
    private boolean settled;

    private Seat(Subscriber subscriber) {
      this.subscriber = subscriber;
    }

    /** Sends all rows the first time, and again after some were not taken; then the changes. */
    private void send(WrittenRows rows, byte @Nullable [] changed) {
      if (!settled) {
        settled = rows.count() == 0 || subscriber.rows(rows.json());
      } else if (changed != null) {
        settled = subscriber.rows(changed);
      }
    }
  }

  Group(LiveWidget widget, BoundParams params, Looks looks) {
    this.widget = widget;
    this.params = params;
    this.looks = looks;
    this.writer = widget.writer();
    this.rhythm = new Rhythm(widget.updates());
    this.begun = System.nanoTime() - Rhythm.SHORTEST.toNanos();
  }

  /** Begins to look. */
  synchronized void open() {
    hearing =
        widget.updates().channel().map(name -> looks.hear(widget, name, this::wake)).orElse(null);
    again(Duration.ZERO);
  }

  /** Takes somebody in; who would have to wait long is served at once. */
  synchronized Seat join(Subscriber subscriber) {
    Seat seat = new Seat(subscriber);
    seats.add(seat);
    if (rhythm.isLeisurely()) {
      wake();
    }
    return seat;
  }

  /** Sees somebody off; true when nobody is left, and nothing is done any more. */
  synchronized boolean leave(Seat seat) {
    seats.remove(seat);
    if (!seats.isEmpty() || closed) {
      return closed;
    }
    closed = true;
    if (next != null) {
      next.cancel(false);
    }
    if (hearing != null) {
      hearing.close();
    }
    looks.end(cancellation);
    return true;
  }

  /** Somebody can take rows again. */
  synchronized void resume() {
    if (rhythm.isLeisurely()) {
      wake();
    }
  }

  /** Looks soon; while a look is under way once more after it. */
  private synchronized void wake() {
    if (looking) {
      woken = true;
    } else if (!closed && !rhythm.isFailing()) {
      again(untilWoken());
    }
  }

  private Duration untilWoken() {
    return Rhythm.whenWoken(Duration.ofNanos(System.nanoTime() - begun));
  }

  private void again(Duration time) {
    if (next != null) {
      next.cancel(false);
    }
    next = looks.after(time, this::look);
  }

  /** One look at the database; runs on a thread of its own. */
  private void look() {
    begin().ifPresent(this::look);
  }

  /**
   * A look under way.
   *
   * @param present who was there when it began
   * @param cancellation ends its query
   */
  private record Look(List<Seat> present, Cancellation cancellation) {}

  private void look(Look look) {
    try {
      WrittenRows rows = looks.run(widget.query(), params, look.cancellation(), writer);
      deliver(look.present(), rows);
    } catch (QueryFailedException e) {
      failed(e);
    } catch (RuntimeException | Error e) {
      failed(
          new QueryFailedException(
              Reason.FAILED, "Something went wrong on the server; its log says what", e));
    }
  }

  private synchronized Optional<Look> begin() {
    if (closed || looking) {
      return Optional.empty();
    }
    looking = true;
    woken = false;
    begun = System.nanoTime();
    cancellation = new Cancellation();
    return Optional.of(new Look(List.copyOf(seats), cancellation));
  }

  private synchronized void deliver(List<Seat> present, WrittenRows rows) {
    looking = false;
    if (closed) {
      return;
    }
    Changes changes = memory.update(rows);
    changes.repeated().ifPresent(this::warnOfRepeats);
    byte[] changed = changes.changed().isEmpty() ? null : rows.json(changes.changed());
    present.stream().filter(seats::contains).forEach(seat -> seat.send(rows, changed));
    if (failure.isPresent()) {
      LOG.info("live grid {}: the query works again", widget.id());
      failure = Optional.empty();
    }
    Optional<Duration> interval = rhythm.afterSuccess();
    (woken ? Optional.of(untilWoken()) : interval).ifPresent(this::again);
  }

  private void warnOfRepeats(String id) {
    if (!repeatsKnown) {
      repeatsKnown = true;
      LOG.warn(
          "live grid {}: more than one row has the id \"{}\", and the last one wins; let"
              + " data.wsRowIdColumn name all columns that tell rows apart",
          widget.id(),
          id.length() > 100 ? id.substring(0, 100) + "…" : id);
    }
  }

  private void failed(QueryFailedException e) {
    if (note(e) && e.reason() == Reason.OUTDATED) {
      looks.describeAnew(widget.query());
    }
  }

  /** Tells each new failure once, and tries again after a pause that grows. */
  private synchronized boolean note(QueryFailedException e) {
    looking = false;
    if (closed) {
      return false;
    }
    String text = String.valueOf(e.getMessage());
    if (!failure.equals(Optional.of(text))) {
      failure = Optional.of(text);
      tell(text, e);
    }
    again(rhythm.afterFailure());
    return true;
  }

  /** Only what nobody foresaw is told with its whole trace. */
  private void tell(String text, QueryFailedException e) {
    if (e.reason() == Reason.FAILED) {
      LOG.error("live grid {}: {}; asking again", widget.id(), text, e.getCause());
    } else {
      LOG.warn("live grid {}: {}; asking again{}", widget.id(), text, cause(e));
    }
  }

  private static String cause(QueryFailedException e) {
    return e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
  }
}
