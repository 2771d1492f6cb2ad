package org.sqlwidgets.contract;

class PostgresFormIT extends FormContract {
  PostgresFormIT() {
    super(new PostgresDatabase());
  }
}
