package org.sqlwidgets.widget;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlwidgets.problem.SourceLocation;

/**
 * What the author expects of a widget's rows (widget-file, Expectations).
 *
 * @param name what people call it
 * @param at its place in the file
 * @param params the values to run with, as they would arrive in a request; others are absent
 * @param checks what must be true; none = that the query runs
 */
public record Expectation(
    String name, SourceLocation at, Map<String, String> params, List<Check> checks) {

  /** Copies the collections. */
  public Expectation {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    checks = List.copyOf(checks);
  }

  /** One thing that must be true. */
  public sealed interface Check {

    /** Its place in the file. */
    SourceLocation at();
  }

  /**
   * A number of rows.
   *
   * @param at its place
   * @param least the smallest that is right
   * @param most the largest that is right
   */
  public record RowCount(SourceLocation at, int least, int most) implements Check {}

  /**
   * The columns, all of them in their order.
   *
   * @param at its place
   * @param names the labels
   */
  public record Columns(SourceLocation at, List<String> names) implements Check {
    /** Copies the list. */
    public Columns {
      names = List.copyOf(names);
    }
  }

  /**
   * Columns that together have no values twice.
   *
   * @param at its place
   * @param columns the labels
   */
  public record Unique(SourceLocation at, List<String> columns) implements Check {
    /** Copies the list. */
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Columns that have a value in every row.
   *
   * @param at its place
   * @param columns the labels
   */
  public record NotNull(SourceLocation at, List<String> columns) implements Check {
    /** Copies the list. */
    public NotNull {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A value in its row and column.
   *
   * @param at its place
   * @param row the row, from 1
   * @param column the label
   * @param expected what is right there
   */
  public record ValueAt(SourceLocation at, int row, String column, Expected expected)
      implements Check {}

  /**
   * A time in which the database must have answered and all rows have been read.
   *
   * @param at its place
   * @param limit the longest that is right
   */
  public record Within(SourceLocation at, Duration limit) implements Check {}

  /** What a value may be. */
  public sealed interface Expected {}

  /** No value. */
  public record Null() implements Expected {}

  /** Exactly this text. */
  public record Text(String text) implements Expected {}

  /** True or false. */
  public record Bool(boolean value) implements Expected {}

  /**
   * A number within bounds; equal ones for a single number.
   *
   * @param least the smallest; empty = no bound
   * @param most the largest; empty = no bound
   */
  public record Between(Optional<BigDecimal> least, Optional<BigDecimal> most)
      implements Expected {}
}
