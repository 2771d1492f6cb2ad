package org.sqlwidgets.openbb;

import static org.sqlwidgets.openbb.FigureKeys.keys;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.widget.ChartKind;
import org.sqlwidgets.widget.ChartPart;
import org.sqlwidgets.widget.ChartSwitch;
import org.sqlwidgets.widget.ColumnDef;
import org.sqlwidgets.widget.Figure.ShortFigure;
import org.sqlwidgets.widget.FigureNode;
import org.sqlwidgets.widget.FigureNode.Members;

/** The axes and titles of the short form, by what its columns are (contract §4.3). */
final class PlotlyLayout {
  private final ShortFigure figure;
  private final List<ColumnDef> columns;

  PlotlyLayout(ShortFigure figure, List<ColumnDef> columns) {
    this.figure = figure;
    this.columns = columns;
  }

  /** The layout without colours. */
  Members layout() {
    Members layout = keys();
    if (figure.titles().title().isPresent()) {
      layout = keys("title", keys("text", figure.titles().title().get()), "margin", keys("t", 64));
    }
    return FigureMerge.over(layout, figure.kind().hasAxes() ? axes() : besideSlices());
  }

  /** The names of slices are often long: they stand at the side, and small shares have no label. */
  private static Members besideSlices() {
    return keys(
        "legend",
        keys("orientation", "v", "x", 1.02, "y", 1, "yanchor", "top"),
        "uniformtext",
        keys("minsize", 10, "mode", "hide"));
  }

  private Members axes() {
    boolean lying = figure.has(ChartSwitch.HORIZONTAL);
    Members first = first();
    Members second = second();
    Members axes =
        lying
            ? keys("xaxis", second, "yaxis", downwards(first))
            : keys("xaxis", first, "yaxis", second);
    return FigureMerge.over(mode(), axes);
  }

  /** The first row is on top, as in the table. */
  private Members downwards(Members axis) {
    return figure.kind() == ChartKind.HISTOGRAM
        ? axis
        : axis.with("autorange", FigureNode.of("reversed"));
  }

  private Members mode() {
    boolean stacked = figure.has(ChartSwitch.STACKED);
    return switch (figure.kind()) {
      case BAR -> keys("barmode", stacked ? "relative" : "group");
      case HISTOGRAM -> keys("barmode", stacked ? "stack" : "overlay");
      case BOX -> keys("boxmode", figure.column(ChartPart.COLOR).isPresent() ? "group" : "overlay");
      case LINE, AREA -> isTime(ChartPart.X) ? keys("hovermode", "x unified") : keys();
      default -> keys();
    };
  }

  private boolean isTime(ChartPart part) {
    return figure.column(part).map(column -> type(columns.get(column))).orElse("").equals("date");
  }

  private Members first() {
    Members axis = axis(ChartPart.X, ChartSwitch.LOG_X, figure.titles().x());
    return figure.kind() == ChartKind.CANDLESTICK
        ? axis.with("rangeslider", keys("visible", false))
        : axis;
  }

  private Members second() {
    return figure.kind() == ChartKind.HISTOGRAM
        ? titled(keys(), figure.titles().y())
        : axis(ChartPart.Y, ChartSwitch.LOG_Y, figure.titles().y());
  }

  private Members axis(ChartPart part, ChartSwitch log, Optional<String> written) {
    List<Integer> drawn =
        figure.kind() == ChartKind.CANDLESTICK && part == ChartPart.Y
            ? figure.columns(ChartPart.CLOSE)
            : figure.columns(part);
    if (drawn.isEmpty()) {
      return titled(keys(), written);
    }
    ColumnDef column = columns.get(drawn.getFirst());
    Members axis = keys("type", figure.has(log) ? "log" : type(column));
    boolean named = drawn.size() == 1 && column.sqlType().isNumber();
    Members titled =
        titled(
            axis, written.or(() -> named ? column.publishedText("headerName") : Optional.empty()));
    return FigureMerge.over(titled, ticks(column));
  }

  private static Members titled(Members axis, Optional<String> title) {
    return title.map(text -> axis.with("title", keys("text", text))).orElse(axis);
  }

  /** Said for each axis, because Plotly would take texts such as "2024" for numbers. */
  private static String type(ColumnDef column) {
    return switch (column.sqlType()) {
      case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> "linear";
      case DATE, TIMESTAMP, TIMESTAMPTZ -> "date";
      case BOOLEAN, TIME, CHAR, TEXT, UUID, JSON, ARRAY, BINARY, OTHER -> "category";
    };
  }

  /** The column's prefix and suffix at the ticks of its axis. */
  private static Members ticks(ColumnDef column) {
    if (!column.sqlType().isNumber()) {
      return keys();
    }
    Members ticks = keys();
    Optional<String> prefix = column.publishedText("prefix");
    String format = column.publishedText("formatterFn").orElse("");
    Optional<String> suffix =
        column
            .publishedText("suffix")
            .or(() -> format.equals("percent") ? Optional.of(" %") : Optional.empty());
    if (prefix.isPresent()) {
      ticks = ticks.with("tickprefix", FigureNode.of(prefix.get()));
    }
    if (suffix.isPresent()) {
      ticks = ticks.with("ticksuffix", FigureNode.of(suffix.get()));
    }
    return format.equals("normalizedPercent")
        ? ticks.with("tickformat", FigureNode.of(".0%"))
        : ticks;
  }
}
