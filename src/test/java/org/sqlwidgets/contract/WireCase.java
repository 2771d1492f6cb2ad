package org.sqlwidgets.contract;

import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.sql.SqlDialect;

/**
 * Values of one SQL type, and the JSON that each becomes on every database.
 *
 * @param name the type, for the report
 * @param types its SQL on H2 and on PostgreSQL; null where there is no such type
 * @param columnKeys the author's keys for the column, such as {@code cellDataType: text}
 * @param values in the order of the rows
 */
record WireCase(String name, Sql types, String columnKeys, List<Value> values) {

  /**
   * A stored value.
   *
   * @param literal its SQL
   * @param json what is sent
   */
  record Value(Sql literal, String json) {}

  /**
   * SQL that may differ.
   *
   * @param h2 empty = the database cannot hold it
   * @param postgresql empty = the database cannot hold it
   */
  record Sql(String h2, String postgresql) {
    String on(SqlDialect dialect) {
      return switch (dialect) {
        case H2 -> h2;
        case POSTGRESQL -> postgresql;
      };
    }
  }

  WireCase {
    values = List.copyOf(values);
  }

  static WireCase of(String type) {
    return of(type, type, type);
  }

  static WireCase of(String name, String h2, String postgresql) {
    return new WireCase(name, new Sql(h2, postgresql), "", List.of());
  }

  /** The same type, its column with keys of the author. */
  WireCase keys(String keys) {
    return new WireCase(name + " {" + keys + "}", types, keys, values);
  }

  WireCase value(String literal, String json) {
    return value(literal, literal, json);
  }

  WireCase value(String h2, String postgresql, String json) {
    List<Value> more = new ArrayList<>(values);
    more.add(new Value(new Sql(h2, postgresql), json));
    return new WireCase(name, types, columnKeys, more);
  }

  boolean existsOn(SqlDialect dialect) {
    return !types.on(dialect).isEmpty();
  }

  /** The values that the database can hold. */
  List<Value> on(SqlDialect dialect) {
    return values.stream().filter(value -> !value.literal().on(dialect).isEmpty()).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
