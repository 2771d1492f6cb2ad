package org.sqlwidgets.definition;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlReader;
import org.sqlwidgets.yaml.YamlValues;

/** Holds the reading of files, from bytes to a checked definition, to what it promises of any. */
public final class HeaderFuzz {
  private static final int LONGEST_MESSAGE = 2000;
  private static final FileCompiler COMPILER =
      new FileCompiler(
          new CompilerSettings(
              Duration.ofSeconds(30),
              1000,
              Clock.systemUTC(),
              Set.of(CompilerSettings.DEFAULT_DATASOURCE),
              name -> SqlDialect.POSTGRESQL,
              ActionSettings.OFF),
          Optional.empty());

  private HeaderFuzz() {}

  /** Reads one file as a widget, a lookup and an action. */
  public static void fuzzerTestOneInput(byte[] data) {
    for (SourceFile.Kind kind :
        Set.of(SourceFile.Kind.WIDGET, SourceFile.Kind.LOOKUP, SourceFile.Kind.ACTION)) {
      Compiled compiled = COMPILER.compile(new SourceFile("f.sql", "f.sql", kind, data));
      compiled.problems().forEach(HeaderFuzz::isBounded);
      hold(compiled.draft().isEmpty(), "nothing is served without a database");
    }
    Problems problems = new Problems();
    WidgetFileReader.read("f.sql", data, problems)
        .flatMap(file -> YamlReader.readMap(file.header(), new Problems()))
        .ifPresent(HeaderFuzz::treeIsReadAgain);
  }

  private static void isBounded(Problem problem) {
    String message = problem.message();
    hold(!message.startsWith("the file cannot be compiled"), message);
    hold(!message.isBlank() && message.length() < LONGEST_MESSAGE, "a problem is short");
    hold(problem.location().line() >= 0 && problem.location().column() >= 0, "a problem's place");
  }

  /** What was read is written as YAML, and read once more, the same. */
  private static void treeIsReadAgain(YamlMap tree) {
    Map<String, Object> plain = tree.toPlain();
    String written = YamlValues.dump(plain, FlowStyle.BLOCK);
    Problems problems = new Problems();
    Optional<YamlMap> again = YamlReader.readMap(SourceText.ofFile("g", written), problems);
    hold(again.map(YamlMap::toPlain).equals(Optional.of(plain)), "the tree is read again");
  }

  private static void hold(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError(claim);
    }
  }
}
