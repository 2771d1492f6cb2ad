package org.sqlwidgets.openbb;

import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.Widget;

/** Writes the rows of a widget's query in the shape that its type has on the wire (contract §4). */
@FunctionalInterface
public interface ReplyWriter {

  /** The only content type so far; every reply is JSON. */
  String CONTENT_TYPE = "application/json";

  /** Reads all rows and writes the whole reply. */
  void write(Rows rows, ChunkSink out);

  /** The writer for a widget; made once and used by many requests at a time. */
  static ReplyWriter of(Widget widget) {
    return switch (widget.type()) {
      case TABLE -> new RowsWriter(widget.query().columns());
      case METRIC -> new MetricWriter(widget);
      case MARKDOWN -> new MarkdownWriter(widget);
    };
  }
}
