package org.sqlwidgets.definition;

import java.util.List;
import java.util.Map;
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
 * @param problems what is wrong with the file alone
 * @param settled false when the database could not be asked, so that it must be tried again
 */
record Compiled(
    Optional<Draft> draft, Optional<Lookup> lookup, List<Problem> problems, boolean settled) {

  /**
   * A widget that is right in itself.
   *
   * @param widget its params of type endpoint have no lookup yet
   * @param idAt the place that gives it its id
   * @param formerIds ids under which it was known before
   * @param publish false = not served
   * @param uses the lookup that each endpoint param asks for
   * @param inline its inline lookups
   * @param declared the place of each declared param
   */
  record Draft(
      Widget widget,
      SourceLocation idAt,
      List<Located<String>> formerIds,
      boolean publish,
      Map<String, Use> uses,
      List<Lookup> inline,
      Map<String, SourceLocation> declared) {}

  /**
   * A param's wish for a lookup.
   *
   * @param lookup its name
   * @param at where it is named
   * @param optionsParams what the author sends to it; empty = generated
   */
  record Use(String lookup, SourceLocation at, Map<String, String> optionsParams) {}

  static Compiled failed(List<Problem> problems) {
    return new Compiled(Optional.empty(), Optional.empty(), problems, true);
  }
}
