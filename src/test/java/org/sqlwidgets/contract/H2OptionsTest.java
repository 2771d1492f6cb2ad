package org.sqlwidgets.contract;

class H2OptionsTest extends OptionsContract {
  H2OptionsTest() {
    super(new H2Memory());
  }
}
