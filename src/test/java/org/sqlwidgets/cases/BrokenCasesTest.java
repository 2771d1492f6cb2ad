package org.sqlwidgets.cases;

import java.nio.file.Path;

/** Broken files on H2. */
class BrokenCasesTest extends BrokenCasesContract {

  @Override
  CaseCompiler open() {
    return CaseCompiler.onH2();
  }

  @Override
  Path expected(CaseFiles files) {
    return CaseFiles.BROKEN.resolve(files.name() + ".problems.txt");
  }
}
