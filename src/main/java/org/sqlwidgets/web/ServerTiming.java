package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.RunProgress;
import org.sqlwidgets.query.ValueSink;

/**
 * Where the time of one request went, for callers that ask; others get no such header.
 *
 * <p>Scripts of other origins cannot read it: it is not among the exposed headers.
 */
final class ServerTiming implements RunProgress {
  /** The request header that asks for it. */
  static final String ASKED = "Sql-Widgets-Timing";

  private final boolean asked;
  private final long start = System.nanoTime();
  private long connected;
  private long since;
  private long database;
  private long writing;
  private long rows;
  private boolean whole;

  /** Whether the rows have been read, so that what comes now tells how many there are in all. */
  private boolean counting;

  private ServerTiming(boolean asked) {
    this.asked = asked;
  }

  /** Of a run that nobody asked for by a request. */
  static ServerTiming unasked() {
    return new ServerTiming(false);
  }

  static ServerTiming of(HttpRequest<?> request) {
    return new ServerTiming(request.getHeaders().contains(ASKED));
  }

  @Override
  public void connected() {
    connected = System.nanoTime();
  }

  @Override
  public void executing() {
    since = System.nanoTime();
    counting = whole;
    whole = false;
  }

  /** The same rows, counted when somebody wants to know; a block's, not those of its count. */
  @Override
  public Rows executed(Rows counted) {
    long now = System.nanoTime();
    database += now - since;
    since = now;
    if (counting) {
      return counted;
    }
    rows = 0;
    return asked ? new CountedRows(counted) : counted;
  }

  @Override
  public void read() {
    writing += System.nanoTime() - since;
    whole = true;
  }

  private final class CountedRows implements Rows {
    private final Rows counted;

    CountedRows(Rows counted) {
      this.counted = counted;
    }

    @Override
    public boolean next() {
      boolean more = counted.next();
      rows += more ? 1 : 0;
      return more;
    }

    @Override
    public int columnCount() {
      return counted.columnCount();
    }

    @Override
    public void writeTo(int column, ValueSink sink) {
      counted.writeTo(column, sink);
    }
  }

  /** Puts the header on a reply; a reply that is streamed knows neither its end nor its rows. */
  void mark(MutableHttpResponse<?> reply) {
    mark(reply, this);
  }

  /** The same of a run that answers several requests, told to those who ask. */
  void mark(MutableHttpResponse<?> reply, ServerTiming run) {
    if (asked) {
      reply.header("Server-Timing", String.join(", ", run.metrics()));
    }
  }

  private List<String> metrics() {
    List<String> metrics = new ArrayList<>();
    if (connected == 0) {
      metrics.add("memory;desc=\"from memory\"");
      return metrics;
    }
    metrics.add(metric("wait", "connection wait", connected - start));
    metrics.add(metric("database", "database", database));
    if (whole) {
      metrics.add(metric("write", "reading and writing rows", writing));
      metrics.add("rows;desc=\"" + rows + "\"");
    }
    return metrics;
  }

  private static String metric(String name, String description, long nanos) {
    return String.format(Locale.ROOT, "%s;dur=%.2f;desc=\"%s\"", name, nanos / 1e6, description);
  }
}
