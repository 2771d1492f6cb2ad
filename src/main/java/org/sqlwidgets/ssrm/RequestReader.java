package org.sqlwidgets.ssrm;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.BoundParams.BoundValue;
import org.sqlwidgets.query.RefusedText;
import org.sqlwidgets.ssrm.RowsRequest.Aggregate;
import org.sqlwidgets.ssrm.RowsRequest.GroupKey;
import org.sqlwidgets.ssrm.RowsRequest.SortKey;
import org.sqlwidgets.widget.ColumnDef;

/** Reads a grid's request for a block of rows, refusing whatever is not on the lists. */
public final class RequestReader {
  /** The keys of a request; a param cannot have one of these names (contract §4.9). */
  public static final Set<String> KEYS =
      Set.of(
          "startRow",
          "endRow",
          "rowGroupCols",
          "valueCols",
          "pivotCols",
          "pivotMode",
          "groupKeys",
          "filterModel",
          "sortModel",
          "query",
          "disableCache");

  /** The rows of a block when the request does not say (contract §4.9). */
  private static final int BLOCK = 500;

  private static final int LARGEST_BLOCK = 10_000;

  /** The columns by which the grid shows groups; their names are its own. */
  private static final String GROUPS = "ag-Grid-AutoColumn";

  private final ValueTyper typer;

  /** The clock's zone is that of dates without one. */
  public RequestReader(Clock clock) {
    this.typer = new ValueTyper(clock);
  }

  /**
   * The request in a JSON object; absent keys have the value that the grid leaves out.
   *
   * @param body texts, BigDecimals, booleans, lists and maps by key
   * @param columns the columns of the widget's query
   * @throws org.sqlwidgets.query.QueryFailedException with reason REFUSED; names the key
   */
  public RowsRequest read(Map<String, Object> body, List<ColumnDef> columns) {
    return new Reading(new Fields("", body), new Columns(columns)).read();
  }

  /** Reads one request. */
  private final class Reading {
    private final Fields fields;
    private final Columns columns;

    Reading(Fields fields, Columns columns) {
      this.fields = fields;
      this.columns = columns;
    }

    RowsRequest read() {
      if (fields.bool("pivotMode")) {
        throw Refusal.of("pivotMode", "pivoting is not supported; switch the pivot mode off");
      }
      int startRow = row("startRow", 0);
      int endRow = endRow(startRow);
      List<ColumnDef> groups = groups();
      List<GroupKey> path = path(groups);
      Optional<ColumnDef> group =
          path.size() < groups.size() ? Optional.of(groups.get(path.size())) : Optional.empty();
      return new RowsRequest(
          startRow,
          endRow,
          path,
          group,
          aggregates(group),
          new FilterReader(columns, typer)
              .read("filterModel", fields.get("filterModel").orElse(null)),
          sort(group),
          fields.bool("disableCache") && startRow > 0);
    }

    private int row(String key, int whenAbsent) {
      Optional<Object> value = fields.get(key);
      return value.isEmpty() ? whenAbsent : wholeNumber(key, value.get());
    }

    private int wholeNumber(String key, Object value) {
      try {
        int number = new BigDecimal(shortened(key, value)).intValueExact();
        if (number >= 0) {
          return number;
        }
      } catch (ArithmeticException | NumberFormatException e) {
        // Not a whole number of that size: refused below.
      }
      throw Refusal.of(
          key,
          Fields.shown(value)
              + " is not the number of a row; expected a whole number from 0 to "
              + Integer.MAX_VALUE);
    }

    /** Of a number with a long exponent, making a whole one would take for ever. */
    private static String shortened(String key, Object value) {
      String text = Fields.scalar(key, value);
      return text.length() > 20 ? "" : text;
    }

    private int endRow(int startRow) {
      int endRow = row("endRow", (int) Math.min(Integer.MAX_VALUE, (long) startRow + BLOCK));
      if (endRow <= startRow) {
        throw Refusal.of(
            "endRow", "%d is not behind startRow, which is %d".formatted(endRow, startRow));
      }
      if (endRow - startRow > LARGEST_BLOCK) {
        throw Refusal.of(
            "endRow",
            "%d rows are wanted at once; at most %d are sent in one block"
                .formatted(endRow - startRow, LARGEST_BLOCK));
      }
      return endRow;
    }

    private List<ColumnDef> groups() {
      List<ColumnDef> groups = new ArrayList<>();
      for (Fields group : fields.objects("rowGroupCols")) {
        ColumnDef column = column(group);
        if (!ColumnTypes.isGroupable(column.sqlType())) {
          throw Refusal.of(group.path(), "the rows cannot be grouped by column " + quoted(column));
        }
        if (groups.contains(column)) {
          throw Refusal.of(group.path(), "column " + quoted(column) + " is there twice");
        }
        groups.add(column);
      }
      return groups;
    }

    /** The column that an entry names by its field, or else by its id. */
    private ColumnDef column(Fields entry) {
      String key = entry.get("field").isPresent() ? "field" : "id";
      String field = Fields.scalar(entry.path(key), entry.required(key));
      return columns.get(entry.path(key), field);
    }

    private List<GroupKey> path(List<ColumnDef> groups) {
      List<?> keys = fields.list("groupKeys");
      if (keys.size() > groups.size()) {
        throw Refusal.of(
            "groupKeys",
            "there are %d keys for %d row groups".formatted(keys.size(), groups.size()));
      }
      List<GroupKey> path = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        ColumnDef column = groups.get(i);
        path.add(new GroupKey(column, groupValue("groupKeys[" + i + "]", column, keys.get(i))));
      }
      return path;
    }

    /** Null is the group of NULL; so is the empty text, where it cannot be a value. */
    private Optional<BoundValue> groupValue(String path, ColumnDef column, @Nullable Object key) {
      boolean text =
          ColumnTypes.bindType(column.sqlType()).equals(org.sqlwidgets.widget.BindType.TEXT);
      if (key == null || (!text && key.equals(""))) {
        return Optional.empty();
      }
      return Optional.of(typer.value(path, column, Fields.scalar(path, key)));
    }

    /** All are checked, also where rows are wanted, which show none. */
    private List<Aggregate> aggregates(Optional<ColumnDef> group) {
      List<Aggregate> aggregates = new ArrayList<>();
      for (Fields entry : fields.objects("valueCols")) {
        ColumnDef column = column(entry);
        if (aggregates.stream().anyMatch(other -> other.column().equals(column))) {
          throw Refusal.of(entry.path(), "column " + quoted(column) + " is there twice");
        }
        aggregates.add(new Aggregate(column, function(entry, column)));
      }
      return group.isEmpty()
          ? List.of()
          : aggregates.stream().filter(own -> !own.column().equals(group.get())).toList();
    }

    private AggregateFunction function(Fields entry, ColumnDef column) {
      String word = Fields.scalar(entry.path("aggFunc"), entry.required("aggFunc"));
      AggregateFunction function = AggregateFunction.byWord().get(word);
      if (function == null) {
        throw Refusal.unknown(
            entry.path("aggFunc"),
            word,
            "aggregate",
            new TreeSet<>(AggregateFunction.byWord().keySet()));
      }
      if (!AggregateSql.isPossible(function, column.sqlType())) {
        throw Refusal.of(
            entry.path("aggFunc"),
            "column %s has no %s; choose another aggregate".formatted(quoted(column), word));
      }
      return function;
    }

    /** Of groups only what they show can be sorted; the rest of the order is for the rows. */
    private List<SortKey> sort(Optional<ColumnDef> group) {
      List<SortKey> sort = new ArrayList<>();
      for (Fields entry : fields.objects("sortModel")) {
        String colId = Fields.scalar(entry.path("colId"), entry.required("colId"));
        boolean descending = descending(entry);
        Optional<ColumnDef> column =
            colId.equals(GROUPS)
                ? group
                : Optional.of(columns.get(entry.path("colId"), own(colId)));
        if (column.isPresent()) {
          if (sort.stream().anyMatch(key -> key.column().equals(column.get()))) {
            throw Refusal.of(entry.path(), "column " + quoted(column.get()) + " is there twice");
          }
          sort.add(new SortKey(column.get(), descending));
        }
      }
      return sort;
    }

    private static String own(String colId) {
      return colId.startsWith(GROUPS + "-") ? colId.substring(GROUPS.length() + 1) : colId;
    }

    private static boolean descending(Fields entry) {
      String direction = Fields.scalar(entry.path("sort"), entry.required("sort"));
      return switch (direction) {
        case "asc" -> false;
        case "desc" -> true;
        default ->
            throw Refusal.unknown(
                entry.path("sort"), direction, "direction", List.of("asc", "desc"));
      };
    }

    private static String quoted(ColumnDef column) {
      return RefusedText.quoted(column.field());
    }
  }
}
