package org.sqlwidgets.contract;

/** Queries that take far longer than any test waits. */
final class Slow {
  /** Before its first row. */
  static final String POSTGRESQL = "SELECT 1 AS x FROM pg_sleep(30)";

  /** Before its first row. */
  static final String H2 =
      """
      SELECT count(*) AS x FROM generate_series(1, 1000000) AS a(n)
      CROSS JOIN generate_series(1, 1000000) AS b(m) WHERE a.n + b.m < 0
      """;

  /** While it gives rows. */
  static final String POSTGRESQL_BY_ROW =
      "SELECT n AS x FROM generate_series(1, 3000) AS g(n) WHERE pg_sleep(0.01) IS NOT NULL";

  /** While it gives rows. */
  static final String H2_BY_ROW =
      """
      SELECT a.n AS x FROM generate_series(1, 1000000) AS a(n)
      CROSS JOIN generate_series(1, 1000000) AS b(m) WHERE mod(a.n * b.m, 1000) = 7
      """;

  private Slow() {}
}
