package org.sqlwidgets.openbb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sqlwidgets.openbb.View.Theme;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Template;
import org.sqlwidgets.template.Template.TemplateException;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.WidgetContent.QueryContent;

/** Writes a page in HTML, in the colours of the dashboard; the body is no JSON (contract §4.7). */
final class HtmlWriter implements ReplyWriter {
  private final Optional<Template> template;
  private final Theme theme;

  HtmlWriter(QueryContent content, Theme theme) {
    this.theme = theme;
    template = content.template().map(text -> compile(text, content.query().columns(), theme));
  }

  private static Template compile(String text, List<ColumnDef> columns, Theme theme) {
    try {
      return Template.html(text, columns, theme.name().toLowerCase(Locale.ROOT));
    } catch (TemplateException e) {
      throw new IllegalArgumentException("template was not checked", e);
    }
  }

  @Override
  public String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    String html =
        template.map(text -> text.render(rows)).orElseGet(() -> SingleCell.of(rows, "html"));
    Utf8Text.write(HtmlPage.of(html, theme), out);
  }
}
