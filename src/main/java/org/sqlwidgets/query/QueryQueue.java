package org.sqlwidgets.query;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.widget.Query;

/**
 * Bounds the requests that wait for the database: in all for each datasource, and for each widget.
 *
 * <p>Who does not fit is refused at once, before a thread is made for him. One widget gets at most
 * half of the places, so that a slow one does not shut out the others.
 */
public final class QueryQueue {
  private final QueueConfiguration limits;
  private final ConcurrentMap<String, AtomicInteger> waiting = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, WidgetGate> gates = new ConcurrentHashMap<>();

  /** A queue within the limits of the settings. */
  public QueryQueue(QueueConfiguration limits) {
    this.limits = limits;
  }

  /** The place of one request, from its arrival until its query is over. */
  public interface Turn extends AutoCloseable {

    /**
     * Waits until the widget's other queries leave room.
     *
     * @throws QueryFailedException when they do not in time, or nobody waits any more
     */
    void await(Cancellation cancellation);

    /** There is a connection: waits no longer. */
    void begun();

    @Override
    void close();
  }

  /**
   * A place for a request.
   *
   * @throws QueryFailedException with reason UNAVAILABLE when there is none
   */
  public Turn enter(Query query) {
    AtomicInteger places = waiting.computeIfAbsent(query.datasource(), name -> new AtomicInteger());
    if (places.incrementAndGet() > limits.maxWaiting()) {
      places.decrementAndGet();
      throw new QueryFailedException(
          Reason.UNAVAILABLE,
          "The database is busy, and too many requests are waiting for it; try again shortly",
          null);
    }
    try {
      return new Place(places, query.text(), gate(query.text()));
    } catch (QueryFailedException e) {
      places.decrementAndGet();
      throw e;
    }
  }

  /** How many requests wait for a connection of a datasource. */
  public int waiting(String datasource) {
    AtomicInteger places = waiting.get(datasource);
    return places == null ? 0 : places.get();
  }

  /** The gate of a widget, entered; another of the same text is made when the last has left. */
  private WidgetGate gate(String text) {
    int mostWaiting = Math.max(1, limits.maxWaiting() / 2);
    AtomicReference<Boolean> entered = new AtomicReference<>(false);
    WidgetGate gate =
        gates.compute(
            text,
            (key, present) -> {
              WidgetGate open = present == null ? new WidgetGate(limits.perWidget()) : present;
              entered.set(open.enter(mostWaiting));
              return open;
            });
    if (gate == null || !entered.get()) {
      throw WidgetGate.tooMany();
    }
    return gate;
  }

  /** A request that waits or runs; used by one thread after the other. */
  private final class Place implements Turn {
    private final AtomicInteger places;
    private final String text;
    private final WidgetGate gate;
    private volatile boolean begun;
    private volatile boolean passed;

    Place(AtomicInteger places, String text, WidgetGate gate) {
      this.places = places;
      this.text = text;
      this.gate = gate;
    }

    @Override
    public void await(Cancellation cancellation) {
      gate.pass(limits.patience(), cancellation);
      passed = true;
    }

    @Override
    public void begun() {
      if (!begun) {
        begun = true;
        places.decrementAndGet();
      }
    }

    @Override
    public void close() {
      begun();
      gates.computeIfPresent(text, (key, open) -> open.leave(passed) ? null : open);
    }
  }
}
