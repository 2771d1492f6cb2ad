package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.sql.SqlDialect;

/** Queries that gave few rows so far are run in another way; nobody may notice. */
interface BriefContract extends Topic {
  /** More runs than it takes until a query counts as one of few rows. */
  int RUNS = 5;

  private static String rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> "{\"x\":" + n + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String publishSeries(String expression) {
    return server()
        .publish(
            "-- ---\n-- params:\n--   - {paramName: rows, type: number, sqlType: integer}\n-- ---\n"
                + "SELECT "
                + expression
                + " AS x FROM generate_series(1, :rows) AS g(n)");
  }

  @Test
  default void queryOfFewRows_mayGiveManyAtOnce() {
    String id = publishSeries("n");
    for (int rows : new int[] {1, 2, 3, 4, 5, 999, 1000, 1001, 2500, 1, 1, 0, 1500, 3}) {
      assertThat(server().once(id, "rows=" + rows).text())
          .as("%d rows", rows)
          .isEqualTo(rows(rows));
    }
  }

  @Test
  default void queryOfFewRows_failsAndRecovers() {
    String id = publishSeries("100 / (50 - n)");
    for (int i = 0; i < RUNS; i++) {
      assertThat(server().once(id, "rows=1").text()).isEqualTo("[{\"x\":2}]");
      ErrorContract.expect(server().once(id, "rows=60"), 422, ErrorContract.DOES_NOT_FIT);
    }
  }

  @Test
  default void commentAtTheEnd_isNoTrouble() {
    String id = server().publish("SELECT 1 AS x -- the last word");
    for (int i = 0; i < RUNS; i++) {
      assertThat(server().once(id, "").text()).isEqualTo("[{\"x\":1}]");
    }
  }

  @Test
  default void settingAndLock_thatAFunctionOfTheOwnerMakes_endWithTheQuery() {
    TestedDatabase database = server().database();
    if (database.dialect() == SqlDialect.H2) {
      return;
    }
    database.execute(
        "CREATE OR REPLACE FUNCTION leave_traces() RETURNS text LANGUAGE plpgsql VOLATILE SECURITY"
            + " DEFINER AS $$ BEGIN PERFORM pg_advisory_lock(4711); PERFORM"
            + " set_config('lock_timeout', '4711', false); RETURN 'done'; END $$");
    String id =
        server()
            .publish(
                "SELECT current_setting('lock_timeout') AS setting, (SELECT count(*) FROM pg_locks"
                    + " WHERE locktype = 'advisory' AND objid = 4711) AS locks, leave_traces() AS"
                    + " x");
    for (int i = 0; i < RUNS; i++) {
      assertThat(server().once(id, "").text())
          .isEqualTo("[{\"setting\":\"0\",\"locks\":0,\"x\":\"done\"}]");
    }
  }
}
