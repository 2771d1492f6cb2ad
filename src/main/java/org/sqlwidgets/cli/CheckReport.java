package org.sqlwidgets.cli;

import java.util.List;
import java.util.Set;
import org.sqlwidgets.expect.Outcome;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problem.Severity;

/**
 * What a check found.
 *
 * @param problems in the order of their places
 * @param files the files that were checked, as people know them
 * @param outcomes what came of the expectations of widgets; their problems are among the problems
 * @param note what the reader of the last line should know besides; may be empty
 */
record CheckReport(List<Problem> problems, Set<String> files, List<Outcome> outcomes, String note) {
  CheckReport {
    problems = problems.stream().sorted().toList();
    files = Set.copyOf(files);
    outcomes = List.copyOf(outcomes);
  }

  /** How many problems are of a severity. */
  long count(Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }

  /** The counts in one line. */
  String summary() {
    return "%s checked: %s, %s, %s%s%s"
        .formatted(
            plural(files.size(), "file"),
            plural(count(Severity.ERROR), "error"),
            plural(count(Severity.WARNING), "warning"),
            plural(count(Severity.HINT), "hint"),
            expectations(),
            note);
  }

  private String expectations() {
    long met = outcomes.stream().filter(Outcome::isMet).count();
    return outcomes.isEmpty()
        ? ""
        : "; %d of %s met".formatted(met, plural(outcomes.size(), "expectation"));
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
