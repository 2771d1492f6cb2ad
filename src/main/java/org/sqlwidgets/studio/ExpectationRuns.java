package org.sqlwidgets.studio;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.expect.ExpectationRunner;
import org.sqlwidgets.expect.Outcome;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetId;

/** Runs the expectations of a widget for people who wait, never twice at the same time. */
@Singleton
public final class ExpectationRuns {
  private final ExpectationRunner runner;
  private final ConcurrentMap<WidgetId, Run> underWay = new ConcurrentHashMap<>();

  /** Queries run with a reader's rights and with the limits of the widget. */
  public ExpectationRuns(ExpectationRunner runner) {
    this.runner = runner;
  }

  /**
   * What came of each expectation.
   *
   * <p>Who asks while they run gets what that run brings; after a change of the widget, the next.
   *
   * @throws InterruptedException when the wait for another's run is given up
   */
  public List<Outcome> run(Widget widget) throws InterruptedException {
    Run mine = new Run(widget);
    while (true) {
      Run first = underWay.putIfAbsent(widget.id(), mine);
      if (first == null) {
        return carryOut(mine);
      }
      List<Outcome> outcomes = first.await();
      if (outcomes != null && first.widget.equals(widget)) {
        return outcomes;
      }
    }
  }

  private List<Outcome> carryOut(Run mine) {
    try {
      List<Outcome> outcomes = runner.run(mine.widget);
      mine.outcomes = outcomes;
      return outcomes;
    } finally {
      underWay.remove(mine.widget.id(), mine);
      mine.ended.countDown();
    }
  }

  /** One run, for all who wait for it. */
  private static final class Run {
    private final Widget widget;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable List<Outcome> outcomes;

    Run(Widget widget) {
      this.widget = widget;
    }

    /** What came of it; null when it ended by a fault of our own. */
    @Nullable List<Outcome> await() throws InterruptedException {
      ended.await();
      return outcomes;
    }
  }
}
