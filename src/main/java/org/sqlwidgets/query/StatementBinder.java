package org.sqlwidgets.query;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.Placement;
import org.sqlwidgets.widget.SqlType;

/** Sets typed values on a prepared statement, NULLs with their type. */
final class StatementBinder {
  private StatementBinder() {}

  static void bind(
      PreparedStatement statement,
      SqlDialect dialect,
      List<Placement> placements,
      BoundParams params)
      throws SQLException {
    for (int i = 0; i < placements.size(); i++) {
      BoundValue value = params.get(placements.get(i).name());
      switch (dialect) {
        case POSTGRESQL -> bindPostgres(statement, i + 1, value.type(), value.value());
        case H2 -> bindH2(statement, i + 1, value.type(), value.value());
      }
    }
  }

  /**
   * PostgreSQL gets every value as text with the exact type, NULL included: the driver then always
   * prepares the same statement, and also types that it does not know itself can be bound.
   */
  private static void bindPostgres(
      PreparedStatement statement, int index, BindType type, @Nullable Object value)
      throws SQLException {
    if (type.type() == SqlType.TEXT && !type.array()) {
      statement.setString(index, (String) value);
      return;
    }
    PGobject object = new PGobject();
    object.setType(type.array() ? "_" + type.typeName() : type.typeName());
    object.setValue(value == null ? null : postgresText(value));
    statement.setObject(index, object);
  }

  private static String postgresText(Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal.toPlainString();
      case List<?> elements -> postgresArray(elements);
      default -> value.toString();
    };
  }

  private static String postgresArray(List<?> elements) {
    StringBuilder text = new StringBuilder("{");
    for (Object element : elements) {
      String escaped = postgresText(element).replace("\\", "\\\\").replace("\"", "\\\"");
      text.append(text.length() == 1 ? "\"" : ",\"").append(escaped).append('"');
    }
    return text.append('}').toString();
  }

  private static void bindH2(
      PreparedStatement statement, int index, BindType type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, type.array() ? Types.ARRAY : h2Type(type.type()));
    } else if (value instanceof List<?> elements) {
      statement.setObject(index, elements.toArray());
    } else {
      statement.setObject(index, value);
    }
  }

  private static int h2Type(SqlType type) {
    return switch (type) {
      case SMALLINT -> Types.SMALLINT;
      case INTEGER -> Types.INTEGER;
      case BIGINT -> Types.BIGINT;
      case NUMERIC -> Types.NUMERIC;
      case REAL -> Types.REAL;
      case DOUBLE -> Types.DOUBLE;
      case BOOLEAN -> Types.BOOLEAN;
      case DATE -> Types.DATE;
      case TIMESTAMP -> Types.TIMESTAMP;
      case TIMESTAMPTZ -> Types.TIMESTAMP_WITH_TIMEZONE;
      case TIME -> Types.TIME;
      case BINARY -> Types.VARBINARY;
      case CHAR, TEXT, UUID, JSON, ARRAY, OTHER -> Types.VARCHAR;
    };
  }
}
