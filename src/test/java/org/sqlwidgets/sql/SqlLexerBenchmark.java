package org.sqlwidgets.sql;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/** How long the lexer takes for a query of middle length. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SqlLexerBenchmark {
  private static final String SQL =
      """
      -- The monthly mean of each sector, and its change against the month before.
      WITH monthly AS (
        SELECT s.sector, date_trunc('month', p.trade_date)::date AS month,
               avg(p.close) AS mean, count(*) FILTER (WHERE p.volume > 0) AS days
        FROM   prices p JOIN securities s USING (symbol)
        WHERE  p.trade_date BETWEEN :from AND :to /* both inclusive */
          AND  (s.sector = ANY(:sectors) OR s.name ILIKE '%' || :search || '%')
        GROUP  BY 1, 2
      )
      SELECT sector, month, round(mean, 2) AS mean, days,
             round(100 * (mean / lag(mean) OVER (PARTITION BY sector ORDER BY month) - 1), 2) AS "change %"
      FROM   monthly
      ORDER  BY sector, month
      LIMIT  :rows
      """;

  private final SourceText source = SourceText.ofFile("monthly.sql", SQL);

  /** Cuts the text into tokens. */
  @Benchmark
  public List<Token> lex() {
    return SqlLexer.lex(source, SqlDialect.POSTGRESQL, new Problems());
  }
}
