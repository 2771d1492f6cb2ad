package org.sqlwidgets.web;

import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;
import java.util.function.Function;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.widget.Caching;
import org.sqlwidgets.widget.Query;

/** What is to be done for a reply: a query to run, and a body to write of its rows. */
interface ReplyWork {

  /** The widget or lookup, for the log. */
  String what();

  /** The author's query; it is described anew when its tables have changed. */
  Query query();

  /** How long the reply is kept; until its end, such a run is joined by others. */
  default Optional<Caching> caching() {
    return Optional.empty();
  }

  /** A reply that has come to be known since the request came; then nothing is run. */
  default Optional<Function<DataRequest, MutableHttpResponse<?>>> known() {
    return Optional.empty();
  }

  /** Runs the query and writes the body. */
  void write(Cancellation cancellation, ChunkSink out);

  /** The content type of the body. */
  default String contentType() {
    return ReplyWriter.JSON;
  }

  /**
   * Sees the whole body before it is sent, unless it is too large to be kept.
   *
   * @param begun when the run began, by {@link System#nanoTime}
   * @return the body as it is sent, with what has become known of it
   */
  default WholeReply keep(WholeReply whole, long begun) {
    return whole;
  }

  /** Adds headers to a reply that succeeds. */
  default void mark(MutableHttpResponse<?> ok) {}

  /** The reply when the query failed in time; the log has it already. */
  default MutableHttpResponse<?> failure(DataRequest request, QueryFailedException failure) {
    return Failures.reply(failure);
  }

  /** Sees that the body is too large to be kept. */
  default void tooLarge() {}

  /** Whether the body was too large a short while ago, and so is not worth waiting for. */
  default boolean wasTooLarge() {
    return false;
  }

  /** Sees the failure, whatever becomes of it. */
  default void failed(QueryFailedException failure) {}

  /**
   * Sees a failure that is likely to come again and has cost something.
   *
   * @param halfSent true when the body was half sent, so that nobody has read the text
   */
  default void likelyAgain(QueryFailedException failure, boolean halfSent) {}
}
