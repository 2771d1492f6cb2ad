package org.sqlwidgets.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.sql.ParsedSql;

/** Refuses names of params that are there twice, or that the client keeps for itself. */
final class ParamNames {
  private ParamNames() {}

  /**
   * Reports names that cannot be used.
   *
   * @param prompt true where {@code prompt} is a param like others: in type omni
   */
  static void check(
      List<ParamDefinition> params, boolean prompt, Optional<ParsedSql> parsed, Problems problems) {
    Set<String> taken = new HashSet<>(ParamReader.RESERVED);
    if (prompt) {
      taken.remove("prompt");
    }
    Map<String, SourceLocation> seen = new LinkedHashMap<>();
    for (ParamDefinition param : params) {
      String name = param.paramName().value();
      SourceLocation at = param.paramName().at();
      SourceLocation first = seen.putIfAbsent(name, at);
      if (first != null) {
        problems.error(
            at,
            "param \"%s\" is declared twice, the first time in line %d; remove one of them"
                .formatted(name, first.line()));
      } else if (taken.contains(name)) {
        problems.error(at, reserved(name));
      }
    }
    parsed.ifPresent(sql -> checkPlaceholders(sql, seen, taken, problems));
  }

  private static void checkPlaceholders(
      ParsedSql sql, Map<String, SourceLocation> declared, Set<String> taken, Problems problems) {
    sql.placeholders().stream()
        .filter(placeholder -> taken.contains(placeholder.name()))
        .filter(placeholder -> !declared.containsKey(placeholder.name()))
        .forEach(
            placeholder ->
                problems.error(
                    sql.source().atOffset(placeholder.offset()), reserved(placeholder.name())));
  }

  private static String reserved(String name) {
    return "\"%s\" cannot be the name of a param: the client uses it itself; choose another, such as \"the_%s\""
        .formatted(name, name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT));
  }
}
