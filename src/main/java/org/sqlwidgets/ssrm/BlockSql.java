package org.sqlwidgets.ssrm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.ssrm.RowsRequest.Aggregate;
import org.sqlwidgets.ssrm.RowsRequest.GroupKey;
import org.sqlwidgets.ssrm.RowsRequest.SortKey;
import org.sqlwidgets.ssrm.SqlText.Derived;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.SqlType;

/** Writes the statements of one request around the author's query (contract §4.9). */
final class BlockSql {
  private static final String NULLS = " NULLS LAST";
  private static final ColumnDef COUNT =
      new ColumnDef("n", SqlType.BIGINT, SqlType.BIGINT, 0, WireForm.BY_TYPE, Map.of());

  private final Query query;
  private final BoundParams params;
  private final RowsRequest request;
  private final Source source;

  BlockSql(Query query, BoundParams params, RowsRequest request) {
    this.query = query;
    this.params = params;
    this.request = request;
    this.source = new Source(query, query.statements().choose(params::hasValue));
  }

  /** The rows of the block, or its groups. */
  Derived rows() {
    SqlText sql = new SqlText(params);
    List<ColumnDef> columns =
        request.group().isPresent() ? groups(sql, request.group().get()) : leaves(sql);
    sql.add(" LIMIT ").bind(request.size()).add(" OFFSET ").bind(request.startRow());
    return sql.derived(query, columns, request.size());
  }

  /** How many rows, or groups, there are. */
  Derived count() {
    SqlText sql = new SqlText(params);
    sql.add("SELECT COUNT(*) AS \"n\" FROM ");
    request.group().ifPresent(group -> sql.add("(SELECT " + key(group) + " AS \"k\" FROM "));
    source.unordered(sql);
    sql.add(" AS q");
    where(sql, false);
    request.group().ifPresent(group -> sql.add(" GROUP BY " + key(group) + ") AS g"));
    return sql.derived(query, List.of(COUNT), 1);
  }

  private List<ColumnDef> leaves(SqlText sql) {
    boolean own = request.sort().isEmpty() && source.isOrdered();
    sql.add("SELECT ").add(names()).add(" FROM ");
    if (own) {
      source.ordered(sql);
    } else {
      source.unordered(sql);
    }
    sql.add(" AS q");
    where(sql, own);
    sql.add(own ? "" : " ORDER BY " + order(request.sort()));
    return query.columns();
  }

  private String names() {
    return query.columns().stream().map(ColumnSql::name).collect(Collectors.joining(", "));
  }

  /** The user's order, then all other columns, so that no two rows can change places. */
  private String order(List<SortKey> sort) {
    List<String> keys = new ArrayList<>();
    for (SortKey key : sort) {
      keys.add(ColumnSql.ordered(key.column()) + direction(key) + NULLS);
    }
    List<ColumnDef> sorted = sort.stream().map(SortKey::column).toList();
    query.columns().stream()
        .filter(column -> !sorted.contains(column))
        .forEach(column -> keys.add(ColumnSql.ordered(column) + NULLS));
    return String.join(", ", keys);
  }

  private static String direction(SortKey key) {
    return key.descending() ? " DESC" : "";
  }

  private List<ColumnDef> groups(SqlText sql, ColumnDef group) {
    String rowNumber = ColumnSql.quoted(unusedName());
    AggregateSql aggregates = new AggregateSql(query.sql().dialect(), rowNumber);
    List<ColumnDef> columns = new ArrayList<>();
    columns.add(keyColumn(group));
    sql.add("SELECT " + key(group) + " AS " + ColumnSql.name(group));
    for (Aggregate aggregate : request.aggregates()) {
      columns.add(aggregates.column(aggregate));
      sql.add(", " + aggregates.expression(aggregate) + " AS ");
      sql.add(ColumnSql.name(aggregate.column()));
    }
    sql.add(" FROM ");
    if (request.aggregates().stream().anyMatch(own -> own.function().needsOrder())) {
      numbered(sql, rowNumber);
    } else {
      source.unordered(sql);
    }
    sql.add(" AS q");
    where(sql, false);
    sql.add(" GROUP BY " + key(group) + " ORDER BY " + orderOfGroups(group));
    return columns;
  }

  /** The rows with their number in the author's order, or else in that of the columns. */
  private void numbered(SqlText sql, String rowNumber) {
    String order = source.isOrdered() ? "" : "ORDER BY " + order(List.of());
    sql.add("(SELECT q.*, ROW_NUMBER() OVER (" + order + ") AS " + rowNumber + " FROM ");
    source.ordered(sql);
    sql.add(" AS q)");
  }

  private String unusedName() {
    String name = "#";
    List<String> used = query.columns().stream().map(ColumnDef::field).toList();
    while (used.contains(name)) {
      name += "#";
    }
    return name;
  }

  /** By what a group shows; what it does not show orders nothing. */
  private String orderOfGroups(ColumnDef group) {
    List<String> keys = new ArrayList<>();
    for (SortKey key : request.sort()) {
      place(key.column(), group).ifPresent(place -> keys.add(place + direction(key) + NULLS));
    }
    keys.add("1" + NULLS);
    return String.join(", ", keys);
  }

  private Optional<Integer> place(ColumnDef column, ColumnDef group) {
    if (column.equals(group)) {
      return Optional.of(1);
    }
    int index = request.aggregates().stream().map(Aggregate::column).toList().indexOf(column);
    boolean shown = index >= 0 && ColumnTypes.isOrdered(column.sqlType());
    return shown ? Optional.of(index + 2) : Optional.empty();
  }

  private static String key(ColumnDef group) {
    return ColumnSql.comparable(group);
  }

  private static ColumnDef keyColumn(ColumnDef group) {
    boolean text = !key(group).equals(ColumnSql.name(group));
    return text
        ? new ColumnDef(
            group.field(), SqlType.TEXT, SqlType.TEXT, -1, group.wireForm(), group.published())
        : group;
  }

  /**
   * Adds the condition.
   *
   * @param keepsOrder true when the order of the derived table is that of the block; H2 would look
   *     values of a list up one after the other, and so change it, did the condition not hide them
   */
  private void where(SqlText sql, boolean keepsOrder) {
    if (request.path().isEmpty() && request.filter().equals(Filter.NONE)) {
      return;
    }
    boolean hidden = keepsOrder && query.sql().dialect() == SqlDialect.H2;
    sql.add(hidden ? " WHERE (" : " WHERE ");
    for (GroupKey key : request.path()) {
      sql.add(ColumnSql.comparable(key.column()));
      key.value().ifPresentOrElse(value -> sql.add(" = ").bind(value), () -> sql.add(" IS NULL"));
      sql.add(" AND ");
    }
    sql.add("(");
    new ConditionWriter(sql).write(request.filter());
    sql.add(hidden ? ")) IS TRUE" : ")");
  }
}
