package org.sqlwidgets.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.expect.Outcome;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problem.Severity;

/** A report as a tree of our own: counts, problems, expectations. */
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
    keys.put("expectations", report.outcomes().stream().map(JsonReport::outcome).toList());
    return keys;
  }

  private static Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("file", outcome.expectation().at().file());
    keys.put("line", outcome.expectation().at().line());
    keys.put("column", outcome.expectation().at().column());
    keys.put("name", outcome.expectation().name());
    keys.put("met", outcome.isMet());
    keys.put("rows", outcome.rows());
    keys.put("milliseconds", outcome.took().toMillis());
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
