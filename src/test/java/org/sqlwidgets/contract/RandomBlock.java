package org.sqlwidgets.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request of the grid beside its right answer, worked out in plain Java.
 *
 * @param body what the grid sends
 * @param test which rows it wants
 * @param order in which order; empty sort = the author's
 * @param startRow the first row that it wants
 * @param endRow the one behind the last
 * @param group what it groups by; null for rows
 */
record RandomBlock(
    Map<String, Object> body,
    Predicate<BlockRow> test,
    Comparator<BlockRow> order,
    int startRow,
    int endRow,
    @Nullable String group) {
  private static final List<String> GROUPS = List.of("word", "qty", "sold", "day");

  /** By word, the largest first, then by every column from the left; the id is the first. */
  static final Comparator<BlockRow> AUTHORS = by("word", true).thenComparing(by("id", false));

  /** What {@link #AUTHORS} is made of: the id settles the rest. */
  static final String ORDER_BY = "ORDER BY word DESC NULLS LAST";

  static RandomBlock random(Random random) {
    Map<String, Object> body = new HashMap<>();
    Predicate<BlockRow> test = filter(body, random);
    int startRow = random.nextInt(4) == 0 ? 0 : random.nextInt(50);
    int endRow = startRow + 1 + random.nextInt(20);
    body.put("startRow", java.math.BigDecimal.valueOf(startRow));
    body.put("endRow", java.math.BigDecimal.valueOf(endRow));
    String group = random.nextInt(5) == 0 ? GROUPS.get(random.nextInt(GROUPS.size())) : null;
    if (group != null) {
      body.put("rowGroupCols", List.of(Map.of("id", group, "field", group)));
      body.put(
          "valueCols", List.of(value("price", "sum"), value("ratio", "max"), value("id", "count")));
      return new RandomBlock(body, test, AUTHORS, startRow, endRow, group);
    }
    return new RandomBlock(body, test, order(body, random), startRow, endRow, null);
  }

  private static Map<String, String> value(String field, String function) {
    return Map.of("field", field, "aggFunc", function);
  }

  private static Predicate<BlockRow> filter(Map<String, Object> body, Random random) {
    Map<String, Object> model = new LinkedHashMap<>();
    Predicate<BlockRow> test = row -> true;
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String column = BlockRow.COLUMNS.get(random.nextInt(BlockRow.COLUMNS.size()));
      if (!model.containsKey(column)) {
        RandomCondition condition = RandomCondition.of(column, random);
        model.put(column, condition.model());
        test = test.and(condition.test());
      }
    }
    body.put("filterModel", model);
    return test;
  }

  private static Comparator<BlockRow> order(Map<String, Object> body, Random random) {
    List<String> columns = new ArrayList<>(BlockRow.COLUMNS);
    columns.remove("name");
    java.util.Collections.shuffle(columns, random);
    List<Map<String, String>> sort = new ArrayList<>();
    Comparator<BlockRow> order = null;
    for (String column : columns.subList(0, random.nextInt(3))) {
      boolean descending = random.nextBoolean();
      sort.add(Map.of("colId", column, "sort", descending ? "desc" : "asc"));
      order = order == null ? by(column, descending) : order.thenComparing(by(column, descending));
    }
    body.put("sortModel", sort);
    return order == null ? AUTHORS : order.thenComparing(by("id", false));
  }

  @SuppressWarnings("unchecked") // the values of a column are of one class
  static Comparator<BlockRow> by(String column, boolean descending) {
    Comparator<Object> values = (a, b) -> ((Comparable<Object>) a).compareTo(b);
    Comparator<Object> nullsLast = Comparator.nullsLast(descending ? values.reversed() : values);
    return (a, b) -> nullsLast.compare(a.get(column), b.get(column));
  }

  /** All rows that it wants, in order. */
  List<BlockRow> rows(List<BlockRow> all) {
    return all.stream().filter(test).sorted(order).toList();
  }

  /** The part of a list that it wants. */
  <T> List<T> block(List<T> all) {
    return all.subList(Math.min(startRow, all.size()), Math.min(endRow, all.size()));
  }
}
