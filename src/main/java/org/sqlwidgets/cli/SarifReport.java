package org.sqlwidgets.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problem.Severity;
import org.sqlwidgets.problem.SourceLocation;

/** A report as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"). */
final class SarifReport {
  private SarifReport() {}

  static Map<String, Object> of(CheckReport report) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", Map.of("name", "SQL Widgets")));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", report.problems().stream().map(SarifReport::result).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return log;
  }

  private static Map<String, Object> result(Problem problem) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("level", level(problem.severity()));
    result.put("message", Map.of("text", problem.message()));
    result.put("locations", List.of(Map.of("physicalLocation", place(problem.location()))));
    return result;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case HINT -> "note";
    };
  }

  private static Map<String, Object> place(SourceLocation location) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("artifactLocation", Map.of("uri", uri(location.file())));
    if (location.line() > 0) {
      place.put("region", region(location));
    }
    return place;
  }

  /** The path with what a URI cannot hold as it is (RFC 3986). */
  private static String uri(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private static Map<String, Object> region(SourceLocation location) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", location.line());
    if (location.column() > 0) {
      region.put("startColumn", location.column());
    }
    return region;
  }
}
