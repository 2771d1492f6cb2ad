package org.sqlwidgets.widget;

/**
 * The type with which a param's value is bound.
 *
 * @param type the type of the value, or of each element of an array
 * @param typeName the database's own name of that type, such as {@code int4}, {@code varchar}
 * @param array true when several values are bound as one array
 */
public record BindType(SqlType type, String typeName, boolean array) {

  /** Text, the type of last resort. */
  public static final BindType TEXT = new BindType(SqlType.TEXT, "varchar", false);

  /** The same element type, as an array or not. */
  public BindType withArray(boolean several) {
    return new BindType(type, typeName, several);
  }
}
