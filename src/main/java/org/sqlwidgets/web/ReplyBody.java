package org.sqlwidgets.web;

import io.micronaut.http.MutableHttpResponse;
import org.sqlwidgets.cache.ReplyForm;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.widget.Query;

/** What is read of a query, and the body that is made of it. */
interface ReplyBody extends ReplyForm {

  /** Runs the query and writes the body. */
  void write(Query query, BoundParams params, Cancellation cancellation, ChunkSink out);

  /** The content type of the body. */
  default String contentType() {
    return ReplyWriter.JSON;
  }

  /** The reply to a request whose query failed; the log has it already. */
  default MutableHttpResponse<?> failure(DataRequest request, QueryFailedException failure) {
    return Failures.reply(failure);
  }

  /**
   * All rows, as a writer writes them.
   *
   * @param runner runs the query
   * @param writer made once for many requests, most of them
   */
  record Rows(QueryRunner runner, ReplyWriter writer) implements ReplyBody {

    @Override
    public void write(Query query, BoundParams params, Cancellation cancellation, ChunkSink out) {
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
    public String contentType() {
      return writer.contentType();
    }

    @Override
    public int weight() {
      return 0;
    }
  }
}
