package org.sqlwidgets.ssrm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.widget.ColumnDef;

/** The columns of a query by name: the list on which every name of a request must be. */
final class Columns {
  private final Map<String, ColumnDef> byField = new LinkedHashMap<>();

  Columns(List<ColumnDef> columns) {
    columns.forEach(column -> byField.put(column.field(), column));
  }

  /** The column of a name; refuses any other name. */
  ColumnDef get(String key, String field) {
    ColumnDef column = byField.get(field);
    if (column == null) {
      throw Refusal.unknown(key, field, "column of this table", byField.keySet());
    }
    return column;
  }
}
