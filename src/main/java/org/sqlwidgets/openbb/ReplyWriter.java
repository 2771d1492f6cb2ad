package org.sqlwidgets.openbb;

import java.util.List;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.QueryContent;

/** Writes the rows of a widget's query in the shape that its type has on the wire (contract §4). */
@FunctionalInterface
public interface ReplyWriter {

  /** The content type of every reply that is not said to be of another. */
  String JSON = "application/json";

  /** Reads all rows and writes the whole reply. */
  void write(Rows rows, ChunkSink out);

  /** The content type of what is written. */
  default String contentType() {
    return JSON;
  }

  /** The writer for a widget; made once for each view and used by many requests at a time. */
  static ReplyWriter of(Widget widget, QueryContent content, View view) {
    List<ColumnDef> columns = content.query().columns();
    if (view.raw() && widget.type().isChart()) {
      return new RowsWriter(columns);
    }
    Palette palette = Palette.of(view.theme());
    return switch (widget.type()) {
      case TABLE, SSRM_TABLE, LIVE_GRID -> new RowsWriter(columns);
      case METRIC -> new MetricWriter(widget.name(), columns);
      case MARKDOWN -> new MarkdownWriter(content);
      case CHART -> ChartWriters.plotly(content.figure().orElseThrow(), columns, palette);
      case CHART_VEGALITE ->
          ChartWriters.vegaLite(content.figure().orElseThrow(), columns, palette);
      case CHART_HIGHCHARTS -> ChartWriters.highcharts(content.figure().orElseThrow(), palette);
      case HTML -> view.raw() ? new RowsWriter(columns) : new HtmlWriter(content, view.theme());
      case NEWSFEED -> new NewsfeedWriter(columns);
      case IFRAME -> new IframeWriter(columns);
      case YOUTUBE -> new YoutubeWriter(columns, view.raw());
      case PDF -> new PdfWriter(columns, widget.id().value());
      case MULTI_FILE_VIEWER ->
          FilesWriter.all(columns, widget.fileSelector().map(Param::paramName).orElse(""));
      case OMNI -> new OmniWriter(content);
    };
  }
}
