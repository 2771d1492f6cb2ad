package org.sqlwidgets.cache;

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
 * @param form the same rows have other forms in other widgets, views and blocks
 */
public record ReplyKey(
    long age, String sql, String datasource, BoundParams params, ReplyForm form) {
  /** About what a key takes beside its values, with a cache's entry for it. */
  private static final int OVERHEAD = 500;

  /** About what it takes in memory, in bytes: a request may be longer than its reply. */
  public int weight() {
    return OVERHEAD + params.weight() + form.weight();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReplyKey key
        && key.age == age
        && key.form.equals(form)
        && key.sql.equals(sql)
        && key.datasource.equals(datasource)
        && key.params.equals(params);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * sql.hashCode() + form.hashCode()) + params.hashCode();
  }
}
