package org.sqlwidgets.cli;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.apps.AppCatalog;
import org.sqlwidgets.apps.AppSnapshot;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.registry.Snapshot;

/** Checks with the server's own parts, against the configured database or one in memory. */
final class OnlineCheck {
  private OnlineCheck() {}

  static CheckReport run(@Nullable Path directory) {
    try (ApplicationContext context =
        ApplicationContext.builder().banner(false).properties(settings(directory)).start()) {
      AppSnapshot all = context.getBean(AppCatalog.class).snapshot();
      Snapshot snapshot = all.served();
      List<Problem> problems =
          new ArrayList<>(all.problems().stream().map(Snapshot.KnownProblem::problem).toList());
      TrialRun trial =
          new TrialRun(context.getBean(QueryRunner.class), context.getBean(ParamBinder.class));
      snapshot.widgets().forEach(widget -> trial.widget(widget, problems));
      snapshot.compilation().lookups().values().forEach(lookup -> trial.lookup(lookup, problems));
      return new CheckReport(problems, snapshot.compilation().files() + snapshot.apps().size(), "");
    }
  }

  /** Nothing is opened but databases, and never the embedded file that a server may hold. */
  private static Map<String, Object> settings(@Nullable Path directory) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("sql-widgets.embedded-url", "jdbc:h2:mem:check-" + UUID.randomUUID());
    // Its listener would make the HTTP server.
    settings.put("micronaut.lifecycle.graceful-shutdown.enabled", false);
    if (directory != null) {
      settings.put("sql-widgets.directory", directory.toString());
    }
    return settings;
  }
}
