package org.sqlwidgets.query;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.Statement;

/**
 * Holds the columns that a query returns against those that it had when it was described.
 *
 * <p>Tables change while the server runs; values would then be sent under another column's name, or
 * in a form that is no JSON.
 */
final class ColumnCheck {
  private ColumnCheck() {}

  /** Throws when the columns are others; H2 says the type of some only when values are bound. */
  static void check(ResultSetMetaData found, Query query, Statement statement, SqlDialect dialect)
      throws SQLException {
    boolean typed = dialect == SqlDialect.POSTGRESQL || statement.placements().isEmpty();
    List<ColumnDef> described = query.columns();
    boolean same = found.getColumnCount() == described.size();
    for (int i = 0; same && i < described.size(); i++) {
      ColumnDef column = described.get(i);
      same =
          column.field().equals(found.getColumnLabel(i + 1))
              && (!typed || isType(column.sqlType(), found.getColumnType(i + 1)));
    }
    if (!same) {
      throw new QueryFailedException(
          Reason.OUTDATED,
          "The tables behind this query have changed since it was read; it is being read again,"
              + " try again shortly",
          null);
    }
  }

  /** Whether a type of JDBC can be that type; of some types the driver says only "other". */
  private static boolean isType(SqlType type, int jdbcType) {
    return switch (type) {
      case SMALLINT -> jdbcType == Types.SMALLINT || jdbcType == Types.TINYINT;
      case INTEGER -> jdbcType == Types.INTEGER;
      case BIGINT -> jdbcType == Types.BIGINT;
      case NUMERIC -> jdbcType == Types.NUMERIC || jdbcType == Types.DECIMAL;
      case REAL -> jdbcType == Types.REAL;
      case DOUBLE -> jdbcType == Types.DOUBLE || jdbcType == Types.FLOAT;
      case BOOLEAN -> jdbcType == Types.BOOLEAN || jdbcType == Types.BIT;
      case DATE -> jdbcType == Types.DATE;
      case TIMESTAMP, TIMESTAMPTZ ->
          jdbcType == Types.TIMESTAMP || jdbcType == Types.TIMESTAMP_WITH_TIMEZONE;
      case TIME -> jdbcType == Types.TIME;
      case CHAR -> jdbcType == Types.CHAR;
      case TEXT -> jdbcType == Types.VARCHAR || jdbcType == Types.CLOB;
      case UUID, JSON -> jdbcType == Types.OTHER || jdbcType == Types.BINARY;
      case ARRAY -> jdbcType == Types.ARRAY;
      case BINARY ->
          jdbcType == Types.BINARY || jdbcType == Types.VARBINARY || jdbcType == Types.BLOB;
      case OTHER -> true;
    };
  }
}
