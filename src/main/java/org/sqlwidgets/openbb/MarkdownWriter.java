package org.sqlwidgets.openbb;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.template.Template;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.WidgetContent.QueryContent;

/** Writes Markdown as one JSON text (contract §4.6). */
final class MarkdownWriter implements ReplyWriter {
  private final Optional<Template> template;

  MarkdownWriter(QueryContent content) {
    template = content.template().map(text -> compile(text, content.query().columns()));
  }

  private static Template compile(String text, List<ColumnDef> columns) {
    try {
      return Template.markdown(text, columns);
    } catch (Template.TemplateException e) {
      throw new IllegalArgumentException("template was not checked", e);
    }
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    Utf8Json json = new Utf8Json(out);
    json.text(template.map(text -> text.render(rows)).orElseGet(() -> singleCell(rows)));
    json.finish();
  }

  /** The one cell as it is; no row or NULL is the empty text. */
  private static String singleCell(Rows rows) {
    if (!rows.next()) {
      return "";
    }
    String text = new Cell().read(rows, 0);
    if (rows.next()) {
      throw new QueryFailedException(
          Reason.REFUSED,
          "The query returns more than one row, but a markdown widget without template shows one;"
              + " its author can add a template or LIMIT 1",
          null);
    }
    return text == null ? "" : text;
  }
}
