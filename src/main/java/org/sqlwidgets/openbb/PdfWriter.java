package org.sqlwidgets.openbb;

import java.util.List;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.FileShape;

/** Writes one document: an object with its name and its bytes or address (contract §4.8). */
final class PdfWriter implements ReplyWriter {
  private final FileShape shape;
  private final String defaultName;

  PdfWriter(List<ColumnDef> columns, String id) {
    shape = FileShape.of(columns, "");
    defaultName = id + ".pdf";
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    HeldFile file = rows.next() ? HeldFile.read(rows, shape, defaultName) : null;
    if (file == null) {
      throw HeldFile.refused("There is no document for these parameters");
    }
    if (rows.next()) {
      throw HeldFile.refused(
          "The query returns more than one row, but a pdf widget shows one document; its author"
              + " can add LIMIT 1, or use type: multi_file_viewer");
    }
    Utf8Json json = new Utf8Json(out);
    file.writeTo(json, "pdf");
    json.finish();
  }
}
