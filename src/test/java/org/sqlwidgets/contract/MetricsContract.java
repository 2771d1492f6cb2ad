package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;

/** What is counted while widgets are served (docs/operations.md, Metrics). */
interface MetricsContract extends Topic {

  /** The value of a line; 0 when there is none. */
  private double value(String series) {
    return value(server(), series);
  }

  /** The value of a line of a server's metrics; 0 when there is none. */
  static double value(ContractServer server, String series) {
    return server
        .http()
        .get("/prometheus")
        .text()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  private static String of(String metric, String id, String more) {
    return "%s{kind=\"widget\",name=\"%s\"%s}".formatted(metric, id, more);
  }

  @Test
  default void requests_areCounted_byWidgetAndStatus() {
    String id =
        server()
            .publish(
                "-- ---\n"
                    + "-- params:\n"
                    + "--   - {paramName: n, type: number, sqlType: integer}\n"
                    + "-- ---\n"
                    + "SELECT 1 / :n AS x");
    HttpReply good = server().once(id, "n=1");
    server().once(id, "n=1");
    server().once(id, "n=0");
    server().http().get("/widgets/" + id + "?n=1", "If-None-Match: " + good.header("ETag"));
    assertThat(value(of("sql_widgets_requests_total", id, ",status=\"200\""))).isEqualTo(2);
    assertThat(value(of("sql_widgets_requests_total", id, ",status=\"422\""))).isEqualTo(1);
    assertThat(value(of("sql_widgets_requests_total", id, ",status=\"304\""))).isEqualTo(1);
    assertThat(value(of("sql_widgets_rows_total", id, ""))).isEqualTo(3);
    assertThat(value(of("sql_widgets_feed_query_seconds_count", id, ""))).isEqualTo(4);
    assertThat(value(of("sql_widgets_sent_bytes_total", id, "")))
        .isEqualTo(2 * good.body().length + server().once(id, "n=0").body().length);
  }

  @Test
  default void widgetThatHasGone_isCountedNoLonger() {
    String id = server().publish("SELECT 1 AS x");
    server().once(id, "");
    assertThat(server().http().get("/prometheus").text()).contains("name=\"" + id + "\"");
    String next = server().publish("SELECT 2 AS x");
    server().once(id, "");
    server().once(next, "");
    assertThat(server().http().get("/prometheus").text())
        .doesNotContain("name=\"" + id + "\"")
        .contains("name=\"" + next + "\"");
  }

  @Test
  default void unknownAddresses_shareOneLabel() {
    double before = value("sql_widgets_requests_total{kind=\"other\",name=\"-\",status=\"404\"}");
    for (String path : List.of("/widgets/none-1", "/options/none-2", "/none-3", "/none-3/a")) {
      server().http().get(path);
    }
    assertThat(value("sql_widgets_requests_total{kind=\"other\",name=\"-\",status=\"404\"}"))
        .isEqualTo(before + 4);
    assertThat(server().http().get("/prometheus").text()).doesNotContain("none-");
  }

  @Test
  default void queries_areMeasured_byDatasource_inBuckets() {
    String all = "sql_widgets_query_seconds_bucket{datasource=\"widgets\",le=\"+Inf\"}";
    String waits = "sql_widgets_connection_wait_seconds_count{datasource=\"widgets\"}";
    double before = value(all);
    double waited = value(waits);
    server().ask("SELECT 1 AS x", "");
    assertThat(value(all)).isEqualTo(before + 7);
    assertThat(value(waits)).isEqualTo(waited + 7);
  }

  @Test
  default void failedQuery_isCounted_byReason() {
    String refused = "sql_widgets_query_failures_total{datasource=\"widgets\",reason=\"refused\"}";
    double before = value(refused);
    server().ask("SELECT 1 AS id, CAST(9007199254740992 AS bigint) AS x", "");
    assertThat(value(refused)).isEqualTo(before + 7);
  }

  @Test
  default void cache_isCounted_byWhatItKnew() {
    String id = server().publish("-- ---\n-- cache: 10m\n-- ---\nSELECT 1 AS x");
    double misses = value("sql_widgets_cache_requests_total{result=\"miss\"}");
    double hits = value("sql_widgets_cache_requests_total{result=\"hit\"}");
    server().askAgain(id, "");
    assertThat(value("sql_widgets_cache_requests_total{result=\"miss\"}")).isEqualTo(misses + 1);
    assertThat(value("sql_widgets_cache_requests_total{result=\"hit\"}")).isEqualTo(hits + 6);
    assertThat(value("sql_widgets_cache_entries")).isPositive();
    assertThat(value("sql_widgets_cache_size_bytes")).isPositive();
  }

  @Test
  default void largeReply_isCounted_whole() {
    String id =
        server()
            .publish(
                "-- ---\n-- maxRows: 400000\n-- ---\n"
                    + "SELECT 'abcdefghijklmnopqrstuvwxyz' AS x FROM generate_series(1, 300000)");
    HttpReply reply = server().once(id, "");
    assertThat(reply.body().length).isGreaterThan(8 << 20);
    assertThat(value(of("sql_widgets_sent_bytes_total", id, ""))).isEqualTo(reply.body().length);
    assertThat(value(of("sql_widgets_rows_total", id, ""))).isEqualTo(300_000);
  }

  @Test
  default void pool_isShown_byDatasource() {
    server().ask("SELECT 1 AS x", "");
    assertThat(value("sql_widgets_pool_max_connections{datasource=\"widgets\"}")).isEqualTo(1);
    assertThat(
            value("sql_widgets_pool_connections{datasource=\"widgets\",state=\"active\"}")
                + value("sql_widgets_pool_connections{datasource=\"widgets\",state=\"idle\"}"))
        .isEqualTo(1);
    assertThat(value("sql_widgets_pool_max_connections{datasource=\"default\"}")).isPositive();
  }

  @Test
  default void problemsAndServedFiles_areShown() {
    server().put("SELEC 1");
    assertThat(value("sql_widgets_problems{severity=\"error\"}")).isEqualTo(1);
    server().publish("SELECT 1 AS x");
    assertThat(value("sql_widgets_problems{severity=\"error\"}")).isZero();
    assertThat(value("sql_widgets_served{kind=\"widget\"}")).isEqualTo(1);
    assertThat(value("sql_widgets_reload_seconds_count")).isPositive();
    assertThat(value("sql_widgets_reload_last_success_timestamp_seconds"))
        .isCloseTo(System.currentTimeMillis() / 1e3, org.assertj.core.data.Offset.offset(60.0));
  }
}
