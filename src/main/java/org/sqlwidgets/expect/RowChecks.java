package org.sqlwidgets.expect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Expectation;
import org.sqlwidgets.widget.Expectation.Check;
import org.sqlwidgets.widget.Query;

/** Holds the rows of one run against all checks of an expectation. */
final class RowChecks {
  private final List<Running> checks;
  private final boolean[] needed;

  /** A check and the test that is made of it. */
  private record Running(Check check, RowTest test) {}

  RowChecks(Query query, Expectation expectation) {
    List<String> labels = query.columns().stream().map(ColumnDef::field).toList();
    this.checks =
        expectation.checks().stream()
            .map(check -> new Running(check, RowTest.of(check, labels)))
            .toList();
    this.needed = new boolean[labels.size()];
    checks.forEach(running -> running.test().columns().forEach(column -> needed[column] = true));
  }

  /** Reads all rows, and of each the columns that a check looks at. */
  int read(Rows rows) {
    @Nullable Object[] cells = new @Nullable Object[needed.length];
    CellValue sink = new CellValue();
    int count = 0;
    while (rows.next()) {
      count++;
      for (int column = 0; column < needed.length; column++) {
        if (needed[column]) {
          rows.writeTo(column, sink);
          cells[column] = sink.value();
        }
      }
      for (Running running : checks) {
        running.test().row(count, cells);
      }
    }
    return count;
  }

  /** What is not as expected, each at the place of its check. */
  List<Problem> problems(int rows, Duration took) {
    return checks.stream().flatMap(running -> problem(running, rows, took).stream()).toList();
  }

  private static Optional<Problem> problem(Running running, int rows, Duration took) {
    return running
        .test()
        .failure(rows, took)
        .map(message -> Problem.error(running.check().at(), message));
  }
}
