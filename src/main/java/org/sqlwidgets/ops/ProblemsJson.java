package org.sqlwidgets.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sqlwidgets.apps.AppSnapshot;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.registry.Snapshot.KnownProblem;

/** The list of problems as JSON: what is wrong in which file, and since when. */
public final class ProblemsJson {
  private ProblemsJson() {}

  /** The document for a snapshot; problems in the order of their files. */
  public static byte[] write(AppSnapshot snapshot) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("errors", snapshot.errors());
    document.put("widgets", snapshot.served().widgets().size());
    document.put("apps", snapshot.apps().size());
    document.put("stale", stale(snapshot));
    List<Map<String, Object>> problems =
        snapshot.problems().stream().map(ProblemsJson::problem).toList();
    document.put("problems", problems);
    return JsonTree.write(document);
  }

  /** The ids of widgets and the files of apps that are served in their last good version. */
  private static List<String> stale(AppSnapshot snapshot) {
    return Stream.concat(
            snapshot.served().compilation().stale().stream().map(Object::toString),
            snapshot.stale().stream())
        .toList();
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
