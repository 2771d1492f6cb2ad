package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.sqlwidgets.access.RequestId;
import org.sqlwidgets.openbb.BlockWriter;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.ssrm.BlockRunner;
import org.sqlwidgets.ssrm.RequestReader;
import org.sqlwidgets.ssrm.RowsRequest;
import org.sqlwidgets.widget.Query;

/** Answers a server-side table's requests for blocks of rows (contract §4.9). */
@Singleton
final class BlockReplies {
  private final QueryReplies replies;
  private final ParamBinder binder;
  private final RequestReader reader;
  private final BlockRunner runner;

  BlockReplies(QueryReplies replies, ParamBinder binder, Clock clock, QueryRunner runner) {
    this.replies = replies;
    this.binder = binder;
    this.reader = new RequestReader(clock);
    this.runner = new BlockRunner(runner);
  }

  /**
   * The reply to a block that the grid asks for; a failure is a text under status 200.
   *
   * @param what the widget, for the log
   */
  CompletionStage<? extends HttpResponse<?>> posted(
      HttpRequest<?> request, String what, Query query) {
    return JsonBody.of(request).thenCompose(body -> posted(request, what, query, body));
  }

  private CompletionStage<? extends HttpResponse<?>> posted(
      HttpRequest<?> request, String what, Query query, JsonBody body) {
    ParamValues address = RequestValues.of(request);
    return switch (body) {
      case JsonBody.Keys(Map<String, Object> keys) ->
          reply(request, what, query, keys, new BodyValues(keys, address), BlockReplies::error);
      case JsonBody.Malformed(String detail) ->
          refused(
              request,
              what,
              new QueryFailedException(Reason.REFUSED, detail, null),
              BlockReplies::error);
    };
  }

  /**
   * The first block, or the one that the address names, for those who ask by GET (contract §1.8); a
   * failure has its status.
   */
  CompletionStage<? extends HttpResponse<?>> asked(
      HttpRequest<?> request, String what, Query query) {
    Map<String, Object> keys = new HashMap<>();
    for (String key : List.of("startRow", "endRow")) {
      String text = request.getParameters().get(key);
      if (text != null && !text.isEmpty()) {
        keys.put(key, text);
      }
    }
    return reply(request, what, query, keys, RequestValues.of(request), Failures::reply);
  }

  private CompletionStage<? extends HttpResponse<?>> reply(
      HttpRequest<?> request,
      String what,
      Query query,
      Map<String, Object> keys,
      ParamValues values,
      Function<QueryFailedException, MutableHttpResponse<?>> failed) {
    try {
      RowsRequest wanted = reader.read(keys, query.columns());
      BoundParams params = binder.bind(query.params(), values);
      return replies.start(request, new BlockWork(what, query, params, wanted, runner, failed));
    } catch (QueryFailedException e) {
      return refused(request, what, e, failed);
    }
  }

  private static CompletionStage<MutableHttpResponse<?>> refused(
      HttpRequest<?> request,
      String what,
      QueryFailedException failure,
      Function<QueryFailedException, MutableHttpResponse<?>> failed) {
    RequestId.named(RequestId.of(request), () -> Failures.log(what, failure));
    return CompletableFuture.completedStage(failed.apply(failure));
  }

  private static MutableHttpResponse<?> error(QueryFailedException failure) {
    return HttpResponse.ok(BlockWriter.error(String.valueOf(failure.getMessage())))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** One block to read. */
  private record BlockWork(
      String what,
      Query query,
      BoundParams params,
      RowsRequest wanted,
      BlockRunner runner,
      Function<QueryFailedException, MutableHttpResponse<?>> failed)
      implements ReplyWork {

    @Override
    public void write(Cancellation cancellation, ChunkSink out) {
      runner.run(query, params, wanted, cancellation, new BlockWriter(out));
    }

    @Override
    public MutableHttpResponse<?> failure(QueryFailedException failure) {
      return failed.apply(failure);
    }
  }
}
