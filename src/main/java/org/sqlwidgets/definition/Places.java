package org.sqlwidgets.definition;

import java.util.Set;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.sql.ParsedSql;

/** Places that a problem of more than one spot points at. */
final class Places {
  private Places() {}

  /** The first word of a query, which a problem of the whole query points at. */
  static SourceLocation ofQuery(ParsedSql parsed) {
    return parsed.toJdbc(Set.of()).locate(0);
  }
}
