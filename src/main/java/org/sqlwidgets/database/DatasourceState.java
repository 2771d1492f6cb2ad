package org.sqlwidgets.database;

/** Whether the database of a datasource answers. */
public enum DatasourceState {
  /** It does. */
  UP,
  /** All connections are lent out, so that it is not asked; whoever has them got answers. */
  BUSY,
  /** It does not. */
  DOWN
}
