package org.sqlwidgets.sql;

import java.util.List;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;

/**
 * A query as JDBC wants it, with the way back to the author's text.
 *
 * <p>The text depends on the query alone, never on values. It ends with the query: without a
 * semicolon or comment behind it, it can stand in parentheses. Comments are blanks in it, since
 * drivers read some of them in another way than their database does.
 *
 * @param text the query with {@code ?} for each placeholder
 * @param names the name that is bound to each {@code ?}, in order
 * @param casts the type to which the query casts each {@code ?}; empty text where it does not
 * @param source the author's text
 * @param map the way back
 */
public record JdbcSql(
    String text, List<String> names, List<String> casts, SourceText source, SourceMap map) {

  /** Copies the lists. */
  public JdbcSql {
    names = List.copyOf(names);
    casts = List.copyOf(casts);
  }

  /**
   * The place in the author's SQL text of a character of {@link #text}.
   *
   * @param jdbcOffset 0-based; beyond the end means the end
   * @return 0-based index into the text of {@link #source}
   */
  public int sourceOffset(int jdbcOffset) {
    return map.sourceOffset(jdbcOffset);
  }

  /** The place in the author's file of a character of {@link #text}. */
  public SourceLocation locate(int jdbcOffset) {
    return source.atOffset(sourceOffset(jdbcOffset));
  }

  /**
   * The character of {@link #text} that a PostgreSQL error points at.
   *
   * @param serverPosition {@code ServerErrorMessage.getPosition()}: counted from 1, in code points,
   *     in the text that the driver made of this one
   * @return 0-based index into {@link #text}, for {@link #locate}
   */
  public int jdbcOffset(int serverPosition) {
    return map.jdbcOffset(text, serverPosition);
  }
}
