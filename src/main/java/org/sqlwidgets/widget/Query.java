package org.sqlwidgets.widget;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.sql.ParsedSql;

/**
 * A statement that the database has described and that may be run.
 *
 * @param sql the author's text, cut into tokens
 * @param statements what is run: the text depends on which params have a value, never on values
 * @param datasource the datasource that runs it
 * @param params the params that the statement uses
 * @param columns the columns that it returns, in order; at least one
 * @param timeout after this long the statement is cancelled
 * @param maxRows more rows than this are an error
 * @param cache how long an identical request may be answered from memory; empty = not at all
 */
public record Query(
    ParsedSql sql,
    Statements statements,
    String datasource,
    List<Param> params,
    List<ColumnDef> columns,
    Duration timeout,
    int maxRows,
    Optional<Caching> cache) {

  /** Copies the lists. */
  public Query {
    params = List.copyOf(params);
    columns = List.copyOf(columns);
  }

  /** The author's text. */
  public String text() {
    return sql.source().text();
  }
}
