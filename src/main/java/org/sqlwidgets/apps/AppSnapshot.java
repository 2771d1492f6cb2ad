package org.sqlwidgets.apps;

import java.util.List;
import java.util.Set;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.Snapshot.KnownProblem;

/**
 * Everything that is served from one moment to the next, with its apps; immutable.
 *
 * @param served the widgets and lookups on which the apps are built
 * @param apps all apps that can be shown, by file
 * @param stale the files of those that are the last good version of a file that broke
 * @param problems those of widgets, lookups and apps, in the order of their places
 */
public record AppSnapshot(
    Snapshot served, List<App> apps, List<String> stale, List<KnownProblem> problems) {

  /** Copies the lists. */
  public AppSnapshot {
    apps = List.copyOf(apps);
    stale = List.copyOf(stale);
    problems = List.copyOf(problems);
  }

  /**
   * The same on a part of the widgets: the tabs of which all widgets are there, and their apps.
   *
   * @param part of the snapshot on which the apps are built
   */
  public AppSnapshot on(Snapshot part) {
    Set<String> files = part.files();
    return new AppSnapshot(
        part,
        apps.stream().flatMap(app -> app.on(id -> part.widget(id).isPresent()).stream()).toList(),
        stale.stream().filter(files::contains).toList(),
        problems.stream()
            .filter(known -> files.contains(known.problem().location().file()))
            .toList());
  }

  /** How many of the problems keep something from being served as it is. */
  public long errors() {
    return problems.stream()
        .filter(known -> known.problem().severity() == Problem.Severity.ERROR)
        .count();
  }
}
