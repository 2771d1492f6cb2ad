package org.sqlwidgets.openbb;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.template.Template;
import org.sqlwidgets.template.Template.TemplateException;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.SqlType;
import org.sqlwidgets.widget.WidgetContent.QueryContent;

/**
 * Writes an answer: the text of a template or of a single cell, else the rows as a table (contract
 * §4.12). No rows are a text that says so.
 */
final class OmniWriter implements ReplyWriter {
  private static final String NOTHING = "Nothing found";

  private final Optional<Template> template;
  private final RowsWriter table;
  private final boolean text;

  OmniWriter(QueryContent content) {
    List<ColumnDef> columns = content.query().columns();
    template = content.template().map(source -> compile(source, columns));
    table = new RowsWriter(columns);
    text = columns.size() == 1 && columns.getFirst().sqlType() == SqlType.TEXT;
  }

  private static Template compile(String source, List<ColumnDef> columns) {
    try {
      return Template.markdown(source, columns);
    } catch (TemplateException e) {
      throw new IllegalArgumentException("template was not checked", e);
    }
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    Utf8Json json = new Utf8Json(out);
    if (template.isPresent()) {
      answer(template.get().render(rows), json);
    } else if (!rows.next()) {
      answer(NOTHING, json);
    } else if (text) {
      writeCell(rows, json);
    } else {
      table(new FromCurrentRow(rows), json);
    }
    json.finish();
  }

  /** One text is an answer, several are a table. */
  private void writeCell(Rows rows, Utf8Json json) {
    String first = new Cell().read(rows, 0);
    if (rows.next()) {
      table(new BehindFirstText(first, rows), json);
    } else {
      answer(first == null || first.isBlank() ? NOTHING : first, json);
    }
  }

  private static void answer(String text, Utf8Json json) {
    json.json("{\"content\":");
    json.text(text.isBlank() ? NOTHING : text);
    end("text", json);
  }

  private void table(Rows rows, Utf8Json json) {
    json.json("{\"content\":");
    table.write(rows, json);
    end("table", json);
  }

  private static void end(String form, Utf8Json json) {
    json.json(",\"data_format\":{\"data_type\":\"object\",\"parse_as\":\"" + form + "\"}}");
  }

  /** A cursor that stands on its first row already. */
  private static class FromCurrentRow implements Rows {
    private final Rows rows;
    private boolean begun;

    FromCurrentRow(Rows rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      boolean first = !begun;
      begun = true;
      return first || rows.next();
    }

    @Override
    public int columnCount() {
      return rows.columnCount();
    }

    @Override
    public void writeTo(int column, ValueSink sink) {
      rows.writeTo(column, sink);
    }
  }

  /**
   * A cursor whose only column was read already in the first row, and that stands on the second.
   */
  private static final class BehindFirstText extends FromCurrentRow {
    private final @org.jspecify.annotations.Nullable String first;
    private int row;

    BehindFirstText(@org.jspecify.annotations.Nullable String first, Rows rows) {
      super(rows);
      this.first = first;
    }

    @Override
    public boolean next() {
      return ++row == 1 || super.next();
    }

    @Override
    public void writeTo(int column, ValueSink sink) {
      if (row > 1) {
        super.writeTo(column, sink);
      } else if (first == null) {
        sink.nullValue();
      } else {
        sink.text(first);
      }
    }
  }
}
