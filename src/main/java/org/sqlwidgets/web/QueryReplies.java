package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.sqlwidgets.cache.ReplyCache;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.widget.Query;

/** Runs a query for a request, on a thread of its own, and cancels it when the client goes away. */
@Singleton
final class QueryReplies {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("query-", 0).factory());
  private final QueryRunner runner;
  private final ParamBinder binder;
  private final ReplyCache cache;
  private final WidgetRegistry registry;
  private final BrokenReplies broken = new BrokenReplies();

  QueryReplies(QueryRunner runner, ParamBinder binder, ReplyCache cache, WidgetRegistry registry) {
    this.runner = runner;
    this.binder = binder;
    this.cache = cache;
    this.registry = registry;
    registry.onChange(snapshot -> broken.clear());
  }

  /**
   * The reply to a request for the rows of a query.
   *
   * @param what the widget or lookup, for the log
   * @param writer makes the body of the rows
   */
  CompletionStage<MutableHttpResponse<?>> reply(
      HttpRequest<?> request, String what, Query query, ReplyWriter writer) {
    return reply(request, new RequestValues(request.getParameters()), what, query, writer);
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
    ParamValues values = new RequestValues(request.getParameters());
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
      return CompletableFuture.completedStage(Failures.reply(what, e));
    }
    String asked = request.getMethodName() + request.getUri() + " " + params.hashCode();
    var failure = broken.find(asked);
    if (failure.isPresent()) {
      return CompletableFuture.completedStage(Failures.reply(what, failure.get()));
    }
    ByteBodyFactory bodies = ((ServerHttpRequest<?>) request).byteBodyFactory();
    var fresh = cache.get(query, params, writer);
    if (fresh.isPresent()) {
      MutableHttpResponse<?> kept = ReplyStream.ok(bodies.adapt(fresh.get()), writer.contentType());
      mark.accept(kept);
      ServerTiming.of(request).mark(kept);
      return CompletableFuture.completedStage(kept);
    }
    return start(request, new RowsWork(asked, what, query, params, writer, mark, failed));
  }

  /** Does the work for a reply on a thread of its own. */
  CompletionStage<MutableHttpResponse<?>> start(HttpRequest<?> request, ReplyWork work) {
    ByteBodyFactory bodies = ((ServerHttpRequest<?>) request).byteBodyFactory();
    return run(work, ServerTiming.of(request), bodies, channel(request));
  }

  /** The rows of a query, as a writer writes them. */
  private final class RowsWork implements ReplyWork {
    private final String request;
    private final String what;
    private final Query query;
    private final BoundParams params;
    private final ReplyWriter writer;
    private final Consumer<MutableHttpResponse<?>> mark;
    private final Consumer<QueryFailedException> failed;
    private final long begun = cache.age();

    /**
     * All that is needed.
     *
     * @param request the whole address, by which the client's second try is known
     * @param what the widget or lookup
     * @param query the query
     * @param params its values
     * @param writer makes the body
     * @param mark adds headers to a reply with rows
     * @param failed takes the failure of the query
     */
    RowsWork(
        String request,
        String what,
        Query query,
        BoundParams params,
        ReplyWriter writer,
        Consumer<MutableHttpResponse<?>> mark,
        Consumer<QueryFailedException> failed) {
      this.request = request;
      this.what = what;
      this.query = query;
      this.params = params;
      this.writer = writer;
      this.mark = mark;
      this.failed = failed;
    }

    @Override
    public String what() {
      return what;
    }

    @Override
    public Query query() {
      return query;
    }

    @Override
    public String contentType() {
      return writer.contentType();
    }

    @Override
    public void write(Cancellation cancellation, ChunkSink out) {
      runner.run(
          query,
          params,
          cancellation,
          rows -> {
            writer.write(rows, out);
            return null;
          });
    }

    @Override
    public void keep(ReplyStream whole) {
      if (query.cache().isPresent()) {
        cache.put(begun, query, params, writer, whole.copy());
      }
    }

    @Override
    public void mark(MutableHttpResponse<?> ok) {
      mark.accept(ok);
    }

    @Override
    public MutableHttpResponse<?> failure(QueryFailedException failure) {
      failed.accept(failure);
      return ReplyWork.super.failure(failure);
    }

    @Override
    public void brokenOff(QueryFailedException failure) {
      failed.accept(failure);
      broken.remember(request, failure);
    }
  }

  private static Channel channel(HttpRequest<?> request) {
    return ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
  }

  private CompletionStage<MutableHttpResponse<?>> run(
      ReplyWork work, ServerTiming timing, ByteBodyFactory bodies, Channel channel) {
    Cancellation cancellation = new Cancellation(timing);
    GenericFutureListener<Future<? super Void>> gone =
        closed -> threads.execute(cancellation::cancel);
    channel.closeFuture().addListener(gone);
    CompletableFuture<MutableHttpResponse<?>> reply = new CancellingReply(cancellation);
    ReplyStream stream =
        new ReplyStream(
            bodies,
            channel.eventLoop(),
            cancellation,
            reply,
            work.contentType(),
            ok -> {
              work.mark(ok);
              timing.mark(ok);
            });
    threads.execute(
        () -> {
          try {
            run(work, cancellation, stream, reply);
          } finally {
            channel.closeFuture().removeListener(gone);
          }
        });
    return reply;
  }

  /** Ends the query when the server gives the reply up, as for an HTTP/2 stream that was reset. */
  private static final class CancellingReply extends CompletableFuture<MutableHttpResponse<?>> {
    private final Cancellation cancellation;

    CancellingReply(Cancellation cancellation) {
      this.cancellation = cancellation;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      cancellation.cancel();
      return super.cancel(mayInterrupt);
    }
  }

  private void run(
      ReplyWork work,
      Cancellation cancellation,
      ReplyStream stream,
      CompletableFuture<MutableHttpResponse<?>> reply) {
    try {
      work.write(cancellation, stream);
      if (!stream.isStreaming()) {
        work.keep(stream);
      }
      stream.finish();
    } catch (QueryFailedException e) {
      failed(work, e, stream, reply);
    } catch (RuntimeException | Error e) {
      failed(
          work,
          new QueryFailedException(
              Reason.FAILED, "Something went wrong on the server; its log says what", e),
          stream,
          reply);
    }
  }

  private void failed(
      ReplyWork work,
      QueryFailedException failure,
      ReplyStream stream,
      CompletableFuture<MutableHttpResponse<?>> reply) {
    switch (failure.reason()) {
      case OUTDATED -> threads.execute(() -> registry.describeAnew(work.query()));
      case MISSING -> threads.execute(() -> registry.findMissing(work.query()));
      case REFUSED, TIMEOUT, UNAVAILABLE, CANCELLED, FAILED -> {}
    }
    if (!stream.isStreaming()) {
      reply.complete(work.failure(failure));
      return;
    }
    Failures.log(work.what(), failure);
    if (isWorthTelling(failure)) {
      work.brokenOff(failure);
    }
    stream.breakOff();
  }

  /** What would happen again; a second try may well find the database back. */
  private static boolean isWorthTelling(QueryFailedException failure) {
    return switch (failure.reason()) {
      case REFUSED, TIMEOUT, FAILED -> true;
      case UNAVAILABLE, OUTDATED, MISSING, CANCELLED -> false;
    };
  }
}
