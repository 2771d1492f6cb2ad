package org.sqlwidgets.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.Statement;
import org.sqlwidgets.widget.Statements;

/** Asks the database how it would run a query; the query itself is not run. */
public final class QueryPlans {
  /** What the planner believes of tables; a table that was never analysed has -1 rows. */
  private static final String SIZES =
      """
      SELECT CAST(n.nspname || '.' || c.relname AS text) AS name,
             CAST(CAST(c.reltuples AS bigint) AS text) AS size
      FROM   pg_catalog.pg_class c
      JOIN   pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE  c.relkind IN ('r', 'm') AND c.reltuples > 100000
      """;

  private static final int MOST_TABLES = 100_000;

  private final QueryRunner runner;
  private final Databases databases;

  /** Plans are asked for with a reader's rights. */
  public QueryPlans(QueryRunner runner, Databases databases) {
    this.runner = runner;
    this.databases = databases;
  }

  /**
   * The plan of a query with these values.
   *
   * @return JSON as PostgreSQL writes it, or the text of H2
   * @throws QueryFailedException when the database gives none
   */
  public String plan(Query query, BoundParams params) {
    SqlDialect dialect = databases.dialect(query.datasource());
    Statement chosen = query.statements().choose(params::hasValue);
    String explain =
        switch (dialect) {
          case POSTGRESQL -> "EXPLAIN (FORMAT JSON, VERBOSE) ";
          case H2 -> "EXPLAIN ";
        };
    ColumnDef column =
        switch (dialect) {
          case POSTGRESQL -> column("QUERY PLAN", SqlType.JSON);
          case H2 -> column("PLAN", SqlType.TEXT);
        };
    Statement statement = new Statement(explain + chosen.jdbcText(), chosen.placements());
    TextSink sink = new TextSink();
    return runner.run(
        other(query, statement, List.of(column)),
        params,
        new Cancellation(),
        rows -> {
          StringBuilder plan = new StringBuilder();
          while (rows.next()) {
            rows.writeTo(0, sink);
            plan.append(sink.text());
          }
          return plan.toString();
        });
  }

  /**
   * The tables of PostgreSQL with more than 100,000 rows; none of other databases.
   *
   * @param query one that runs there
   * @return the estimated number of rows by name, with the schema in front
   */
  public Map<String, Long> largeTables(Query query) {
    if (databases.dialect(query.datasource()) != SqlDialect.POSTGRESQL) {
      return Map.of();
    }
    List<ColumnDef> columns = List.of(column("name", SqlType.TEXT), column("size", SqlType.TEXT));
    TextSink sink = new TextSink();
    return runner.run(
        other(query, new Statement(SIZES, List.of()), columns),
        new BoundParams(Map.of()),
        new Cancellation(),
        rows -> {
          Map<String, Long> tables = new LinkedHashMap<>();
          while (rows.next()) {
            rows.writeTo(0, sink);
            String name = sink.text();
            rows.writeTo(1, sink);
            tables.put(name, Long.valueOf(sink.text()));
          }
          return tables;
        });
  }

  private static ColumnDef column(String label, SqlType type) {
    return new ColumnDef(label, type, type, -1, ColumnDef.WireForm.BY_TYPE, Map.of());
  }

  /** Another statement in the place of a query's own. */
  private static Query other(Query query, Statement statement, List<ColumnDef> columns) {
    return new Query(
        query.sql(),
        new Statements.Single(statement),
        query.datasource(),
        query.params(),
        columns,
        query.timeout(),
        MOST_TABLES,
        Optional.empty());
  }
}
