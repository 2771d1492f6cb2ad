package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More rows than allowed (widget-file §3, {@code maxRows}). */
interface RowLimitContract extends Topic {
  /** Five of these rows are more than the 4 MB up to which replies are kept. */
  String LARGE_ROWS =
      "SELECT n AS x, repeat('x', 1000000) AS filler FROM generate_series(1, :rows) AS g(n)";

  static String tooMany(int limit) {
    return "The query returns more than "
        + limit
        + " rows; narrow the parameters, or ask the author to raise maxRows or to aggregate";
  }

  private String publish(String limit, String sql) {
    return server()
        .publish(
            "-- ---\n-- maxRows: "
                + limit
                + "\n-- params:\n--   - {paramName: rows, type: number, sqlType: integer}\n-- ---\n"
                + sql);
  }

  @Test
  default void oneRowTooMany_is422_neverASilentCut() {
    String id = publish("3", "SELECT n AS x FROM generate_series(1, :rows) AS g(n)");
    assertThat(server().askAgain(id, "rows=3").text()).isEqualTo("[{\"x\":1},{\"x\":2},{\"x\":3}]");
    ErrorContract.expect(server().askAgain(id, "rows=4"), 422, tooMany(3));
    ErrorContract.expect(server().askAgain(id, "rows=100000"), 422, tooMany(3));
    assertThat(server().askAgain(id, "rows=0").text()).isEqualTo("[]");
  }

  @Test
  default void largestLimit_isNoLimit(@TempDir Path folder) {
    TestedDatabase database = server().database().another();
    Map<String, Object> settings = Map.of("sql-widgets.query.max-rows", Integer.MAX_VALUE);
    try (ContractServer unlimited = ContractServer.start(folder, database, settings)) {
      assertThat(unlimited.ask("SELECT n AS x FROM generate_series(1, 2) AS g(n)", "").text())
          .isEqualTo("[{\"x\":1},{\"x\":2}]");
    }
  }

  @Test
  default void limitOfTheSettings_countsWhereTheAuthorSetsNone(@TempDir Path folder) {
    TestedDatabase database = server().database().another();
    Map<String, Object> settings = Map.of("sql-widgets.query.max-rows", 2);
    try (ContractServer limited = ContractServer.start(folder, database, settings)) {
      String sql = "SELECT n AS x FROM generate_series(1, 3) AS g(n)";
      ErrorContract.expect(limited.ask(sql, ""), 422, tooMany(2));
      assertThat(limited.ask("-- ---\n-- maxRows: 3\n-- ---\n" + sql, "").status()).isEqualTo(200);
    }
  }

  @Test
  default void limitBeyond4Megabytes_breaksOff_andTheSecondTryIsTold() {
    String id = publish("10", LARGE_ROWS);
    assertThatThrownBy(() -> server().once(id, "rows=15")).isInstanceOf(UncheckedIOException.class);
    ErrorContract.expect(server().once(id, "rows=15"), 422, tooMany(10));
    ErrorContract.expect(server().once(id, "rows=15"), 422, tooMany(10));
    assertThat(server().once(id, "rows=10").status()).isEqualTo(200);
    assertThat(server().once(id, "rows=1").status()).isEqualTo(200);
  }

  @Test
  default void limitWithin4Megabytes_hasItsTrueStatusAtOnce() {
    String id = publish("2", LARGE_ROWS);
    ErrorContract.expect(server().once(id, "rows=3"), 422, tooMany(2));
  }

  @Test
  default void failureBeyond4Megabytes_breaksOff_andTheSecondTryIsTold() {
    String id =
        publish(
            "10000",
            "SELECT 100 / (2000 - n) AS x, repeat('x', 10000) AS filler"
                + " FROM generate_series(1, :rows) AS g(n)");
    assertThatThrownBy(() -> server().once(id, "rows=3000"))
        .isInstanceOf(UncheckedIOException.class);
    ErrorContract.expect(server().once(id, "rows=3000"), 422, ErrorContract.DOES_NOT_FIT);
    assertThat(server().once(id, "rows=1500").status()).isEqualTo(200);
  }

  @Test
  default void reply_thatIsBrokenOff_looksBrokenToBrowsersToo() {
    String id = publish("10", LARGE_ROWS);
    assertThatThrownBy(
            () -> server().http().get("/widgets/" + id + "?rows=20", "Accept-Encoding: gzip"))
        .isInstanceOf(UncheckedIOException.class);
  }
}
