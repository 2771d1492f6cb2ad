package org.sqlwidgets.expect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.widget.Expectation;

/**
 * What came of one expectation.
 *
 * @param expectation what was expected
 * @param rows how many rows there were; 0 when the query failed
 * @param took from the connection to the last row; zero when the query failed
 * @param problems what is not as expected; none = met
 * @param failure why the query failed; empty = it ran to its last row
 */
public record Outcome(
    Expectation expectation,
    int rows,
    Duration took,
    List<Problem> problems,
    Optional<QueryFailedException> failure) {

  /** Copies the list. */
  public Outcome {
    problems = List.copyOf(problems);
  }

  /** True when everything was as expected. */
  public boolean isMet() {
    return problems.isEmpty();
  }
}
