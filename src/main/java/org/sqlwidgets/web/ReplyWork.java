package org.sqlwidgets.web;

import io.micronaut.http.MutableHttpResponse;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.widget.Query;

/** What is to be done for a reply: a query to run, and a body to write of its rows. */
interface ReplyWork {

  /** The widget or lookup, for the log. */
  String what();

  /** The author's query; it is described anew when its tables have changed. */
  Query query();

  /** Runs the query and writes the body. */
  void write(Cancellation cancellation, ChunkSink out);

  /** The content type of the body. */
  default String contentType() {
    return ReplyWriter.JSON;
  }

  /** Sees the whole body before it is sent, unless it is too large to be kept. */
  default void keep(ReplyStream whole) {}

  /** Adds headers to a reply that succeeds. */
  default void mark(MutableHttpResponse<?> ok) {}

  /** The reply when the query failed in time. */
  default MutableHttpResponse<?> failure(QueryFailedException failure) {
    return Failures.reply(what(), failure);
  }

  /** Sees a failure that came when the body was half sent, and is likely to come again. */
  default void brokenOff(QueryFailedException failure) {}
}
