package org.sqlwidgets.contract;

class H2HostileTest extends HostileInput {
  H2HostileTest() {
    super(new H2Memory());
  }
}
