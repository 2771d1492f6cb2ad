package org.sqlwidgets.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problem.Severity;

/** A report as a tree of our own: counts, then problems. */
final class JsonReport {
  private JsonReport() {}

  static Map<String, Object> of(CheckReport report) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("files", report.files().size());
    for (Severity severity : Severity.values()) {
      keys.put(severity.word() + "s", report.count(severity));
    }
    List<Map<String, Object>> problems =
        report.problems().stream().map(JsonReport::problem).toList();
    keys.put("problems", problems);
    return keys;
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("file", problem.location().file());
    if (problem.location().line() > 0) {
      keys.put("line", problem.location().line());
    }
    if (problem.location().column() > 0) {
      keys.put("column", problem.location().column());
    }
    keys.put("severity", problem.severity().word());
    keys.put("message", problem.message());
    return keys;
  }
}
