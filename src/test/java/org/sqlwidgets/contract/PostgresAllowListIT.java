package org.sqlwidgets.contract;

class PostgresAllowListIT extends AllowListTest {
  @Override
  TestedDatabase newDatabase() {
    return new PostgresDatabase();
  }
}
