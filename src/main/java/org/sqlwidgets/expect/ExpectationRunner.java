package org.sqlwidgets.expect;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.widget.Expectation;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;

/** Runs the query of a widget as its expectations say, and holds the rows against them. */
@Singleton
public final class ExpectationRunner {
  private final QueryRunner runner;
  private final ParamBinder binder;

  /** Queries run with a reader's rights, as those of requests. */
  public ExpectationRunner(QueryRunner runner, ParamBinder binder) {
    this.runner = runner;
    this.binder = binder;
  }

  /** What comes of each expectation of a widget, one after the other, in their order. */
  public List<Outcome> run(Widget widget) {
    return widget.query().stream()
        .flatMap(query -> widget.expectations().stream().map(expected -> run(query, expected)))
        .toList();
  }

  private Outcome run(Query query, Expectation expectation) {
    try {
      BoundParams params = binder.bind(query.params(), ParamValues.of(expectation.params()));
      Stopwatch stopwatch = new Stopwatch();
      RowChecks checks = new RowChecks(query, expectation);
      int rows = runner.run(query, params, new Cancellation(stopwatch), checks::read);
      Duration took = stopwatch.took();
      return new Outcome(expectation, rows, took, checks.problems(rows, took), Optional.empty());
    } catch (QueryFailedException e) {
      String cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
      Problem failed =
          Problem.error(
              expectation.at(), "running it with these params failed: " + e.getMessage() + cause);
      return new Outcome(expectation, 0, Duration.ZERO, List.of(failed), Optional.of(e));
    }
  }
}
