package org.sqlwidgets.ssrm;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.BoundParams.BoundValue;
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
 * @param fresh true when the rows are to be counted anew
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

  /** What decides how many rows there are. */
  RowsRequest counted() {
    return new RowsRequest(0, 1, path, group, List.of(), filter, List.of(), false);
  }
}
