package org.sqlwidgets.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Judges the bodies of live replies as OpenBB Workspace takes them (contract §4, §14).
 *
 * <p>Every failure begins with the contract's section, then names row, option or metric.
 */
public final class ReplyJudge {
  private ReplyJudge() {}

  /**
   * What is wrong with the rows of a table.
   *
   * @param columnsDefs the published {@code data.table.columnsDefs} of the widget
   */
  public static List<String> tableFailures(byte[] reply, JsonNode columnsDefs) {
    return judge(reply, (rows, report) -> new TableRules(columnsDefs, report).check(rows));
  }

  /**
   * What is wrong with a block of a server-side table.
   *
   * @param columnsDefs the published {@code data.table.columnsDefs} of the widget
   */
  public static List<String> blockFailures(byte[] reply, JsonNode columnsDefs) {
    return judge(reply, (block, report) -> ReplyRules.block(block, columnsDefs, report));
  }

  /** What is wrong with the text that a server-side table shows instead of a block. */
  public static List<String> blockErrorFailures(byte[] reply) {
    return judge(reply, ReplyRules::blockError);
  }

  /** What is wrong with the options of a dropdown. */
  public static List<String> optionsFailures(byte[] reply) {
    return judge(reply, ReplyRules::options);
  }

  /** What is wrong with a metric or a list of metrics. */
  public static List<String> metricFailures(byte[] reply) {
    return judge(reply, ReplyRules::metric);
  }

  /** What is wrong with a markdown text. */
  public static List<String> markdownFailures(byte[] reply) {
    return judge(reply, ReplyRules::markdown);
  }

  /**
   * What is wrong with a page in HTML.
   *
   * @param contentType the header of that name
   */
  public static List<String> htmlFailures(byte[] reply, String contentType) {
    Report report = new Report();
    PageRules.html(reply, contentType, report);
    return report.lines();
  }

  /**
   * What is wrong with a Plotly chart.
   *
   * @param theme dark or light, as it was asked for
   */
  public static List<String> plotlyFailures(byte[] reply, String theme) {
    return judge(reply, (json, report) -> new ChartRules(theme, report).plotly(json));
  }

  /** What is wrong with a Highcharts chart. */
  public static List<String> highchartsFailures(byte[] reply, String theme) {
    return judge(reply, (json, report) -> new ChartRules(theme, report).highcharts(json));
  }

  /** What is wrong with a Vega-Lite chart. */
  public static List<String> vegaLiteFailures(byte[] reply, String theme) {
    return judge(reply, (json, report) -> new ChartRules(theme, report).vegaLite(json));
  }

  /** What is wrong with the articles of a newsfeed. */
  public static List<String> newsfeedFailures(byte[] reply) {
    return judge(reply, FeedRules::newsfeed);
  }

  /**
   * What is wrong with the address of a video.
   *
   * @param contentType the header of that name
   */
  public static List<String> youtubeFailures(byte[] reply, String contentType) {
    Report report = new Report();
    PageRules.youtube(reply, contentType, report);
    return report.lines();
  }

  /** What is wrong with a document. */
  public static List<String> pdfFailures(byte[] reply) {
    return judge(reply, FileRules::pdf);
  }

  /** What is wrong with several files. */
  public static List<String> filesFailures(byte[] reply) {
    return judge(reply, FileRules::files);
  }

  /** What is wrong with an answer. */
  public static List<String> omniFailures(byte[] reply) {
    return judge(reply, FileRules::omni);
  }

  /** What is wrong with the body of an error reply. */
  public static List<String> errorFailures(byte[] reply) {
    return judge(reply, ReplyRules::error);
  }

  private static List<String> judge(byte[] reply, BiConsumer<JsonNode, Report> rules) {
    Report report = new Report();
    StrictJson.read(reply, "§14", "reply", report).ifPresent(json -> rules.accept(json, report));
    return report.lines();
  }
}
