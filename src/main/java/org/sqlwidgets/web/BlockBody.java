package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.sqlwidgets.openbb.BlockWriter;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.ssrm.BlockRunner;
import org.sqlwidgets.ssrm.RowsRequest;
import org.sqlwidgets.widget.Query;

/**
 * One block of a server-side table (contract §4.9).
 *
 * @param runner runs the query
 * @param table the writer of the widget's rows, which tells this widget as it is now from all else
 * @param wanted which rows, and in what order
 */
record BlockBody(BlockRunner runner, ReplyWriter table, RowsRequest wanted) implements ReplyBody {

  @Override
  public void write(Query query, BoundParams params, Cancellation cancellation, ChunkSink out) {
    runner.run(query, params, wanted, cancellation, new BlockWriter(out));
  }

  @Override
  public MutableHttpResponse<?> failure(DataRequest request, QueryFailedException failure) {
    return failure(request.method(), failure);
  }

  /** A failure is a text under status 200 for the grid, and has its status for those who GET. */
  static MutableHttpResponse<?> failure(HttpMethod method, QueryFailedException failure) {
    return method == HttpMethod.POST
        ? HttpResponse.ok(BlockWriter.error(String.valueOf(failure.getMessage())))
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
        : Failures.reply(failure);
  }

  @Override
  public int weight() {
    return wanted.weight();
  }
}
