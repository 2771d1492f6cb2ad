package org.sqlwidgets.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.sql.ParsedSql;

/** Refuses names of params that are there twice, or that the client keeps for itself. */
final class ParamNames {
  private ParamNames() {}

  static void check(List<ParamDefinition> params, Optional<ParsedSql> parsed, Problems problems) {
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
      } else if (ParamReader.RESERVED.contains(name)) {
        problems.error(at, reserved(name));
      }
    }
    parsed.ifPresent(sql -> checkPlaceholders(sql, seen, problems));
  }

  private static void checkPlaceholders(
      ParsedSql sql, Map<String, SourceLocation> declared, Problems problems) {
    sql.placeholders().stream()
        .filter(placeholder -> ParamReader.RESERVED.contains(placeholder.name()))
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
