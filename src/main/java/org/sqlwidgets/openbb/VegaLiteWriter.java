package org.sqlwidgets.openbb;

import static org.sqlwidgets.openbb.FigureKeys.keys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.query.Rows;
import org.sqlwidgets.query.ValueSink;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Items;
import org.sqlwidgets.widget.FigureNode.Leaf;
import org.sqlwidgets.widget.FigureNode.Members;
import org.sqlwidgets.widget.SqlType;

/** Writes a Vega-Lite specification with the rows as its data, row by row (contract §4.5). */
final class VegaLiteWriter implements ReplyWriter {
  private static final String DAY = "date:'%Y-%m-%d'";

  private final byte[] head;
  private final byte[] tail;
  private final byte[] empty;
  private final RowsWriter rows;

  /**
   * A writer of one specification.
   *
   * @param figure as its author wrote it
   * @param columns of the query
   * @param theme the colours
   */
  VegaLiteWriter(Members figure, List<ColumnDef> columns, VegaLiteTheme theme) {
    String start = "{\"data\":{" + days(figure, columns) + "\"values\":";
    head = start.getBytes(StandardCharsets.UTF_8);
    tail = tail(bytes(theme.under(figure)));
    empty = bytes(theme.empty());
    rows = new RowsWriter(columns);
  }

  private static byte[] bytes(Members members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new FigureWriter(members, members)
        .write(NO_ROWS, (chunk, length) -> bytes.write(chunk, 0, length));
    return bytes.toByteArray();
  }

  /** The rest of the specification behind the rows, without its opening brace. */
  private static byte[] tail(byte[] specification) {
    byte[] tail = specification.clone();
    tail[0] = ',';
    byte[] end = new byte[tail.length + 1];
    end[0] = '}';
    System.arraycopy(tail, 0, end, 1, tail.length);
    return end;
  }

  /**
   * Says of days on a time axis that they are days where the reader is; else a browser west of
   * Greenwich shows the day before.
   */
  private static String days(Members figure, List<ColumnDef> columns) {
    Map<String, ColumnDef> byName = new HashMap<>();
    columns.forEach(column -> byName.put(column.field(), column));
    Set<String> days = new TreeSet<>();
    collectDays(figure, byName, days);
    Members parse = keys();
    for (String day : days) {
      parse = parse.with(day, FigureNode.of(DAY));
    }
    return days.isEmpty()
        ? ""
        : "\"format\":" + new String(bytes(keys("parse", parse)), StandardCharsets.UTF_8) + ",";
  }

  private static void collectDays(
      FigureNode node, Map<String, ColumnDef> columns, Set<String> days) {
    switch (node) {
      case Members(var nodes) -> {
        boolean time = isText(nodes.get("type"), "temporal") || nodes.containsKey("timeUnit");
        if (time && nodes.get("field") instanceof Leaf(String field) && isDay(columns.get(field))) {
          days.add(field);
        }
        nodes.values().forEach(child -> collectDays(child, columns, days));
      }
      case Items(var nodes) -> nodes.forEach(child -> collectDays(child, columns, days));
      default -> {}
    }
  }

  private static boolean isDay(@Nullable ColumnDef column) {
    return column != null && column.sqlType() == SqlType.DATE;
  }

  private static boolean isText(@Nullable FigureNode node, String text) {
    return node instanceof Leaf(Object value) && text.equals(value);
  }

  @Override
  public void write(Rows source, ChunkSink out) {
    if (!source.next()) {
      send(empty, out);
      return;
    }
    send(head, out);
    rows.write(new Begun(source), out);
    send(tail, out);
  }

  /** A sink owns what it gets. */
  private static void send(byte[] bytes, ChunkSink out) {
    out.accept(bytes.clone(), bytes.length);
  }

  private static final Rows NO_ROWS =
      new Rows() {
        @Override
        public boolean next() {
          return false;
        }

        @Override
        public int columnCount() {
          return 1;
        }

        @Override
        public void writeTo(int column, ValueSink sink) {
          throw new IllegalStateException("no row");
        }
      };

  /** Rows of which the first has been reached already. */
  private static final class Begun implements Rows {
    private final Rows rows;
    private boolean first = true;

    Begun(Rows rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      boolean there = first || rows.next();
      first = false;
      return there;
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
}
