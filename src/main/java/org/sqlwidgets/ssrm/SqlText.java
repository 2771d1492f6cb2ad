package org.sqlwidgets.ssrm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Placement;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.Statement;
import org.sqlwidgets.widget.Statements;

/** A statement in the making: its text, and what fills each {@code ?} in it. */
final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<Placement> placements = new ArrayList<>();
  private final Map<String, BoundValue> values;

  /** Begins with the values of the author's params. */
  SqlText(BoundParams params) {
    values = new LinkedHashMap<>(params.values());
  }

  /** Adds text without placeholders. */
  SqlText add(String sql) {
    text.append(sql);
    return this;
  }

  /** Adds a piece of the author's text with its own placements. */
  SqlText add(String sql, List<Placement> own) {
    text.append(sql);
    placements.addAll(own);
    return this;
  }

  /** Adds a placeholder for a value; its name is no name of a param, which never is a number. */
  SqlText bind(BoundValue value) {
    String name = String.valueOf(values.size());
    text.append('?');
    placements.add(new Placement(name, true));
    values.put(name, value);
    return this;
  }

  /** Adds a placeholder for a whole number. */
  SqlText bind(long value) {
    return bind(new BoundValue(new BindType(SqlType.BIGINT, "int8", false), value));
  }

  /**
   * The statement with its values.
   *
   * @param origin where it runs, and for how long
   * @param columns what it returns
   * @param maxRows more rows are never returned
   */
  Derived derived(Query origin, List<ColumnDef> columns, int maxRows) {
    Query query =
        new Query(
            origin.sql(),
            new Statements.Single(new Statement(text.toString(), placements)),
            origin.datasource(),
            origin.params(),
            columns,
            origin.timeout(),
            maxRows,
            Optional.empty());
    return new Derived(query, new BoundParams(values));
  }

  /**
   * A statement that can be run.
   *
   * @param query the text and its columns
   * @param params the values of the author's params and of the request
   */
  record Derived(Query query, BoundParams params) {}
}
