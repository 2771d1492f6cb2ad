package org.sqlwidgets.expect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns that have a value in every row. */
final class NotNullTest implements RowTest {
  private final List<String> names;
  private final List<Integer> columns;
  private int missing;
  private int row;
  private String name = "";

  NotNullTest(List<String> names, List<String> labels) {
    this.names = names;
    this.columns = names.stream().map(labels::indexOf).toList();
  }

  @Override
  public List<Integer> columns() {
    return columns;
  }

  @Override
  public void row(int number, @Nullable Object[] cells) {
    for (int i = 0; i < columns.size(); i++) {
      if (cells[columns.get(i)] == null && missing++ == 0) {
        row = number;
        name = names.get(i);
      }
    }
  }

  @Override
  public Optional<String> failure(int rows, Duration took) {
    return missing == 0
        ? Optional.empty()
        : Optional.of(
            "expected a value in every row, but \"%s\" is NULL in row %d%s"
                .formatted(name, row, more(missing)));
  }

  /** How often it happens besides. */
  static String more(int times) {
    return times == 1 ? "" : ", and so on, %d times in all".formatted(times);
  }
}
