package org.sqlwidgets.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.widget.Lookup;

/**
 * How the params of a widget hang together with its SQL and with lookups.
 *
 * @param uses the lookup that each dropdown asks for, by param
 * @param inline the widget's own lookups
 * @param placeholders the names in the SQL
 * @param params the names of all params, declared or not
 * @param declared the place of each declared param
 * @param clicked the params that a click into a cell sets
 * @param complete false when some of it could not be read, so that nothing can be called unused
 */
record Wiring(
    Map<String, Use> uses,
    List<Lookup> inline,
    Set<String> placeholders,
    Set<String> params,
    Map<String, SourceLocation> declared,
    Set<String> clicked,
    boolean complete) {

  /**
   * A param's wish for a lookup.
   *
   * @param lookup its name
   * @param at where it is named
   * @param optionsParams what the author sends to it; the rest is generated
   */
  record Use(String lookup, SourceLocation at, Map<String, Located<String>> optionsParams) {}

  /** The widget's own lookup of a name. */
  Optional<Lookup> own(String name) {
    return inline.stream().filter(lookup -> lookup.name().equals(name)).findFirst();
  }
}
