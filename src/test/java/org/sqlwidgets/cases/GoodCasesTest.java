package org.sqlwidgets.cases;

/** Good files on H2. */
class GoodCasesTest extends GoodCasesContract {

  @Override
  CaseCompiler open() {
    return CaseCompiler.onH2();
  }

  @Override
  String variant() {
    return "h2.";
  }
}
