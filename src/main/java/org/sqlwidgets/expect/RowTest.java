package org.sqlwidgets.expect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.Expectation;
import org.sqlwidgets.widget.Expectation.Check;

/** Sees all rows of a run and then says whether a check holds. */
interface RowTest {

  /** The test of a check on rows with these labels. */
  static RowTest of(Check check, List<String> labels) {
    return switch (check) {
      case Expectation.RowCount count -> (rows, took) -> count(count, rows);
      case Expectation.Columns columns -> (rows, took) -> columns(columns.names(), labels);
      case Expectation.Within within -> (rows, took) -> within(within.limit(), took);
      case Expectation.Unique unique -> new UniqueTest(unique.columns(), labels);
      case Expectation.NotNull notNull -> new NotNullTest(notNull.columns(), labels);
      case Expectation.ValueAt value -> new ValueTest(value, labels);
    };
  }

  /** The positions of the columns that it looks at. */
  default List<Integer> columns() {
    return List.of();
  }

  /** Looks at a row, counted from 1; the array is only lent. */
  default void row(int number, @Nullable Object[] cells) {}

  /** What is not as expected, after the last row; empty = all is well. */
  Optional<String> failure(int rows, Duration took);

  private static Optional<String> count(Expectation.RowCount count, int rows) {
    if (rows >= count.least() && rows <= count.most()) {
      return Optional.empty();
    }
    boolean few = rows < count.least();
    String bound = count.least() == count.most() ? "exactly" : few ? "at least" : "at most";
    int limit = few ? count.least() : count.most();
    return Optional.of(
        "expected %s %d %s, found %d".formatted(bound, limit, limit == 1 ? "row" : "rows", rows));
  }

  private static Optional<String> columns(List<String> expected, List<String> found) {
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of(
            "expected the columns %s, found %s".formatted(quoted(expected), quoted(found)));
  }

  private static Optional<String> within(Duration limit, Duration took) {
    return took.compareTo(limit) <= 0
        ? Optional.empty()
        : Optional.of(
            "expected all rows within %d ms, they took %d ms"
                .formatted(limit.toMillis(), took.plusNanos(999_999).toMillis()));
  }

  /** Names in double quotes, with commas. */
  static String quoted(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
  }
}
