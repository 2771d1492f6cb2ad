package org.sqlwidgets.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.yaml.YamlMap;
import org.sqlwidgets.yaml.YamlReader;

/** Holds the reading of files, from bytes to a checked definition, to what it promises of any. */
public final class HeaderFuzz {
  private static final int LONGEST_MESSAGE = 2000;

  private HeaderFuzz() {}

  /** Reads one file as a widget, a lookup and an action. */
  public static void fuzzerTestOneInput(byte[] data) {
    for (SourceFile.Kind kind :
        Set.of(SourceFile.Kind.WIDGET, SourceFile.Kind.LOOKUP, SourceFile.Kind.ACTION)) {
      Compiled compiled = Unconnected.compile(kind, data);
      compiled.problems().forEach(HeaderFuzz::isBounded);
      hold(compiled.draft().isEmpty(), "nothing is served without a database");
    }
    Problems problems = new Problems();
    WidgetFileReader.read("f.sql", data, problems)
        .flatMap(file -> YamlReader.readMap(file.header(), problems))
        .filter(tree -> !problems.hasErrors())
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
    String written = written(plain);
    Problems problems = new Problems();
    Optional<YamlMap> again = YamlReader.readMap(SourceText.ofFile("g", written), problems);
    hold(again.map(YamlMap::toPlain).equals(Optional.of(plain)), "the tree is read again");
  }

  /** As JSON, which is YAML, but with marks before keys, which may be long. */
  private static String written(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> "? " + written(entry.getKey()) + " : " + written(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(HeaderFuzz::written).collect(Collectors.joining(", ", "[", "]"));
      case String text -> quoted(text);
      case null, default -> String.valueOf(value);
    };
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(
            c ->
                c >= ' ' && c < 127 && c != '"' && c != '\\'
                    ? String.valueOf((char) c)
                    : "\\u%04x".formatted(c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static void hold(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError(claim);
    }
  }
}
