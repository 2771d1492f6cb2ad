package org.sqlwidgets.ssrm;

import java.util.List;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;

/** Receives a block of rows, then how many there are in all. */
public interface BlockSink {

  /** Takes the rows of the block, from first to last. */
  void rows(List<ColumnDef> columns, Rows rows);

  /** Takes the number of rows of all blocks together; called once, behind {@link #rows}. */
  void rowCount(long count);
}
