package org.sqlwidgets.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.SourceLocation;

/**
 * One enabled lookup, as the database keeps it.
 *
 * @param name its one name
 * @param description what it offers, for people
 * @param query the query that gives the options; null when they are rows
 * @param datasource the datasource that runs the query; null is {@code widgets}
 * @param parentParam the param on which the options depend; null when they do not
 * @param options the enabled options by position, then label, then value; not null even with a
 *     query
 */
public record StoredLookup(
    String name,
    @Nullable String description,
    @Nullable String query,
    @Nullable String datasource,
    @Nullable String parentParam,
    List<StoredOption> options) {

  /** Takes a copy of the options. */
  public StoredLookup {
    options = List.copyOf(options);
  }

  /** The place that problems of a lookup in the database name. */
  public static SourceLocation place(String name) {
    return SourceLocation.of("sql_widgets.lookup, row \"" + name + "\"");
  }
}
