package org.sqlwidgets.contract;

class H2FormTest extends FormContract {
  H2FormTest() {
    super(new H2Memory());
  }
}
