package org.sqlwidgets.cache;

import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.BoundParams;

/**
 * What the bytes of a reply depend on, beside the data.
 *
 * <p>Who asks is not among it: no query can see its caller, and a datasource has one role.
 *
 * @param age a reply that was begun before everything was forgotten is not found afterwards
 * @param sql the author's text; the values decide which of its clauses are run
 * @param datasource where it runs, and by that the role that runs it
 * @param params the typed values
 * @param writer the same rows have other forms in other widgets and views; writers are equal only
 *     when they write the same, and most are made once and equal to none but themselves
 */
public record ReplyKey(
    long age, String sql, String datasource, BoundParams params, ReplyWriter writer) {

  @Override
  public boolean equals(Object other) {
    return other instanceof ReplyKey key
        && key.age == age
        && key.writer.equals(writer)
        && key.sql.equals(sql)
        && key.datasource.equals(datasource)
        && key.params.equals(params);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * sql.hashCode() + writer.hashCode()) + params.hashCode();
  }
}
