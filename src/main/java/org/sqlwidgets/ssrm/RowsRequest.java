package org.sqlwidgets.ssrm;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.ssrm.Filter.All;
import org.sqlwidgets.ssrm.Filter.Any;
import org.sqlwidgets.ssrm.Filter.BlankFilter;
import org.sqlwidgets.ssrm.Filter.BooleanFilter;
import org.sqlwidgets.ssrm.Filter.DateFilter;
import org.sqlwidgets.ssrm.Filter.NumberFilter;
import org.sqlwidgets.ssrm.Filter.SetFilter;
import org.sqlwidgets.ssrm.Filter.TextFilter;
import org.sqlwidgets.widget.ColumnDef;

/**
 * A grid's request for a block of rows, held against the columns of its query (contract §4.9).
 *
 * @param startRow the first row that is wanted, counted from 0
 * @param endRow the one behind the last
 * @param path the groups that were opened, from the outermost on
 * @param group the column of which groups are wanted; empty for rows
 * @param aggregates what each group shows beside its key
 * @param filter the condition on the rows
 * @param sort the user's order; empty = the author's
 * @param fresh true when the rows are to be counted anew, as they are with the first block anyway
 */
public record RowsRequest(
    int startRow,
    int endRow,
    List<GroupKey> path,
    Optional<ColumnDef> group,
    List<Aggregate> aggregates,
    Filter filter,
    List<SortKey> sort,
    boolean fresh) {
  private static final int PART = 50;

  /** With the numbers or dates in it. */
  private static final int CONDITION = 200;

  /** Copies the lists. */
  public RowsRequest {
    path = List.copyOf(path);
    aggregates = List.copyOf(aggregates);
    sort = List.copyOf(sort);
  }

  /**
   * An opened group.
   *
   * @param column what was grouped by
   * @param value its key; empty for the group of NULL
   */
  record GroupKey(ColumnDef column, Optional<BoundValue> value) {}

  /** What a group shows of a column. */
  record Aggregate(ColumnDef column, AggregateFunction function) {}

  /** One part of the user's order. */
  record SortKey(ColumnDef column, boolean descending) {}

  /** How many rows are wanted at most. */
  int size() {
    return endRow - startRow;
  }

  /** The same rows, with a number of all rows that may be known already. */
  public RowsRequest withKnownCount() {
    return new RowsRequest(startRow, endRow, path, group, aggregates, filter, sort, false);
  }

  /** About what it takes in memory, in bytes; its columns are there anyway. */
  public int weight() {
    int keys =
        path.stream().flatMap(key -> key.value().stream()).mapToInt(BoundValue::weight).sum();
    return PART * (path.size() + aggregates.size() + sort.size()) + keys + weight(filter);
  }

  private static int weight(Filter filter) {
    return CONDITION
        + switch (filter) {
          case All(List<Filter> parts) -> parts.stream().mapToInt(part -> weight(part)).sum();
          case Any(List<Filter> parts) -> parts.stream().mapToInt(part -> weight(part)).sum();
          case TextFilter text -> 2 * text.value().length();
          case SetFilter set -> set.values().map(BoundValue::weight).orElse(0);
          case NumberFilter _, DateFilter _, BooleanFilter _, BlankFilter _ -> 0;
        };
  }

  /** What decides how many rows there are. */
  RowsRequest counted() {
    return new RowsRequest(0, 1, path, group, List.of(), filter, List.of(), false);
  }
}
