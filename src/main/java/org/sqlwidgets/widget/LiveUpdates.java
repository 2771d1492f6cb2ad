package org.sqlwidgets.widget;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a live grid are kept fresh while somebody looks at them (widget-file §4).
 *
 * @param rowId the columns whose values, joined, tell one row from another; at least one
 * @param interval the time from the end of one look to the next; empty = only when woken
 * @param channel the channel of the database by which the next look is woken; empty = none
 */
public record LiveUpdates(
    List<String> rowId, Optional<Duration> interval, Optional<String> channel) {

  /** Copies the list. */
  public LiveUpdates {
    rowId = List.copyOf(rowId);
  }
}
