package org.sqlwidgets.ssrm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sqlwidgets.sql.QueryOrder;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Placement;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Statement;

/**
 * The author's query as a derived table, with or without its own order.
 *
 * <p>Both databases hand on the order of a derived table, but neither keeps equal rows in place
 * from one statement to the next: so the author's ORDER BY goes on with all columns that have an
 * order.
 */
final class Source {
  private final Query query;
  private final Statement statement;
  private final Optional<QueryOrder> order;

  /**
   * A query.
   *
   * @param statement the form of it that is run
   */
  Source(Query query, Statement statement) {
    this.query = query;
    this.statement = statement;
    this.order =
        QueryOrder.find(statement.jdbcText(), query.sql().dialect()).filter(this::isUnderstood);
  }

  /** Every {@code ?} is in its piece. */
  private boolean isUnderstood(QueryOrder found) {
    int counted =
        found.before().placeholders() + found.order().placeholders() + found.after().placeholders();
    return counted == statement.placements().size();
  }

  /** Whether the author has said in what order the rows come. */
  boolean isOrdered() {
    return order.isPresent();
  }

  /** Adds the query with the author's order, made exact. */
  void ordered(SqlText sql) {
    if (order.isEmpty() || order.get().withTies()) {
      whole(sql);
      return;
    }
    QueryOrder own = order.get();
    List<Placement> placements = statement.placements();
    int behindOrder = own.before().placeholders() + own.order().placeholders();
    sql.add("(");
    sql.add(own.before().text() + own.order().text(), placements.subList(0, behindOrder));
    sql.add(ordinals());
    sql.add(own.after().text(), placements.subList(behindOrder, placements.size()));
    sql.add("\n)");
  }

  /** Adds the query, without its order where that makes no difference to which rows there are. */
  void unordered(SqlText sql) {
    if (order.isEmpty() || order.get().decidesRows()) {
      whole(sql);
      return;
    }
    QueryOrder own = order.get();
    List<Placement> placements = statement.placements();
    int before = own.before().placeholders();
    sql.add("(");
    sql.add(own.before().text(), placements.subList(0, before));
    sql.add(
        own.after().text(),
        placements.subList(before + own.order().placeholders(), placements.size()));
    sql.add("\n)");
  }

  private void whole(SqlText sql) {
    sql.add("(").add(statement.jdbcText(), statement.placements()).add("\n)");
  }

  /** The columns by their place in the select list, which every form of query understands. */
  private String ordinals() {
    List<ColumnDef> columns = query.columns();
    return IntStream.range(0, columns.size())
        .filter(i -> ColumnTypes.isOrdered(columns.get(i).sqlType()))
        .mapToObj(i -> ", " + (i + 1))
        .collect(Collectors.joining());
  }
}
