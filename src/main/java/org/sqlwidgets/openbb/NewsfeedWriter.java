package org.sqlwidgets.openbb;

import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.NewsfeedShape;

/**
 * Writes articles: an array of objects with five texts each (contract §4.8).
 *
 * <p>NULL is the empty text, which the client shows as nothing.
 */
final class NewsfeedWriter implements ReplyWriter {
  private static final List<String> COLUMNS = NewsfeedShape.COLUMNS;

  private final List<Integer> places = new ArrayList<>();

  NewsfeedWriter(List<ColumnDef> columns) {
    List<String> labels = columns.stream().map(ColumnDef::field).toList();
    COLUMNS.forEach(column -> places.add(labels.indexOf(column)));
  }

  @Override
  public void write(Rows rows, ChunkSink out) {
    Utf8Json json = new Utf8Json(out);
    HeldText value = new HeldText();
    json.json("[");
    for (String before = "{"; rows.next(); before = ",{") {
      json.json(before);
      for (int i = 0; i < COLUMNS.size(); i++) {
        json.json((i == 0 ? "\"" : ",\"") + COLUMNS.get(i) + "\":");
        value.read(rows, places.get(i)).writeTo(json);
      }
      json.json("}");
    }
    json.json("]");
    json.finish();
  }
}
