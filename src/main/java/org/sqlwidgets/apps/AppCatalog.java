package org.sqlwidgets.apps;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.registry.KnownProblems;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.Snapshot.KnownProblem;

/** Holds the apps that are served, and builds them anew for each snapshot of the registry. */
public final class AppCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(AppCatalog.class);

  private final AppFiles files = new AppFiles();
  private final KnownProblems known;
  private final List<Consumer<AppSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private volatile AppSnapshot snapshot =
      new AppSnapshot(Snapshot.NONE, List.of(), List.of(), List.of());

  /**
   * A catalog without apps.
   *
   * @param clock tells since when a problem is there
   */
  public AppCatalog(Clock clock) {
    this.known = new KnownProblems(clock);
  }

  /** What is wrong in files of apps themselves, whatever the widgets are. */
  public static List<Problem> problemsIn(List<SourceFile> files) {
    Problems problems = new Problems();
    new AppFiles().read(files, problems);
    return problems.list();
  }

  /** What is served now. */
  public AppSnapshot snapshot() {
    return snapshot;
  }

  /** Calls a listener with every new snapshot, and at once with the present one. */
  public void onChange(Consumer<AppSnapshot> listener) {
    listeners.add(listener);
    listener.accept(snapshot);
  }

  /** Builds the apps on these widgets and serves them. */
  public synchronized void update(Snapshot served) {
    Problems problems = new Problems();
    AppBuilder builder = new AppBuilder(served, problems);
    List<App> apps = new ArrayList<>();
    List<String> stale = new ArrayList<>();
    for (AppFiles.Ready ready : files.read(served.apps(), problems)) {
      builder
          .build(ready.definition())
          .ifPresent(
              app -> {
                apps.add(app);
                if (ready.stale() && !stale.contains(ready.definition().file())) {
                  stale.add(ready.definition().file());
                }
              });
    }
    AppSnapshot next =
        new AppSnapshot(served, apps, stale, merged(served, known.update(problems.list())));
    boolean reload = snapshot.served().version() > 0;
    snapshot = next;
    if (reload) {
      report(next);
    }
    listeners.forEach(listener -> listener.accept(next));
  }

  private static void report(AppSnapshot next) {
    LOG.info(
        "serving {} widgets, {} lookups and {} apps; {} problems",
        next.served().widgets().size(),
        next.served().compilation().lookups().size(),
        next.apps().size(),
        next.errors());
  }

  private static List<KnownProblem> merged(Snapshot served, List<KnownProblem> own) {
    return Stream.concat(served.problems().stream(), own.stream())
        .sorted(Comparator.comparing(KnownProblem::problem))
        .toList();
  }
}
