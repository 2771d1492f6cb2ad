package org.sqlwidgets.expect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns that together repeat no values; NULL is the same as NULL. */
final class UniqueTest implements RowTest {
  private final List<String> names;
  private final List<Integer> columns;
  private final Map<List<@Nullable Object>, Integer> seen = new HashMap<>();
  private int repeated;
  private int row;
  private int first;

  UniqueTest(List<String> names, List<String> labels) {
    this.names = names;
    this.columns = names.stream().map(labels::indexOf).toList();
  }

  @Override
  public List<Integer> columns() {
    return columns;
  }

  @Override
  public void row(int number, @Nullable Object[] cells) {
    List<@Nullable Object> key = new ArrayList<>(columns.size());
    columns.forEach(column -> key.add(cells[column]));
    Integer before = seen.putIfAbsent(key, number);
    if (before != null && repeated++ == 0) {
      row = number;
      first = before;
    }
  }

  @Override
  public Optional<String> failure(int rows, Duration took) {
    return repeated == 0
        ? Optional.empty()
        : Optional.of(
            "expected no two rows with the same %s, but row %d repeats row %d%s"
                .formatted(RowTest.quoted(names), row, first, NotNullTest.more(repeated)));
  }
}
