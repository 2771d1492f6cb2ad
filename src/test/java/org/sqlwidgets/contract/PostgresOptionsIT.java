package org.sqlwidgets.contract;

class PostgresOptionsIT extends OptionsContract {
  PostgresOptionsIT() {
    super(new PostgresDatabase());
  }
}
