package org.sqlwidgets.openbb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.template.Cell;
import org.sqlwidgets.template.CellFormat;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.MetricShape;

/**
 * Writes metrics: one object, or an array when there are several (contract §4.2).
 *
 * <p>The client formats nothing, so values are texts for people. No rows is one metric without a
 * value, never an empty array, which the client shows as an error.
 */
final class MetricWriter implements ReplyWriter {
  private final String name;
  private final List<ColumnDef> columns;
  private final List<CellFormat> formats;
  private final MetricShape shape;

  MetricWriter(String name, List<ColumnDef> columns) {
    this.name = name;
    this.columns = columns;
    formats = columns.stream().map(CellFormat::new).toList();
    shape = MetricShape.of(columns.stream().map(ColumnDef::field).toList());
  }

  /** One figure; no delta hides the arrow. */
  private record Metric(String label, String value, Optional<String> delta) {}

  @Override
  public void write(Rows rows, ChunkSink out) {
    List<Metric> metrics = read(rows);
    if (metrics.isEmpty()) {
      metrics.add(new Metric(name, CellFormat.NOTHING, Optional.empty()));
    }
    Utf8Json json = new Utf8Json(out);
    json.json(metrics.size() == 1 ? "" : "[");
    for (int i = 0; i < metrics.size(); i++) {
      json.json(i == 0 ? "" : ",");
      write(metrics.get(i), json);
    }
    json.json(metrics.size() == 1 ? "" : "]");
    json.finish();
  }

  private static void write(Metric metric, Utf8Json json) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("label", metric.label());
    keys.put("value", metric.value());
    metric.delta().ifPresent(delta -> keys.put("delta", delta));
    char before = '{';
    for (Map.Entry<String, String> key : keys.entrySet()) {
      json.raw((before + "\"" + key.getKey() + "\":").getBytes(StandardCharsets.US_ASCII));
      json.text(key.getValue());
      before = ',';
    }
    json.raw(new byte[] {'}'});
  }

  private List<Metric> read(Rows rows) {
    List<Metric> metrics = new ArrayList<>();
    Cell cell = new Cell();
    while (rows.next()) {
      List<@Nullable String> row = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        row.add(notEmpty(cell.read(rows, i)));
      }
      for (MetricShape.Figure figure : shape.figures()) {
        metrics.add(metric(figure, row));
      }
    }
    return metrics;
  }

  /** The client shows nothing at all for an empty text. */
  private static @Nullable String notEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private Metric metric(MetricShape.Figure figure, List<@Nullable String> row) {
    String label =
        figure.label() < 0
            ? columns.get(figure.value()).publishedText("headerName").orElse("")
            : Optional.ofNullable(row.get(figure.label())).orElse(CellFormat.NOTHING);
    String delta = figure.delta() < 0 ? null : row.get(figure.delta());
    return new Metric(
        label,
        formats.get(figure.value()).format(row.get(figure.value())),
        Optional.ofNullable(delta).map(text -> formats.get(figure.delta()).plain(text)));
  }
}
