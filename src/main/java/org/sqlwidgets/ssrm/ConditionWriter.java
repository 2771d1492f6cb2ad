package org.sqlwidgets.ssrm;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.ssrm.Filter.All;
import org.sqlwidgets.ssrm.Filter.Any;
import org.sqlwidgets.ssrm.Filter.BlankFilter;
import org.sqlwidgets.ssrm.Filter.BooleanFilter;
import org.sqlwidgets.ssrm.Filter.DateFilter;
import org.sqlwidgets.ssrm.Filter.Moment;
import org.sqlwidgets.ssrm.Filter.NumberFilter;
import org.sqlwidgets.ssrm.Filter.SetFilter;
import org.sqlwidgets.ssrm.Filter.TextFilter;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.ColumnDef;

/**
 * Writes filters as SQL conditions.
 *
 * <p>A comparison with NULL is neither true nor false, so that a filter and its opposite both leave
 * out the rows without a value.
 */
final class ConditionWriter {
  /** Stands before a wildcard that is meant as itself. */
  private static final String ESCAPE = "!";

  private final SqlText sql;

  ConditionWriter(SqlText sql) {
    this.sql = sql;
  }

  void write(Filter filter) {
    switch (filter) {
      case All(List<Filter> parts) -> join(parts, " AND ", "1 = 1");
      case Any(List<Filter> parts) -> join(parts, " OR ", "1 = 0");
      case TextFilter text -> text(text);
      case NumberFilter number -> number(number);
      case DateFilter date -> date(date);
      case SetFilter set -> set(set);
      case BooleanFilter(ColumnDef column, boolean value) ->
          sql.add(value ? "" : "NOT ").add(ColumnSql.name(column));
      case BlankFilter blank -> blank(blank);
    }
  }

  private void join(List<Filter> parts, String operator, String ofNone) {
    if (parts.isEmpty()) {
      sql.add(ofNone);
    }
    for (int i = 0; i < parts.size(); i++) {
      sql.add(i == 0 ? "(" : operator + "(");
      write(parts.get(i));
      sql.add(")");
    }
  }

  private void text(TextFilter filter) {
    String text = filter.value();
    switch (filter.operator()) {
      case EQUALS -> compare(filter.column(), "=", text);
      case NOT_EQUAL -> compare(filter.column(), "<>", text);
      case CONTAINS -> like(filter.column(), "LIKE", "%" + escaped(text) + "%");
      case NOT_CONTAINS -> like(filter.column(), "NOT LIKE", "%" + escaped(text) + "%");
      case STARTS_WITH -> like(filter.column(), "LIKE", escaped(text) + "%");
      case ENDS_WITH -> like(filter.column(), "LIKE", "%" + escaped(text));
    }
  }

  private void compare(ColumnDef column, String operator, String text) {
    sql.add("LOWER(" + ColumnSql.text(column) + ") " + operator + " LOWER(");
    sql.bind(new BoundValue(BindType.TEXT, text)).add(")");
  }

  private void like(ColumnDef column, String operator, String pattern) {
    compare(column, operator, pattern);
    sql.add(" ESCAPE '" + ESCAPE + "'");
  }

  private static String escaped(String text) {
    return text.replace(ESCAPE, ESCAPE + ESCAPE)
        .replace("%", ESCAPE + "%")
        .replace("_", ESCAPE + "_");
  }

  private void number(NumberFilter filter) {
    Optional<Moment> to = filter.to().map(value -> new Moment(value, Optional.empty()));
    compare(filter.column(), filter.comparison(), new Moment(filter.value(), Optional.empty()), to);
  }

  private void date(DateFilter filter) {
    compare(filter.column(), filter.comparison(), filter.moment(), filter.to());
  }

  private void compare(
      ColumnDef column, Comparison comparison, Moment moment, Optional<Moment> to) {
    switch (comparison) {
      case EQUALS -> {
        from(column, moment);
        if (moment.after().isPresent()) {
          sql.add(" AND ");
          upTo(column, moment);
        }
      }
      case NOT_EQUAL -> notEqual(column, moment);
      case LESS_THAN -> one(column, "<", moment.from());
      case LESS_THAN_OR_EQUAL -> upTo(column, moment);
      case GREATER_THAN ->
          one(
              column,
              moment.after().isPresent() ? ">=" : ">",
              moment.after().orElse(moment.from()));
      case GREATER_THAN_OR_EQUAL -> one(column, ">=", moment.from());
      case IN_RANGE -> {
        one(column, ">=", moment.from());
        sql.add(" AND ");
        upTo(column, to.orElseThrow());
      }
    }
  }

  private void from(ColumnDef column, Moment moment) {
    one(column, moment.after().isPresent() ? ">=" : "=", moment.from());
  }

  private void upTo(ColumnDef column, Moment moment) {
    one(column, moment.after().isPresent() ? "<" : "<=", moment.after().orElse(moment.from()));
  }

  private void notEqual(ColumnDef column, Moment moment) {
    if (moment.after().isEmpty()) {
      one(column, "<>", moment.from());
      return;
    }
    one(column, "<", moment.from());
    sql.add(" OR ");
    one(column, ">=", moment.after().get());
  }

  private void one(ColumnDef column, String operator, BoundValue value) {
    sql.add(ColumnSql.name(column) + " " + operator + " ").bind(value);
  }

  private void set(SetFilter filter) {
    String column = ColumnSql.comparable(filter.column());
    filter.values().ifPresent(values -> sql.add(column + " = ANY (").bind(values).add(")"));
    if (filter.withNull()) {
      sql.add(filter.values().isPresent() ? " OR " : "");
      sql.add(ColumnSql.name(filter.column()) + " IS NULL");
    } else if (filter.values().isEmpty()) {
      sql.add("1 = 0");
    }
  }

  /** A text of blanks has nothing to show, as one of no characters. */
  private void blank(BlankFilter filter) {
    ColumnDef column = filter.column();
    boolean text = ColumnTypes.isText(column.sqlType());
    sql.add(ColumnSql.name(column) + (filter.blank() ? " IS NULL" : " IS NOT NULL"));
    if (text) {
      sql.add(filter.blank() ? " OR " : " AND ");
      sql.add("TRIM(" + ColumnSql.name(column) + ")" + (filter.blank() ? " = ''" : " <> ''"));
    }
  }
}
