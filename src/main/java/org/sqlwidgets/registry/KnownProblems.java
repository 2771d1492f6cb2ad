package org.sqlwidgets.registry;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.registry.Snapshot.KnownProblem;

/** Remembers since when each problem is there, and logs those that are new. */
public final class KnownProblems {
  private static final Logger LOG = LoggerFactory.getLogger(KnownProblems.class);

  private final Clock clock;
  private List<KnownProblem> known = List.of();

  /**
   * No problems yet.
   *
   * @param clock tells when a problem is first seen
   */
  public KnownProblems(Clock clock) {
    this.clock = clock;
  }

  /** These problems take the place of the ones before; those that stayed keep their time. */
  public List<KnownProblem> update(List<Problem> problems) {
    List<KnownProblem> before = known;
    known = problems.stream().map(problem -> known(problem, before)).toList();
    known.stream().filter(one -> !before.contains(one)).forEach(KnownProblems::log);
    return known;
  }

  private KnownProblem known(Problem problem, List<KnownProblem> before) {
    return before.stream()
        .filter(one -> one.problem().equals(problem))
        .findFirst()
        .orElseGet(() -> new KnownProblem(problem, clock.instant()));
  }

  private static void log(KnownProblem known) {
    switch (known.problem().severity()) {
      case ERROR -> LOG.error("{}", known.problem());
      case WARNING -> LOG.warn("{}", known.problem());
      case HINT -> LOG.info("{}", known.problem());
    }
  }
}
