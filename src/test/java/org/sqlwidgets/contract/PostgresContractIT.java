package org.sqlwidgets.contract;

class PostgresContractIT extends DatabaseContract {
  PostgresContractIT() {
    super(new PostgresDatabase());
  }
}
