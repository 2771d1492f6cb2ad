package org.sqlwidgets.cli;

import java.util.List;
import org.sqlwidgets.problem.Problem;

/**
 * What a check found.
 *
 * @param problems in the order of their places
 * @param files how many files were checked
 * @param note what the reader of the last line should know besides; may be empty
 */
record CheckReport(List<Problem> problems, int files, String note) {
  CheckReport {
    problems = problems.stream().sorted().toList();
  }
}
