package org.sqlwidgets.openbb;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.query.Rows;
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
    json.text(
        template.map(text -> text.render(rows)).orElseGet(() -> SingleCell.of(rows, "markdown")));
    json.finish();
  }
}
