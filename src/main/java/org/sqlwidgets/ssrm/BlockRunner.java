package org.sqlwidgets.ssrm;

import java.util.OptionalLong;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.Cancellation;
import org.sqlwidgets.query.QueryRunner;
import org.sqlwidgets.query.QueryRunner.Runs;
import org.sqlwidgets.ssrm.SqlText.Derived;
import org.sqlwidgets.widget.Query;

/**
 * Runs requests for blocks of rows, and counts the rows no more often than needed.
 *
 * <p>A block that is not full shows itself how many rows there are. Else the rows are counted with
 * the first block, on the same state of the data, and that number is kept for the blocks behind it.
 */
public final class BlockRunner {
  private final QueryRunner runner;
  private final RowCounts counts = new RowCounts();

  /** A runner that has counted nothing yet. */
  public BlockRunner(QueryRunner runner) {
    this.runner = runner;
  }

  /**
   * Runs one request.
   *
   * @param query the author's
   * @param params a value for each param of the query
   * @param request what is wanted of its rows
   * @param cancellation ends it from another thread
   * @param sink takes the rows and their number
   * @throws org.sqlwidgets.query.QueryFailedException when the database gives no answer
   */
  public void run(
      Query query,
      BoundParams params,
      RowsRequest request,
      Cancellation cancellation,
      BlockSink sink) {
    BlockSql sql = new BlockSql(query, params, request);
    RowCounts.Key key = new RowCounts.Key(query, params, request.counted());
    OptionalLong known =
        request.startRow() == 0 || request.fresh() ? OptionalLong.empty() : counts.find(key);
    long count =
        runner.together(
            query.datasource(),
            cancellation,
            known.isEmpty(),
            runs -> {
              OptionalLong shown = shown(request, block(runs, sql, sink));
              return shown.isPresent()
                  ? shown.getAsLong()
                  : known.orElseGet(() -> count(runs, sql));
            });
    counts.put(key, known, count);
    sink.rowCount(count);
  }

  private static int block(Runs runs, BlockSql sql, BlockSink sink) {
    Derived statement = sql.rows();
    return runs.run(
        statement.query(),
        statement.params(),
        rows -> {
          CountedRows counted = new CountedRows(rows);
          sink.rows(statement.query().columns(), counted);
          return counted.count();
        });
  }

  /** The number that the block itself shows: there are no rows behind one that is not full. */
  private static OptionalLong shown(RowsRequest request, int rows) {
    boolean last = rows < request.size() && (rows > 0 || request.startRow() == 0);
    return last ? OptionalLong.of((long) request.startRow() + rows) : OptionalLong.empty();
  }

  private static long count(Runs runs, BlockSql sql) {
    Derived statement = sql.count();
    return runs.run(statement.query(), statement.params(), RowCount::read);
  }
}
