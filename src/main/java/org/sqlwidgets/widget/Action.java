package org.sqlwidgets.widget;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.sql.ParsedSql;

/**
 * A statement that changes rows when a form is sent (docs/types/forms.md).
 *
 * @param name the last segment of its address
 * @param file the file that defines it, as people know it
 * @param sql the author's text, cut into tokens
 * @param statements what is run: the text depends on which params have a value, never on values
 * @param datasource the datasource that runs it, which may write
 * @param params the params that a form gives it, in order
 * @param secrets the names of those whose values are noted nowhere
 * @param timeout after this long the statement is cancelled
 * @param maxRows more changed rows than this are undone
 * @param message what the reply says, with {@code {name}} for a value and {@code {rows}} for the
 *     number of changed rows; empty = made from the number of rows
 */
public record Action(
    String name,
    String file,
    ParsedSql sql,
    Statements statements,
    String datasource,
    List<Param> params,
    Set<String> secrets,
    Duration timeout,
    int maxRows,
    Optional<String> message) {

  /** Copies the collections. */
  public Action {
    params = List.copyOf(params);
    secrets = Set.copyOf(secrets);
  }

  /** What it does to rows: {@code INSERT}, {@code UPDATE} or {@code DELETE}. */
  public String kind() {
    return sql.firstWord();
  }

  /** The address that takes its forms, below the base address. */
  public String endpoint() {
    return "/actions/" + name;
  }
}
