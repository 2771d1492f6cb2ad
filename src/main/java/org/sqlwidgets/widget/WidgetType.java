package org.sqlwidgets.widget;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of widget that a query can feed (contract §2.2, widget-file §4). */
public enum WidgetType {
  /** Any rows, shown as a grid. */
  TABLE("table", 20, 12),
  /** Rows that are sorted, filtered, grouped and paged in the database. */
  SSRM_TABLE("ssrm_table", 20, 12),
  /** A grid whose rows change while people look at it. */
  LIVE_GRID("live_grid", 20, 12),
  /** One or more figures with a label and a change. */
  METRIC("metric", 8, 5),
  /** A figure by Plotly. */
  CHART("chart", 20, 12),
  /** A figure by Vega-Lite. */
  CHART_VEGALITE("chart-vegalite", 20, 12),
  /** A figure by Highcharts. */
  CHART_HIGHCHARTS("chart-highcharts", 20, 12),
  /** A text in Markdown. */
  MARKDOWN("markdown", 20, 8),
  /** A page in HTML. */
  HTML("html", 20, 12),
  /** Articles, newest first. */
  NEWSFEED("newsfeed", 20, 16),
  /** A page of another server. */
  IFRAME("iframe", 20, 16),
  /** A video. */
  YOUTUBE("youtube", 20, 12),
  /** A document. */
  PDF("pdf", 20, 20),
  /** Documents to choose from. */
  MULTI_FILE_VIEWER("multi_file_viewer", 30, 20),
  /** An answer to a question. */
  OMNI("omni", 20, 12);

  private final String word;
  private final int width;
  private final int height;

  WidgetType(String word, int width, int height) {
    this.word = word;
    this.width = width;
    this.height = height;
  }

  /** OpenBB's word for the type. */
  public String word() {
    return word;
  }

  /** The size on the dashboard when the author gives none. */
  public GridData defaultGridData() {
    return new GridData(width, height);
  }

  /** True when it shows the columns of its query, so that each is declared (contract §2.4). */
  public boolean isGrid() {
    return this == TABLE || this == SSRM_TABLE || this == LIVE_GRID;
  }

  /** True when the client sends its values in the body of a POST (contract §1.5). */
  public boolean isPosted() {
    return this == OMNI || this == MULTI_FILE_VIEWER;
  }

  /** True when it shows a page or video of another server (widget-file §3, {@code url}). */
  public boolean showsAddress() {
    return this == IFRAME || this == YOUTUBE;
  }

  /** True when it draws a figure from a specification (widget-file §4). */
  public boolean isChart() {
    return this == CHART || this == CHART_VEGALITE || this == CHART_HIGHCHARTS;
  }

  /** All types by OpenBB's word. */
  public static Map<String, WidgetType> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(WidgetType::word, Function.identity()));
  }
}
