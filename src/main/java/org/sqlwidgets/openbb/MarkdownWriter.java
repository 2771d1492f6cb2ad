package org.sqlwidgets.openbb;

import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.template.Template;
import org.sqlwidgets.widget.Widget;

/** Writes Markdown as one JSON text (contract §4.6). */
final class MarkdownWriter implements ReplyWriter {
  private final java.util.Optional<Template> template;

  MarkdownWriter(Widget widget) {
    template = widget.template().map(text -> compile(text, widget));
  }

  private static Template compile(String text, Widget widget) {
    try {
      return Template.markdown(text, widget.query().columns());
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
