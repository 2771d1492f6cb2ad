package org.sqlwidgets.contract;

class H2RandomBlocksTest extends RandomBlocks {
  H2RandomBlocksTest() {
    super(new H2Memory(), 10_000);
  }
}
