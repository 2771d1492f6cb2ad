package org.sqlwidgets.studio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.sqlwidgets.apps.AppSnapshot;
import org.sqlwidgets.definition.Compilation;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.problem.Problem.Severity;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.registry.Snapshot.KnownProblem;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.PageContent;
import org.sqlwidgets.widget.WidgetId;

/** Writes what the page shows at once: every widget with its file, and every problem. */
public final class DeskJson {
  private DeskJson() {}

  /** The document for a snapshot; what widgets publish stands in {@code widgets.json}. */
  public static byte[] write(AppSnapshot snapshot) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("snapshot", snapshot.served().version());
    document.put("errors", snapshot.errors());
    document.put("apps", snapshot.apps().size());
    document.put("lookups", snapshot.served().lookups().size());
    document.put("widgets", widgets(snapshot));
    document.put("formerIds", formerIds(snapshot));
    document.put("staleFiles", staleFiles(snapshot));
    document.put("problems", snapshot.problems().stream().map(DeskJson::problem).toList());
    return JsonTree.write(document);
  }

  private static List<Map<String, Object>> widgets(AppSnapshot snapshot) {
    Map<String, SourceFile> files =
        snapshot.served().compilation().sources().stream()
            .collect(Collectors.toMap(SourceFile::display, Function.identity()));
    Set<WidgetId> stale = Set.copyOf(snapshot.served().compilation().stale());
    return snapshot.served().widgets().stream()
        .map(
            widget ->
                widget(
                    widget,
                    Optional.ofNullable(files.get(widget.file())),
                    stale.contains(widget.id())))
        .toList();
  }

  /** The broken files of apps, lookups and actions of which an older version is served. */
  private static List<String> staleFiles(AppSnapshot snapshot) {
    Compilation served = snapshot.served().compilation();
    Set<String> broken =
        snapshot.problems().stream()
            .map(KnownProblem::problem)
            .filter(problem -> problem.severity() == Severity.ERROR)
            .map(problem -> problem.location().file())
            .collect(Collectors.toSet());
    Stream<String> lookups =
        served.lookups().values().stream().map(lookup -> lookup.definedAt().file());
    Stream<String> actions = served.actions().values().stream().map(Action::file);
    return Stream.concat(
            snapshot.stale().stream(), Stream.concat(lookups, actions).filter(broken::contains))
        .distinct()
        .sorted()
        .toList();
  }

  /** The present id for each former one, so that a link to the page goes on working. */
  private static Map<String, String> formerIds(AppSnapshot snapshot) {
    Map<String, String> ids = new TreeMap<>();
    snapshot
        .served()
        .compilation()
        .formerIds()
        .forEach((former, present) -> ids.put(former.value(), present.value()));
    return ids;
  }

  private static Map<String, Object> widget(
      Widget widget, Optional<SourceFile> file, boolean stale) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", widget.id().value());
    keys.put("file", widget.file());
    keys.put("folder", file.map(SourceFile::folder).orElse(""));
    keys.put("version", file.map(DeskJson::version).orElse(""));
    keys.put("stale", stale);
    keys.put("expectations", widget.expectations().size());
    switch (widget.content()) {
      case PageContent page -> keys.put("url", page.url());
      default ->
          widget
              .query()
              .ifPresent(
                  query -> {
                    keys.put("datasource", query.datasource());
                    keys.put("maxRows", query.maxRows());
                    keys.put("timeoutMillis", query.timeout().toMillis());
                    query
                        .cache()
                        .ifPresent(cache -> keys.put("cacheSeconds", cache.fresh().toSeconds()));
                  });
    }
    return keys;
  }

  /** Another text for another content of the file. */
  private static String version(SourceFile file) {
    CRC32C sum = new CRC32C();
    sum.update(file.bytes());
    return Long.toHexString(sum.getValue());
  }

  private static Map<String, Object> problem(KnownProblem known) {
    SourceLocation location = known.problem().location();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("file", location.file());
    keys.put("line", location.line());
    keys.put("column", location.column());
    keys.put("severity", known.problem().severity().word());
    keys.put("message", known.problem().message());
    keys.put("since", known.since().toString());
    return keys;
  }
}
