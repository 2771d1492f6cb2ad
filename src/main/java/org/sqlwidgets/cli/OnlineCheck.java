package org.sqlwidgets.cli;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.apps.AppCatalog;
import org.sqlwidgets.apps.AppSnapshot;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.expect.ExpectationRunner;
import org.sqlwidgets.expect.Outcome;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.QueryPlans;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;

/** Checks with the server's own parts, against the configured database or one in memory. */
final class OnlineCheck {
  private OnlineCheck() {}

  static CheckReport run(@Nullable Path directory, boolean explain) {
    try (ApplicationContext context = context(directory)) {
      return report(context, explain);
    }
  }

  /** Reports again and again, when something has changed, until the thread is interrupted. */
  static void watch(@Nullable Path directory, boolean explain, Consumer<CheckReport> reader)
      throws InterruptedException {
    try (ApplicationContext context = context(directory)) {
      BlockingQueue<Long> changes = new LinkedBlockingQueue<>();
      context.getBean(WidgetRegistry.class).onChange(snapshot -> changes.add(snapshot.version()));
      while (true) {
        changes.take();
        changes.clear();
        reader.accept(report(context, explain));
      }
    }
  }

  /** The server's parts without a server. */
  static ApplicationContext context(@Nullable Path directory) {
    return ApplicationContext.builder().banner(false).properties(settings(directory)).start();
  }

  private static CheckReport report(ApplicationContext context, boolean explain) {
    AppSnapshot all = context.getBean(AppCatalog.class).snapshot();
    Snapshot snapshot = all.served();
    List<Problem> problems =
        new ArrayList<>(all.problems().stream().map(Snapshot.KnownProblem::problem).toList());
    TrialRun trial =
        new TrialRun(context.getBean(QueryRunner.class), context.getBean(ParamBinder.class));
    snapshot.widgets().forEach(widget -> trial.widget(widget, problems));
    snapshot.lookups().values().forEach(lookup -> trial.lookup(lookup, problems));
    if (explain) {
      PlanCheck plans =
          new PlanCheck(
              context.getBean(QueryPlans.class),
              context.getBean(ParamBinder.class),
              context.getBean(Databases.class)::dialect);
      snapshot.widgets().forEach(widget -> plans.widget(widget, problems));
    }
    List<Outcome> outcomes = outcomes(context, snapshot);
    outcomes.forEach(outcome -> problems.addAll(outcome.problems()));
    return new CheckReport(problems, snapshot.files(), outcomes, "");
  }

  /** The place of an expectation of an older version is that of something else by now. */
  private static List<Outcome> outcomes(ApplicationContext context, Snapshot snapshot) {
    ExpectationRunner runner = context.getBean(ExpectationRunner.class);
    return snapshot.widgets().stream()
        .filter(widget -> !snapshot.compilation().stale().contains(widget.id()))
        .flatMap(widget -> runner.run(widget).stream())
        .toList();
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
