package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sqlwidgets.cache.KeptReply;
import org.sqlwidgets.cache.ReplyCache;
import org.sqlwidgets.cache.ReplyCache.Found;
import org.sqlwidgets.cache.ReplyKey;
import org.sqlwidgets.openbb.ChunkSink;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.widget.Caching;
import org.sqlwidgets.widget.Query;

/** The reply to a query with its values. */
final class RowsWork implements ReplyWork {
  private static final int QUICKLY_COMPRESSED = 64 * 1024;

  private final Rooms rooms;
  private final ReplyKey key;
  private final String what;
  private final Query query;
  private final BoundParams params;
  private final ReplyBody body;
  private final Consumer<MutableHttpResponse<?>> mark;
  private final Consumer<QueryFailedException> failed;

  /**
   * What all such works share.
   *
   * @param cache keeps replies whose author allows it
   * @param failed remembers failures for the client's second try
   * @param large remembers replies that are too large to be kept
   */
  record Rooms(ReplyCache cache, BrokenReplies failed, LargeReplies large) {}

  /**
   * All that is needed.
   *
   * @param what the widget or lookup
   * @param query the query
   * @param params its values
   * @param body what is made of its rows
   * @param mark adds headers to a reply with rows
   * @param failed takes the failure of the query
   */
  RowsWork(
      Rooms rooms,
      String what,
      Query query,
      BoundParams params,
      ReplyBody body,
      Consumer<MutableHttpResponse<?>> mark,
      Consumer<QueryFailedException> failed) {
    this.rooms = rooms;
    this.key = rooms.cache().key(query, params, body);
    this.what = what;
    this.query = query;
    this.params = params;
    this.body = body;
    this.mark = mark;
    this.failed = failed;
  }

  /** What requests for the same reply have in common. */
  ReplyKey key() {
    return key;
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
  public Optional<Caching> caching() {
    return query.cache();
  }

  @Override
  public String contentType() {
    return body.contentType();
  }

  /** What is kept for this request. */
  Optional<Found> found() {
    return query.cache().isEmpty() ? Optional.empty() : rooms.cache().find(key);
  }

  /** A reply of what was found. */
  MutableHttpResponse<?> reply(DataRequest request, Found found) {
    MutableHttpResponse<?> reply = request.reply(whole(found.reply()));
    CacheStatus.hit(reply, found);
    mark.accept(reply);
    request.timing().mark(reply);
    return reply;
  }

  /** Whether a reply of what was found takes no time worth mentioning. */
  static boolean isReady(DataRequest request, Found found) {
    KeptReply kept = found.reply();
    return kept.bytes().length < QUICKLY_COMPRESSED
        || kept.isCompressed()
        || !EntityHeaders.takesGzip(request.asked().get(HttpHeaders.ACCEPT_ENCODING));
  }

  private WholeReply whole(KeptReply kept) {
    return WholeReply.kept(kept.bytes(), kept.tag(), body.contentType()).with(gzip(kept));
  }

  private Supplier<byte[]> gzip(KeptReply kept) {
    return () -> rooms.cache().gzip(key, kept);
  }

  @Override
  public Optional<Function<DataRequest, MutableHttpResponse<?>>> known() {
    return found().map(found -> request -> reply(request, found));
  }

  @Override
  public void write(Cancellation cancellation, ChunkSink out) {
    body.write(query, params, cancellation, out);
  }

  @Override
  public WholeReply keep(WholeReply whole, long begun) {
    return query
        .cache()
        .map(caching -> rooms.cache().put(key, caching, begun, whole.copy(), whole.tag()))
        .map(kept -> whole.with(gzip(kept)))
        .orElse(whole);
  }

  @Override
  public void mark(MutableHttpResponse<?> ok) {
    mark.accept(ok);
  }

  @Override
  public MutableHttpResponse<?> failure(DataRequest request, QueryFailedException failure) {
    return body.failure(request, failure);
  }

  @Override
  public void tooLarge() {
    rooms.large().remember(key);
  }

  @Override
  public boolean wasTooLarge() {
    return rooms.large().knows(key);
  }

  @Override
  public void failed(QueryFailedException failure) {
    failed.accept(failure);
  }

  @Override
  public void likelyAgain(QueryFailedException failure, boolean halfSent) {
    rooms.failed().remember(key, failure, halfSent);
  }
}
