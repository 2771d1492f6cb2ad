package org.sqlwidgets.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.openbb.WidgetsJson;
import org.sqlwidgets.problem.Problem;

/** What is published of good files, to the byte; the client must take all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GoodCasesContract {
  private CaseCompiler compiler;

  abstract CaseCompiler open();

  /** The ending of the files with what is expected on this database alone, if there are such. */
  abstract String variant();

  @BeforeAll
  void start() {
    compiler = open();
  }

  @AfterAll
  void stop() {
    compiler.close();
  }

  @TestFactory
  Stream<DynamicTest> goodFolder_isPublishedAsExpected() {
    return CaseFiles.in(CaseFiles.GOOD).stream()
        .map(files -> dynamicTest(files.name(), files.path().toUri(), () -> check(files)));
  }

  private void check(CaseFiles files) {
    Compilation compilation = compiler.compile(files.files());
    byte[] json = WidgetsJson.write(compilation.widgets().values());

    assertThat(errors(compilation)).isEmpty();
    Golden.assertEquals(
        expected(files, "problems.txt"), BrokenCasesContract.report(compilation.problems()));
    Golden.assertEquals(expected(files, "widgets.json"), ReadableJson.of(json));
    assertThat(OpenbbJudge.failures(json)).isEmpty();
  }

  private static List<Problem> errors(Compilation compilation) {
    return compilation.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .toList();
  }

  private Path expected(CaseFiles files, String name) {
    Path own = files.path().resolve(variant() + name);
    return Files.exists(own) ? own : files.path().resolve(name);
  }
}
