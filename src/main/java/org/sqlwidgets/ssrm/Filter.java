package org.sqlwidgets.ssrm;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.widget.ColumnDef;

/** A condition on the rows, with its values typed; NULL meets only {@link BlankFilter}. */
sealed interface Filter {

  /** No condition at all. */
  Filter NONE = new All(List.of());

  /** Every part holds; of no parts, always. */
  record All(List<Filter> parts) implements Filter {

    /** Copies the list. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** One of the parts holds; there is at least one. */
  record Any(List<Filter> parts) implements Filter {

    /** Copies the list. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The column's text is held against another. */
  record TextFilter(ColumnDef column, TextOperator operator, String value) implements Filter {}

  /**
   * A number is held against another.
   *
   * @param to the upper end of a range; empty otherwise
   */
  record NumberFilter(
      ColumnDef column, Comparison comparison, BoundValue value, Optional<BoundValue> to)
      implements Filter {}

  /**
   * A date or a time is held against another.
   *
   * @param to the upper end of a range; empty otherwise
   */
  record DateFilter(ColumnDef column, Comparison comparison, Moment moment, Optional<Moment> to)
      implements Filter {}

  /**
   * A day or a point in time.
   *
   * @param from where it begins
   * @param after where the next one begins; empty for what has no length
   */
  record Moment(BoundValue from, Optional<BoundValue> after) {}

  /**
   * One of several values.
   *
   * @param values one array; empty when there is none
   * @param withNull true when NULL is among them
   */
  record SetFilter(ColumnDef column, Optional<BoundValue> values, boolean withNull)
      implements Filter {}

  /** A boolean is true, or is false. */
  record BooleanFilter(ColumnDef column, boolean value) implements Filter {}

  /** There is no value, or, when {@code blank} is false, there is one. */
  record BlankFilter(ColumnDef column, boolean blank) implements Filter {}
}
