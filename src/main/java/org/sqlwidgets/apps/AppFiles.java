package org.sqlwidgets.apps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * version of a file that broke. Not thread-safe: one caller at a time.
 */
final class AppFiles {
  private final Map<String, Remembered> memory = new HashMap<>();

  /**
   * A definition to build an app of.
   *
   * @param definition what its file says, or said last
   * @param stale true when the file has broken since
   */
  record Ready(AppDefinition definition, boolean stale) {}

  private record Remembered(SourceFile file, Reading reading, @Nullable AppDefinition lastGood) {}

  /** The definitions of these files, in their order; names are unlike one another. */
  List<Ready> read(List<SourceFile> files, Problems problems) {
    Set<String> paths = new HashSet<>();
    files.forEach(file -> paths.add(file.path()));
    memory.keySet().retainAll(paths);
    List<Ready> ready = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.kind() == Kind.EXPORTED_APPS) {
        problems.warning(
            SourceLocation.of(file.display()),
            "this version does not serve exported apps; describe each in an app.yml file");
      } else if (isSecond(file, paths)) {
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
    boolean stale = now.reading().definition().isEmpty();
    if (now.lastGood() != null) {
      ready.add(new Ready(now.lastGood(), stale));
    }
  }

  private Remembered remember(SourceFile file) {
    Remembered before = memory.get(file.path());
    if (before != null && before.file().equals(file)) {
      return before;
    }
    Reading reading = AppReader.read(file);
    AppDefinition last = before == null ? null : before.lastGood();
    Remembered now = new Remembered(file, reading, reading.definition().orElse(last));
    memory.put(file.path(), now);
    return now;
  }

  /** Two apps of the same id: the client would drop all, so neither is served (rule R30). */
  private static List<Ready> unlike(List<Ready> ready, Problems problems) {
    Map<String, List<Ready>> byId = new HashMap<>();
    ready.forEach(one -> byId.computeIfAbsent(id(one), id -> new ArrayList<>()).add(one));
    byId.values().forEach(same -> same.removeIf(one -> one.stale() && hasFresh(same)));
    byId.values().stream().filter(same -> same.size() > 1).forEach(s -> clash(s, problems));
    return ready.stream()
        .filter(one -> byId.getOrDefault(id(one), List.of()).equals(List.of(one)))
        .toList();
  }

  private static String id(Ready ready) {
    return AppNames.id(ready.definition().name().value());
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
