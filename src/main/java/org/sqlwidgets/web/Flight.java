package org.sqlwidgets.web;

import io.micronaut.http.MutableHttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.access.RequestId;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.QueryQueue;

/**
 * One run of a query for all requests that wait for the same reply.
 *
 * <p>Keeps up to 4 MB, so that an error there has a true status; what is larger is streamed to the
 * first who waits (widget-file §3, {@code maxRows}), and the others get runs of their own. Nobody
 * gets data that were read before he asked, unless the author has replies kept.
 */
final class Flight implements ChunkSink {
  private static final int KEPT = 4 * 1024 * 1024;

  /** Of a reply that was too large the last time; the rest is sent at once. */
  private static final int KEPT_OF_LARGE = 256 * 1024;

  /** A failure that took longer would cost the client's second try as much again. */
  private static final long COSTLY = Duration.ofSeconds(1).toNanos();

  /** Nobody asked for the run that renews what is kept. */
  private static final String RENEWAL = "renewal";

  private final String id;
  private final ReplyWork work;
  private final Tower tower;
  private final ServerTiming timing;
  private final Cancellation cancellation;
  private final boolean refresh;
  private final long start = System.nanoTime();
  private final int limit;
  private final List<Waiter> waiters = new ArrayList<>();
  private final List<ByteBuffer> pieces = new ArrayList<>();
  private int length;
  private boolean open = true;
  private boolean abandoned;
  private final ReplyMemory.Share share;
  private QueryQueue.@Nullable Place place;
  private volatile @Nullable ReplyStream stream;

  /** Looks after what a flight leaves behind. */
  interface Tower {

    /** A part of the memory for replies. */
    ReplyMemory.Share share();

    /** How long a client may take nothing of a reply that is streamed to it. */
    Duration patience();

    /** A request that needs a run of its own, since the reply is too large for several. */
    void alone(Waiter waiter, ReplyWork work);

    /** A part of a reply too large to be kept was sent. */
    default void streamed(ReplyWork work, long bytes) {}

    /** A query that failed. */
    void failed(ReplyWork work, QueryFailedException failure);
  }

  private Flight(String id, ReplyWork work, Tower tower, ServerTiming timing, boolean refresh) {
    this.id = id;
    this.work = work;
    this.tower = tower;
    this.timing = timing;
    this.refresh = refresh;
    this.share = tower.share();
    this.limit = work.wasTooLarge() ? KEPT_OF_LARGE : KEPT;
    cancellation = new Cancellation(new BegunProgress(timing, this::begun));
  }

  /** A run for a request that waits for it, the first of perhaps several. */
  static Flight of(ReplyWork work, Tower tower, Waiter first) {
    DataRequest request = first.request();
    Flight flight = new Flight(request.id(), work, tower, request.timing(), false);
    flight.waiters.add(first);
    return flight;
  }

  /** A run in the background that renews what is kept; it ends by itself only. */
  static Flight refreshing(ReplyWork work, Tower tower) {
    return new Flight(RENEWAL, work, tower, ServerTiming.unasked(), true);
  }

  /** Lets a request wait for this reply too; false when it is too late for that. */
  synchronized boolean join(Waiter waiter) {
    if (open) {
      waiters.add(waiter);
    }
    return open;
  }

  /** What is read from now on is older than requests that come later. */
  synchronized void begun() {
    open &= work.caching().isPresent();
  }

  /** Sets where this run waits for its turn; it leaves when nobody waits for it any more. */
  void waitsAt(QueryQueue.Place place) {
    synchronized (this) {
      this.place = place;
      if (!abandoned) {
        return;
      }
    }
    place.leave();
  }

  /** Tells all who wait that there is no place for this run. */
  void refuse(QueryFailedException failure) {
    work.failed(failure);
    List<Waiter> all = close();
    all.forEach(waiter -> waiter.complete(work.failure(waiter.request(), failure)));
    all.forEach(Waiter::finish);
  }

  /** Closes the doors; all who wait then. */
  private synchronized List<Waiter> close() {
    open = false;
    return List.copyOf(waiters);
  }

  /** One client less; the query of the last one is not run any longer. */
  private void leave(Waiter waiter) {
    waiter.finish();
    QueryQueue.Place waiting;
    synchronized (this) {
      waiters.remove(waiter);
      if (!waiters.isEmpty() || refresh) {
        return;
      }
      open = false;
      abandoned = true;
      waiting = place;
    }
    cancellation.cancel();
    if (waiting != null) {
      waiting.leave();
    }
    ReplyStream streaming = stream;
    if (streaming != null) {
      streaming.wake();
    }
  }

  /** Watches whether a client that waits for this reply goes away. */
  void watch(Waiter waiter) {
    waiter.whenGone(() -> leave(waiter));
  }

  /** Runs the query, unless its reply is known by now, and answers all who wait. */
  void run() {
    RequestId.named(id, this::runAndAnswer);
  }

  private void runAndAnswer() {
    try {
      Optional<Function<DataRequest, MutableHttpResponse<?>>> known =
          refresh ? Optional.empty() : work.known();
      if (known.isPresent()) {
        close().forEach(waiter -> waiter.complete(known.get().apply(waiter.request())));
      } else {
        work.write(cancellation, this);
        arrive();
      }
    } catch (QueryFailedException e) {
      fail(e);
    } catch (RuntimeException | Error e) {
      fail(
          new QueryFailedException(
              Reason.FAILED, "Something went wrong on the server; its log says what", e));
    } finally {
      share.release();
      close().forEach(Waiter::finish);
    }
  }

  @Override
  public void accept(byte[] chunk, int count) {
    ByteBuffer piece = ByteBuffer.wrap(chunk, 0, count);
    ReplyStream streaming = stream;
    if (streaming != null) {
      streaming.send(piece);
      tower.streamed(work, count);
      return;
    }
    pieces.add(piece);
    length += count;
    if (length > limit || !share.grow(length)) {
      overflow();
    }
  }

  private void overflow() {
    if (length > KEPT) {
      work.tooLarge();
    }
    List<Waiter> all = close();
    if (all.isEmpty()) {
      throw new QueryFailedException(
          Reason.CANCELLED, "The reply is too large to be kept, and nobody waits for it", null);
    }
    Waiter first = all.getFirst();
    for (Waiter other : all.subList(1, all.size())) {
      synchronized (this) {
        waiters.remove(other);
      }
      tower.alone(other, work);
    }
    stream(first);
  }

  private void stream(Waiter first) {
    ReplyStream streaming = new ReplyStream(first.request(), cancellation, tower.patience());
    stream = streaming;
    MutableHttpResponse<?> ok = DataRequest.ok(streaming.body(), work.contentType());
    CacheStatus.run(ok, work.caching().isPresent(), false, false);
    first.complete(marked(ok, first));
    pieces.forEach(streaming::send);
    tower.streamed(work, length);
    pieces.clear();
    share.clear();
  }

  private void arrive() {
    ReplyStream streaming = stream;
    if (streaming != null) {
      streaming.finish();
      return;
    }
    answer(work.keep(WholeReply.of(pieces, length, work.contentType(), share), start));
  }

  private void answer(WholeReply whole) {
    boolean collapsed = refresh;
    boolean kept = work.caching().isPresent();
    for (Waiter waiter : close()) {
      MutableHttpResponse<?> reply = waiter.request().reply(whole);
      CacheStatus.run(reply, kept, kept, collapsed);
      waiter.complete(marked(reply, waiter));
      collapsed = true;
    }
  }

  private MutableHttpResponse<?> marked(MutableHttpResponse<?> reply, Waiter waiter) {
    work.mark(reply);
    waiter.request().timing().mark(reply, timing);
    return reply;
  }

  private void fail(QueryFailedException failure) {
    Failures.log(work.what(), failure);
    work.failed(failure);
    tower.failed(work, failure);
    ReplyStream streaming = stream;
    if (isLikelyAgain(failure) && (streaming != null || System.nanoTime() - start > COSTLY)) {
      work.likelyAgain(failure, streaming != null);
    }
    if (streaming != null) {
      streaming.breakOff();
    } else {
      close().forEach(waiter -> waiter.complete(work.failure(waiter.request(), failure)));
    }
  }

  /** What would happen again; a second try may well find the database back. */
  private static boolean isLikelyAgain(QueryFailedException failure) {
    return switch (failure.reason()) {
      case REFUSED, TIMEOUT, FAILED -> true;
      case UNAVAILABLE, OUTDATED, MISSING, CANCELLED -> false;
    };
  }
}
