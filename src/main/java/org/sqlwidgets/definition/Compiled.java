package org.sqlwidgets.definition;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Widget;

/**
 * What one file gave by itself, before it is held against the others.
 *
 * @param draft the widget, its lookups not linked yet; empty when the file is wrong or no widget
 * @param lookup the lookup; empty when the file is wrong or no lookup
 * @param action the action; empty when the file is wrong, no action, or actions are off
 * @param wiring what the file's widget wants of lookups; known of many files that are wrong, too
 * @param problems what is wrong with the file alone
 * @param settled false when the database could not be asked, so that it must be tried again
 */
record Compiled(
    Optional<Draft> draft,
    Optional<Lookup> lookup,
    Optional<ActionDefinition.Draft> action,
    Optional<Wiring> wiring,
    List<Problem> problems,
    boolean settled) {

  /**
   * A widget that is right in itself.
   *
   * @param widget its params of type endpoint have no lookup yet
   * @param idAt the place that gives it its id
   * @param formerIds ids under which it was known before
   * @param publish false = not served
   * @param wiring what it wants of lookups
   * @param form its form, whose action is not known yet
   */
  record Draft(
      Widget widget,
      SourceLocation idAt,
      List<Located<String>> formerIds,
      boolean publish,
      Wiring wiring,
      Optional<FormDefinition> form) {}

  /** A file of which nothing can be served. */
  static Compiled refused(List<Problem> problems, boolean settled) {
    return new Compiled(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), problems, settled);
  }

  /** The same with nothing to serve. */
  Compiled withoutResult() {
    return new Compiled(
        Optional.empty(), Optional.empty(), Optional.empty(), wiring, problems, settled);
  }

  /** True when nothing keeps the file from being served. */
  boolean isGood() {
    return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
