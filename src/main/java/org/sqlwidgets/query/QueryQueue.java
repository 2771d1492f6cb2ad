package org.sqlwidgets.query;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.ToIntFunction;
import org.sqlwidgets.widget.Query;

/**
 * Gives queries their turn: for each datasource as many run at a time as it has connections.
 *
 * <p>The others stand in line, without a thread or a connection. Who finds too many in line is
 * refused at once, and who stands there for too long as well. One widget gets only some of the
 * connections and at most half of the line, so that a slow one does not shut out the others.
 */
public final class QueryQueue {
  private final QueueConfiguration limits;
  private final ToIntFunction<String> connections;
  private final ConcurrentMap<String, QueryLine> lines = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("query-queue").factory());

  /**
   * A queue within the limits of the settings.
   *
   * @param connections how many connections a datasource has
   */
  QueryQueue(QueueConfiguration limits, ToIntFunction<String> connections) {
    this.limits = limits;
    this.connections = connections;
  }

  /** What is done for one query; exactly one of its methods is called, once. */
  public interface Job {

    /** Its turn has come; runs on a thread that may block. */
    void run();

    /** It gets no turn; reason UNAVAILABLE. */
    void refuse(QueryFailedException failure);

    /** It has left the line. */
    void left();
  }

  /** Where a job stands in line. */
  @FunctionalInterface
  public interface Place {

    /** Leaves the line; nothing when the job has had its turn. */
    void leave();
  }

  /** Has a job run at once or in its turn; may refuse it before this returns. */
  public Place enter(Query query, Job job) {
    return lines
        .computeIfAbsent(
            query.datasource(),
            name -> new QueryLine(name, connections.applyAsInt(name), limits, clock))
        .enter(query.text(), job);
  }

  /** How many jobs stand in line for a datasource. */
  public int waiting(String datasource) {
    QueryLine line = lines.get(datasource);
    return line == null ? 0 : line.waiting();
  }
}
