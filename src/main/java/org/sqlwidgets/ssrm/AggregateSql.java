package org.sqlwidgets.ssrm;

import java.util.Map;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.ssrm.RowsRequest.Aggregate;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.SqlType;

/**
 * Writes aggregates so that both databases give the same numbers.
 *
 * <p>Sums of whole numbers and of decimals are exact. A mean is calculated in decimals and rounded
 * to a double only at the end.
 */
final class AggregateSql {
  private final SqlDialect dialect;
  private final String rowNumber;

  /**
   * For one database.
   *
   * @param rowNumber the quoted column that numbers the rows, for the first and the last one
   */
  AggregateSql(SqlDialect dialect, String rowNumber) {
    this.dialect = dialect;
    this.rowNumber = rowNumber;
  }

  /** Whether values of a type can be put together so. */
  static boolean isPossible(AggregateFunction function, SqlType type) {
    return switch (function) {
      case SUM, AVG -> type.isNumber();
      case MIN, MAX -> ColumnTypes.hasExtremes(type);
      case COUNT -> true;
      case FIRST, LAST -> type != SqlType.ARRAY;
    };
  }

  /** The expression. */
  String expression(Aggregate aggregate) {
    ColumnDef column = aggregate.column();
    String name = ColumnSql.name(column);
    return switch (aggregate.function()) {
      case SUM -> sum(name, column.sqlType());
      case AVG -> "CAST(AVG(" + decimal(name, column.sqlType()) + ") AS double precision)";
      case MIN -> (isBoolean(column) ? "BOOL_AND(" : "MIN(") + name + ")";
      case MAX -> (isBoolean(column) ? "BOOL_OR(" : "MAX(") + name + ")";
      case COUNT -> "COUNT(*)";
      case FIRST -> "(ARRAY_AGG(" + name + " ORDER BY " + rowNumber + "))[1]";
      case LAST -> "(ARRAY_AGG(" + name + " ORDER BY " + rowNumber + " DESC))[1]";
    };
  }

  private static boolean isBoolean(ColumnDef column) {
    return column.sqlType() == SqlType.BOOLEAN;
  }

  private static String sum(String name, SqlType type) {
    return switch (type) {
      case SMALLINT, INTEGER, BIGINT -> "CAST(SUM(" + name + ") AS numeric(38, 0))";
      case REAL -> "CAST(SUM(CAST(" + name + " AS double precision)) AS real)";
      case DOUBLE -> "CAST(SUM(" + name + ") AS double precision)";
      default -> "SUM(" + name + ")";
    };
  }

  private String decimal(String name, SqlType type) {
    boolean binary = type == SqlType.REAL || type == SqlType.DOUBLE;
    return switch (dialect) {
      case POSTGRESQL -> binary ? "CAST(" + name + " AS double precision)" : name;
      case H2 -> "CAST(" + name + " AS decfloat(38))";
    };
  }

  /** The column that comes back, under the name of the one that it was made of. */
  ColumnDef column(Aggregate aggregate) {
    ColumnDef column = aggregate.column();
    return switch (aggregate.function()) {
      case SUM -> sumColumn(column);
      case AVG -> number(column, SqlType.DOUBLE, -1);
      case COUNT -> number(column, SqlType.BIGINT, 0);
      case MIN, MAX, FIRST, LAST -> column;
    };
  }

  private static ColumnDef sumColumn(ColumnDef column) {
    return column.sqlType().isInteger()
        ? number(column, SqlType.NUMERIC, 0)
        : number(column, column.sqlType(), column.scale());
  }

  private static ColumnDef number(ColumnDef column, SqlType type, int scale) {
    boolean text = column.sqlType().isNumber() && column.wireForm() == WireForm.TEXT;
    return new ColumnDef(
        column.field(), type, type, scale, text ? WireForm.TEXT : WireForm.BY_TYPE, Map.of());
  }
}
