package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.apps.AppReader.Reading;
import org.sqlwidgets.definition.Located;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;

/**
 * Reads the files of apps, all at once, and holds them to one another.
 *
 * <p>Remembers what each file gave, so that only changed files are read again, and the last good
 * version of what broke. Not thread-safe: one caller at a time.
 */
final class AppFiles {
  private final Map<String, Remembered> memory = new HashMap<>();

  /**
   * A definition to build an app of.
   *
   * @param definition what its file says, or said last
   * @param stale true when it has broken in the file since
   * @param exported true when it stands among the exported apps
   */
  record Ready(AppDefinition definition, boolean stale, boolean exported) {}

  /** What a file gave, with the last good version of what has broken in it since. */
  private record Remembered(SourceFile file, Reading reading, List<AppDefinition> lastGood) {}

  /** The definitions of these files, in their order; names are unlike one another. */
  List<Ready> read(List<SourceFile> files, Problems problems) {
    Set<String> paths = new HashSet<>();
    files.forEach(file -> paths.add(file.path()));
    memory.keySet().retainAll(paths);
    List<Ready> ready = new ArrayList<>();
    for (SourceFile file : files) {
      if (isSecond(file, paths)) {
        problems.error(
            SourceLocation.of(file.display()),
            "the folder has an app.yml besides, which is the one that counts; remove one of them");
      } else {
        ready(file, problems, ready);
      }
    }
    return unlike(ready, problems);
  }

  private static boolean isSecond(SourceFile file, Set<String> paths) {
    String path = file.path();
    return path.endsWith(".yaml") && paths.contains(path.replaceFirst("\\.yaml$", ".yml"));
  }

  private void ready(SourceFile file, Problems problems, List<Ready> ready) {
    Remembered now = remember(file);
    problems.addAll(now.reading().problems());
    boolean exported = file.kind() == Kind.EXPORTED_APPS;
    now.reading().definitions().forEach(app -> ready.add(new Ready(app, false, exported)));
    now.lastGood().forEach(app -> ready.add(new Ready(app, true, exported)));
  }

  private Remembered remember(SourceFile file) {
    Remembered before = memory.get(file.path());
    if (before != null && before.file().equals(file)) {
      return before;
    }
    Reading reading =
        file.kind() == Kind.EXPORTED_APPS ? ExportedAppsReader.read(file) : AppReader.read(file);
    Remembered now = new Remembered(file, reading, lastGood(before, reading));
    memory.put(file.path(), now);
    return now;
  }

  private static List<AppDefinition> lastGood(@Nullable Remembered before, Reading now) {
    if (before == null || now.whole()) {
      return List.of();
    }
    Set<String> present = new HashSet<>();
    now.definitions().forEach(definition -> present.add(id(definition)));
    return Stream.concat(before.reading().definitions().stream(), before.lastGood().stream())
        .filter(definition -> !present.contains(id(definition)))
        .toList();
  }

  /** Two apps of the same id: the client would drop all, so neither is served (rule R30). */
  private static List<Ready> unlike(List<Ready> ready, Problems problems) {
    Map<String, List<Ready>> byId = new HashMap<>();
    ready.forEach(one -> byId.computeIfAbsent(id(one), id -> new ArrayList<>()).add(one));
    byId.values().forEach(same -> same.removeIf(one -> one.stale() && hasFresh(same)));
    byId.values().forEach(same -> same.removeIf(one -> isDescribed(one, same, problems)));
    byId.values().stream().filter(same -> same.size() > 1).forEach(s -> clash(s, problems));
    return ready.stream()
        .filter(one -> byId.getOrDefault(id(one), List.of()).equals(List.of(one)))
        .toList();
  }

  private static String id(Ready ready) {
    return id(ready.definition());
  }

  private static String id(AppDefinition definition) {
    return AppNames.id(definition.name().value());
  }

  /** True for an exported app when an {@code app.yml} describes it, too: that one counts. */
  private static boolean isDescribed(Ready ready, List<Ready> same, Problems problems) {
    Optional<Ready> other = same.stream().filter(one -> !one.exported()).findFirst();
    if (!ready.exported() || other.isEmpty()) {
      return false;
    }
    Located<String> name = ready.definition().name();
    problems.error(
        name.at(),
        "app \"%s\" has the same id in the client, \"%s\", as \"%s\" in %s, which is the one that counts; rename this one, or remove one of them"
            .formatted(
                name.value(),
                id(ready),
                other.get().definition().name().value(),
                other.get().definition().file()));
    return true;
  }

  private static boolean hasFresh(List<Ready> ready) {
    return ready.stream().anyMatch(one -> !one.stale());
  }

  private static void clash(List<Ready> same, Problems problems) {
    for (Ready one : same) {
      Located<String> name = one.definition().name();
      Ready other = same.getFirst().equals(one) ? same.get(1) : same.getFirst();
      problems.error(
          name.at(),
          "app \"%s\" has the same id in the client, \"%s\", as \"%s\" in %s; rename one of them, until then neither is served"
              .formatted(
                  name.value(),
                  id(one),
                  other.definition().name().value(),
                  other.definition().file()));
    }
  }
}
