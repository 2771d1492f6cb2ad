package org.sqlwidgets.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.ColumnDef.WireForm;
import org.sqlwidgets.widget.SqlType;

/** Rows of texts, as a cursor. */
final class TextRows implements Rows {
  private final @Nullable String[][] rows;
  private int row = -1;

  private TextRows(@Nullable String[][] rows) {
    this.rows = rows;
  }

  static Rows of(@Nullable String[]... rows) {
    return new TextRows(rows);
  }

  static @Nullable String[] row(@Nullable String... values) {
    return values;
  }

  /** A column that is published with nothing but its name. */
  static ColumnDef column(String name, SqlType type) {
    return new ColumnDef(name, type, type, -1, WireForm.BY_TYPE, Map.of("field", name));
  }

  @Override
  public boolean next() {
    return ++row < rows.length;
  }

  @Override
  public int columnCount() {
    return rows[0].length;
  }

  @Override
  public void writeTo(int column, ValueSink sink) {
    String value = rows[row][column];
    if (value == null) {
      sink.nullValue();
    } else {
      sink.text(value);
    }
  }
}
