package org.sqlwidgets.contract;

class PostgresHostileIT extends HostileInput {
  PostgresHostileIT() {
    super(new PostgresDatabase());
  }
}
