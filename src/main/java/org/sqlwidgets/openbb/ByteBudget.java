package org.sqlwidgets.openbb;

import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;

/** Bounds the memory that one chart may take while its rows are gathered. */
final class ByteBudget {
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private long taken;

  /** Takes bytes; refuses the chart when there are too many. */
  void take(int bytes) {
    taken += bytes;
    if (taken > MOST_BYTES) {
      throw new QueryFailedException(
          Reason.REFUSED,
          "The chart would be larger than 64 MB; narrow the parameters, or ask the author to"
              + " aggregate",
          null);
    }
  }
}
