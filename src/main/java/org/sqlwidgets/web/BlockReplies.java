package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sqlwidgets.access.RequestId;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.BoundParams;
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
   * A table that blocks are asked of.
   *
   * @param what the widget, for the log
   * @param query the author's
   * @param writer of all its rows; it is another one when the widget has changed
   */
  record Table(String what, Query query, ReplyWriter writer) {}

  /** The reply to a block that the grid asks for; a failure is a text under status 200. */
  CompletionStage<? extends HttpResponse<?>> posted(HttpRequest<?> request, Table table) {
    return JsonBody.of(request).thenCompose(body -> posted(request, table, body));
  }

  private CompletionStage<? extends HttpResponse<?>> posted(
      HttpRequest<?> request, Table table, JsonBody body) {
    ParamValues address = RequestValues.of(request);
    return switch (body) {
      case JsonBody.Keys(Map<String, Object> keys) ->
          reply(request, table, keys, new BodyValues(keys, address));
      case JsonBody.Malformed(String detail) ->
          refused(request, table, new QueryFailedException(Reason.REFUSED, detail, null));
    };
  }

  /**
   * The first block, or the one that the address names, for those who ask by GET (contract §1.8); a
   * failure has its status.
   */
  CompletionStage<? extends HttpResponse<?>> asked(HttpRequest<?> request, Table table) {
    Map<String, Object> keys = new HashMap<>();
    for (String key : List.of("startRow", "endRow")) {
      String text = request.getParameters().get(key);
      if (text != null && !text.isEmpty()) {
        keys.put(key, text);
      }
    }
    return reply(request, table, keys, RequestValues.of(request));
  }

  private CompletionStage<? extends HttpResponse<?>> reply(
      HttpRequest<?> request, Table table, Map<String, Object> keys, ParamValues values) {
    Query query = table.query();
    try {
      BlockBody body = new BlockBody(runner, table.writer(), wanted(keys, query));
      BoundParams params = binder.bind(query.params(), values);
      return replies.reply(request, table.what(), query, params, body);
    } catch (QueryFailedException e) {
      return refused(request, table, e);
    }
  }

  /** Where blocks are kept, asking for a new count does not make a new reply, as elsewhere. */
  private RowsRequest wanted(Map<String, Object> keys, Query query) {
    RowsRequest read = reader.read(keys, query.columns());
    return query.cache().isPresent() ? read.withKnownCount() : read;
  }

  private static CompletionStage<? extends HttpResponse<?>> refused(
      HttpRequest<?> request, Table table, QueryFailedException failure) {
    RequestId.named(RequestId.of(request), () -> Failures.log(table.what(), failure));
    return CompletableFuture.completedStage(BlockBody.failure(request.getMethod(), failure));
  }
}
