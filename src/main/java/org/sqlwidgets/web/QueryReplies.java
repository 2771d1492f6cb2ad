package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.sqlwidgets.access.RequestId;
import org.sqlwidgets.cache.ReplyCache;
import org.sqlwidgets.cache.ReplyCache.Found;
import org.sqlwidgets.cache.ReplyKey;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.ops.Traffic;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryQueue;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.widget.Query;

/**
 * Answers requests for the rows of queries: from memory, from a run that others wait for, or from a
 * run of their own, in its turn.
 */
@Singleton
final class QueryReplies implements Flight.Tower {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("query-", 0).factory());
  private final ConcurrentMap<ReplyKey, Flight> flights = new ConcurrentHashMap<>();
  private final QueryRunner runner;
  private final ParamBinder binder;
  private final WidgetRegistry registry;
  private final RowsWork.Rooms rooms;
  private final QueryQueue queue;
  private final Traffic traffic;
  private final Refusals refusals = new Refusals();
  private final ReplyMemory memory = ReplyMemory.ofHeap();
  private final RepliesConfiguration limits;

  QueryReplies(
      QueryRunner runner,
      ParamBinder binder,
      ReplyCache cache,
      QueryQueue queue,
      WidgetRegistry registry,
      Traffic traffic,
      RepliesConfiguration limits) {
    this.limits = limits;
    this.traffic = traffic;
    this.queue = queue;
    this.runner = runner;
    this.binder = binder;
    this.registry = registry;
    rooms = new RowsWork.Rooms(cache, new BrokenReplies(), new LargeReplies());
    registry.onChange(snapshot -> rooms.failed().clear());
  }

  /**
   * The reply to a request for the rows of a query.
   *
   * @param what the widget or lookup, for the log
   * @param writer makes the body of the rows
   */
  CompletionStage<MutableHttpResponse<?>> reply(
      HttpRequest<?> request, String what, Query query, ReplyWriter writer) {
    return reply(request, RequestValues.of(request), what, query, writer);
  }

  /** The same with values that do not come from the query of the request alone. */
  CompletionStage<MutableHttpResponse<?>> reply(
      HttpRequest<?> request, ParamValues values, String what, Query query, ReplyWriter writer) {
    return reply(request, values, what, query, writer, reply -> {});
  }

  /** The same, telling of a query that failed. */
  CompletionStage<MutableHttpResponse<?>> reply(
      HttpRequest<?> request,
      String what,
      Query query,
      ReplyWriter writer,
      Consumer<QueryFailedException> failed) {
    ParamValues values = RequestValues.of(request);
    return reply(request, values, what, query, writer, reply -> {}, failed);
  }

  /** The same with headers that only a reply with rows gets. */
  CompletionStage<MutableHttpResponse<?>> reply(
      HttpRequest<?> request,
      ParamValues values,
      String what,
      Query query,
      ReplyWriter writer,
      Consumer<MutableHttpResponse<?>> mark) {
    return reply(request, values, what, query, writer, mark, failure -> {});
  }

  private CompletionStage<MutableHttpResponse<?>> reply(
      HttpRequest<?> request,
      ParamValues values,
      String what,
      Query query,
      ReplyWriter writer,
      Consumer<MutableHttpResponse<?>> mark,
      Consumer<QueryFailedException> failed) {
    BoundParams params;
    try {
      params = binder.bind(query.params(), values);
    } catch (QueryFailedException e) {
      return CompletableFuture.completedStage(Failures.reply(request, what, e));
    }
    ReplyBody body = new ReplyBody.Rows(runner, writer);
    return reply(
        DataRequest.of(request), new RowsWork(rooms, what, query, params, body, mark, failed));
  }

  /** The reply with a body of another kind. */
  CompletionStage<MutableHttpResponse<?>> reply(
      HttpRequest<?> request, String what, Query query, BoundParams params, ReplyBody body) {
    RowsWork work = new RowsWork(rooms, what, query, params, body, reply -> {}, failure -> {});
    return reply(DataRequest.of(request), work);
  }

  private CompletionStage<MutableHttpResponse<?>> reply(DataRequest request, RowsWork work) {
    Optional<Found> found = work.found();
    if (found.isPresent()) {
      if (found.get().refresh()) {
        refresh(work);
      }
      return fromMemory(request, work, found.get());
    }
    Optional<QueryFailedException> failure = rooms.failed().find(work.key());
    if (failure.isPresent()) {
      RequestId.named(request.id(), () -> Failures.log(work.what(), failure.get()));
      return CompletableFuture.completedStage(work.failure(request, failure.get()));
    }
    Waiter waiter = new Waiter(request, threads);
    if (rooms.large().knows(work.key())) {
      alone(waiter, work);
    } else {
      join(waiter, work);
    }
    return waiter;
  }

  /** Not on the event loop when it has to be compressed first. */
  private CompletionStage<MutableHttpResponse<?>> fromMemory(
      DataRequest request, RowsWork work, Found found) {
    return RowsWork.isReady(request, found)
        ? CompletableFuture.completedStage(work.reply(request, found))
        : CompletableFuture.supplyAsync(() -> work.reply(request, found), threads);
  }

  /** Lets a request wait for a run that is not too old for it, or begins one. */
  private void join(Waiter waiter, RowsWork work) {
    Flight own = Flight.of(work, this, waiter);
    Flight taken =
        flights.compute(
            work.key(), (key, running) -> running != null && running.join(waiter) ? running : own);
    taken.watch(waiter);
    if (taken == own) {
      start(own, work);
    }
  }

  /** Renews what is kept, unless that is being done. */
  private void refresh(RowsWork work) {
    Flight own = Flight.refreshing(work, this);
    if (flights.putIfAbsent(work.key(), own) == null) {
      start(own, work);
    }
  }

  private void start(Flight flight, RowsWork work) {
    start(flight, work, () -> flights.remove(work.key(), flight));
  }

  /** Has a run wait for its turn. */
  private void start(Flight flight, ReplyWork work, Runnable end) {
    flight.waitsAt(
        queue.enter(
            work.query(),
            new QueryQueue.Job() {
              @Override
              public void run() {
                try {
                  flight.run();
                } finally {
                  end.run();
                }
              }

              @Override
              public void refuse(QueryFailedException failure) {
                end.run();
                refusals.note(work.what(), failure);
                flight.refuse(failure);
              }

              @Override
              public void left() {
                end.run();
              }
            }));
  }

  @Override
  public ReplyMemory.Share share() {
    return memory.share();
  }

  @Override
  public Duration patience() {
    return limits.patience();
  }

  @Override
  public void alone(Waiter waiter, ReplyWork work) {
    Flight own = Flight.of(work, this, waiter);
    own.watch(waiter);
    start(own, work, () -> {});
  }

  @Override
  public void streamed(ReplyWork work, long bytes) {
    traffic.streamed(work.query(), bytes);
  }

  @Override
  public void failed(ReplyWork work, QueryFailedException failure) {
    switch (failure.reason()) {
      case OUTDATED -> threads.execute(() -> registry.describeAnew(work.query()));
      case MISSING -> threads.execute(() -> registry.findMissing(work.query()));
      case REFUSED, TIMEOUT, UNAVAILABLE, CANCELLED, FAILED -> {}
    }
  }
}
