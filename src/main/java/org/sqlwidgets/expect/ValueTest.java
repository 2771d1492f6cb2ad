package org.sqlwidgets.expect;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.Expectation;
import org.sqlwidgets.widget.Expectation.Expected;
import org.sqlwidgets.widget.Expectation.ValueAt;

/** A value in its row and column. */
final class ValueTest implements RowTest {
  private final ValueAt check;
  private final int column;
  private @Nullable Object found;

  ValueTest(ValueAt check, List<String> labels) {
    this.check = check;
    this.column = labels.indexOf(check.column());
  }

  @Override
  public List<Integer> columns() {
    return List.of(column);
  }

  @Override
  public void row(int number, @Nullable Object[] cells) {
    if (number == check.row()) {
      found = cells[column];
    }
  }

  @Override
  public Optional<String> failure(int rows, Duration took) {
    if (rows >= check.row() && fits(check.expected(), found)) {
      return Optional.empty();
    }
    return Optional.of(
        "expected %s in row %d of \"%s\", found %s"
            .formatted(
                ExpectedWords.of(check.expected()),
                check.row(),
                check.column(),
                rows < check.row()
                    ? "only " + rows + (rows == 1 ? " row" : " rows")
                    : ExpectedWords.shown(found)));
  }

  private static boolean fits(Expected expected, @Nullable Object found) {
    return switch (expected) {
      case Expectation.Null nothing -> found == null;
      case Expectation.Text(String text) -> text.equals(found);
      case Expectation.Bool(boolean value) -> Boolean.valueOf(value).equals(found);
      case Expectation.Between between ->
          found instanceof BigDecimal number
              && between.least().stream().allMatch(least -> number.compareTo(least) >= 0)
              && between.most().stream().allMatch(most -> number.compareTo(most) <= 0);
    };
  }
}
