package org.sqlwidgets.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Action;

/**
 * The header of an action as the author wrote it; nothing held against the SQL yet.
 *
 * @param action {@code insert}, {@code update} or {@code delete}; empty = what the SQL says
 * @param datasource the datasource that runs it; empty = the setting
 * @param params what a form gives it
 * @param maxRows the most rows that may change; empty = 1
 * @param timeout the time limit; empty = the setting
 * @param message what the reply says
 */
record ActionDefinition(
    Optional<Located<String>> action,
    Optional<Located<String>> datasource,
    List<ParamDefinition> params,
    OptionalInt maxRows,
    Optional<Duration> timeout,
    Optional<Located<String>> message) {

  /**
   * An action that is right in itself.
   *
   * @param action what is run
   * @param at the place that defines it
   * @param lookups the lookup that fills a dropdown, by param
   */
  record Draft(Action action, SourceLocation at, Map<String, Located<String>> lookups) {}
}
