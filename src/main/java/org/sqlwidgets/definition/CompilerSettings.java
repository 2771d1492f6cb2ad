package org.sqlwidgets.definition;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.sqlwidgets.sql.SqlDialect;

/**
 * What the compiler needs to know besides the files.
 *
 * @param timeout the time limit of a query without one of its own
 * @param maxRows the row limit of a query without one of its own
 * @param clock resolves {@code $currentDate} when defaults are checked
 * @param datasources the datasources that may run queries
 * @param dialects the dialect of a datasource by its name
 * @param actions whether and where actions run
 */
public record CompilerSettings(
    Duration timeout,
    int maxRows,
    Clock clock,
    Set<String> datasources,
    java.util.function.Function<String, SqlDialect> dialects,
    ActionSettings actions) {

  /** Copies the set. */
  public CompilerSettings {
    datasources = Set.copyOf(datasources);
  }

  /** The datasource of a query that names none. */
  public static final String DEFAULT_DATASOURCE = "widgets";
}
