package org.sqlwidgets.contract;

class H2ContractTest extends DatabaseContract {
  H2ContractTest() {
    super(new H2Memory());
  }
}
