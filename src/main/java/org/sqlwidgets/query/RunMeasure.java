package org.sqlwidgets.query;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.widget.Query;

/** Measures one run from the moment when it asks for a connection; used by one thread. */
final class RunMeasure {
  private static final BoundParams NONE = new BoundParams(Map.of());

  private final String datasource;
  private final Cancellation cancellation;
  private final long begun = System.nanoTime();
  private @Nullable Query query;
  private BoundParams params = NONE;
  private long connected;
  private long rows;

  RunMeasure(String datasource, Cancellation cancellation) {
    this.datasource = datasource;
    this.cancellation = cancellation;
  }

  /** From here on it is about this query. */
  RunMeasure of(Query next, BoundParams values) {
    query = next;
    params = values;
    return this;
  }

  /** There is a connection; a second one does not count. */
  void connected() {
    connected = connected == 0 ? System.nanoTime() : connected;
  }

  /** Rows were read, beside those before. */
  void read(long count) {
    rows += count;
  }

  EndedRun ended(Optional<Reason> failure) {
    long now = System.nanoTime();
    long asked = connected == 0 ? now : connected;
    Duration time = Duration.ofNanos(now - asked).minus(cancellation.waited());
    return new EndedRun(
        datasource,
        Optional.ofNullable(query),
        params,
        Duration.ofNanos(asked - begun),
        time.isNegative() ? Duration.ZERO : time,
        rows,
        failure);
  }
}
