package org.sqlwidgets.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.Snapshot.KnownProblem;

/** The list of problems as JSON: what is wrong in which file, and since when. */
public final class ProblemsJson {
  private ProblemsJson() {}

  /** The document for a snapshot; problems in the order of their files. */
  public static byte[] write(Snapshot snapshot) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("errors", snapshot.errors());
    document.put("widgets", snapshot.widgets().size());
    document.put("stale", snapshot.compilation().stale().stream().map(Object::toString).toList());
    List<Map<String, Object>> problems =
        snapshot.problems().stream().map(ProblemsJson::problem).toList();
    document.put("problems", problems);
    return JsonTree.write(document);
  }

  private static Map<String, Object> problem(KnownProblem known) {
    SourceLocation location = known.problem().location();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("file", location.file());
    if (location.line() > 0) {
      keys.put("line", location.line());
    }
    if (location.column() > 0) {
      keys.put("column", location.column());
    }
    keys.put("severity", known.problem().severity().word());
    keys.put("message", known.problem().message());
    keys.put("since", known.since().toString());
    return keys;
  }
}
