package org.sqlwidgets.cases;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.sqlwidgets.problem.Problem;

/** What is said of every broken file, word for word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokenCasesContract {
  private CaseCompiler compiler;

  abstract CaseCompiler open();

  /** The file that holds the expected report of a case. */
  abstract Path expected(CaseFiles files);

  @BeforeAll
  void start() {
    compiler = open();
  }

  @AfterAll
  void stop() {
    compiler.close();
  }

  @TestFactory
  Stream<DynamicTest> brokenFile_isReportedAsExpected() {
    return CaseFiles.in(CaseFiles.BROKEN).stream()
        .map(files -> dynamicTest(files.name(), files.path().toUri(), () -> check(files)));
  }

  private void check(CaseFiles files) {
    Golden.assertEquals(expected(files), report(compiler.compile(files.files()).problems()));
  }

  static String report(List<Problem> problems) {
    return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
  }
}
