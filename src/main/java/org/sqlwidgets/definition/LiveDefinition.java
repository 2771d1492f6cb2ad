package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.LiveUpdates;

/**
 * What the author says of how a live grid is kept fresh.
 *
 * @param at the place of the widget's type
 * @param rowId the columns that tell rows apart
 * @param interval the time between two looks
 * @param listen the channel by which looks are woken
 */
record LiveDefinition(
    SourceLocation at,
    List<Located<String>> rowId,
    Optional<Duration> interval,
    Optional<Located<String>> listen) {
  private static final Duration USUAL = Duration.ofSeconds(5);

  /** With a channel and no interval it only waits to be woken. */
  LiveUpdates updates() {
    return new LiveUpdates(
        rowId.stream().map(Located::value).toList(),
        interval.or(() -> listen.isPresent() ? Optional.empty() : Optional.of(USUAL)),
        listen.map(Located::value));
  }
}
