package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** What fails in the database, and how the client is told (widget-file §9, contract §7). */
interface ErrorContract extends Topic {
  String DOES_NOT_FIT =
      "A value does not fit the query: the data or a parameter cannot be converted or calculated"
          + " with; change the parameters or ask the author";
  String TOO_LARGE =
      "Column 'x' holds a number beyond ±9007199254740991, which clients would round; its author"
          + " can send the column as text with columns: {x: {cellDataType: text}}";
  String TIMED_OUT =
      "The query took longer than 1 s and was stopped; narrow the parameters or ask the author to"
          + " raise its timeout";

  /** Expects an error reply with exactly this text and nothing that leaks. */
  static void expect(HttpReply reply, int status, String detail) {
    assertThat(reply.text()).contains("\"detail\"");
    assertThat(reply.json().path("detail").asText()).isEqualTo(detail);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 / :n AS x",
        "SELECT CAST(CASE WHEN :n = 0 THEN 'abc' ELSE '1' END AS integer) AS x",
        "SELECT CAST(CASE WHEN :n = 0 THEN 99999 ELSE 1 END AS smallint) AS x",
        "SELECT CAST(CASE WHEN :n = 0 THEN '2024-02-30' ELSE '2024-01-01' END AS date) AS x",
      })
  default void valueThatTheDatabaseCannotUse_is422(String sql) {
    String file =
        "-- ---\n-- params:\n--   - {paramName: n, type: number, sqlType: integer}\n-- ---\n";
    String id = server().publish(file + sql);
    expect(server().askAgain(id, "n=0"), 422, DOES_NOT_FIT);
    assertThat(server().askAgain(id, "n=1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAST(9007199254740992 AS bigint)",
        "CAST(-9007199254740992 AS bigint)",
        "CAST(9223372036854775807 AS bigint)",
        "CAST(9007199254740992 AS numeric(20,0))",
        "CAST(9007199254740992.5 AS numeric(38,10))",
        "CAST(-12345678901234567890123456789.5 AS numeric(38,5))",
      })
  default void numberThatAClientWouldRound_is422_withTheRemedy(String value) {
    String sql = "SELECT 1 AS id, " + value + " AS x";
    expect(server().ask(sql, ""), 422, TOO_LARGE);
    String remedy = "-- ---\n-- columns: {x: {cellDataType: text}}\n-- ---\n";
    String digits = value.replaceAll("CAST\\(([-0-9.]+) .*", "$1");
    assertThat(server().ask(remedy + sql, "").text()).startsWith("[{\"id\":1,\"x\":\"" + digits);
  }

  @Test
  default void numberThatAClientWouldRound_inASparkline_is422() {
    String header = "-- ---\n-- columns: {x: {sparkline: {type: line}}}\n-- ---\n";
    String sql = "SELECT ARRAY[CAST(1 AS bigint), CAST(9007199254740993 AS bigint)] AS x";
    expect(server().ask(header + sql, ""), 422, TOO_LARGE);
  }

  @Test
  default void largeNumber_inALaterRow_isStillFound() {
    expect(
        server()
            .ask(
                "SELECT CAST(CASE WHEN n = 5000 THEN 9007199254740993 ELSE n END AS bigint) AS x"
                    + " FROM generate_series(1, 5000) AS g(n)",
                ""),
        422,
        TOO_LARGE);
  }

  @Test
  default void queryThatTakesTooLong_is504_andTheConnectionServesTheNext() {
    String slow = server().database().pick(Slow.H2, Slow.POSTGRESQL);
    String id = server().publish("-- ---\n-- timeout: 1s\n-- ---\n" + slow);
    long start = System.nanoTime();
    expect(server().once(id, ""), 504, TIMED_OUT);
    assertThat(System.nanoTime() - start).isBetween(900_000_000L, 10_000_000_000L);
    assertThat(server().ask("SELECT 1 AS x", "").text()).isEqualTo("[{\"x\":1}]");
  }

  @Test
  default void queryWhoseRowsTakeTooLong_is504() {
    String slow = server().database().pick(Slow.H2_BY_ROW, Slow.POSTGRESQL_BY_ROW);
    String id = server().publish("-- ---\n-- timeout: 1s\n-- ---\n" + slow);
    expect(server().once(id, ""), 504, TIMED_OUT);
  }

  @Test
  default void queryThatFailsForAnotherReason_is500() {
    server()
        .database()
        .execute("DROP TABLE IF EXISTS gone", "CREATE TABLE gone (secret_column integer)");
    String id = server().publish("SELECT secret_column FROM gone");
    server().database().execute("DROP TABLE gone");
    expect(
        server().once(id, ""),
        500,
        "The query failed; its author finds the reason in the server's log");
  }

  @Test
  default void databaseThatIsBusy_is503_andSaysWhenToComeBack(@TempDir Path folder)
      throws Exception {
    String slow = server().database().pick(Slow.H2, Slow.POSTGRESQL);
    Map<String, Object> impatient = Map.of("sql-widgets.queue.patience", "250ms");
    try (ContractServer busy =
        ContractServer.start(folder, server().database().another(), impatient)) {
      String id = busy.publish("-- ---\n-- timeout: 2s\n-- ---\n" + slow);
      CompletableFuture<HttpReply> first = CompletableFuture.supplyAsync(() -> busy.once(id, ""));
      Until.isTrue(() -> busy.busyConnections() == 1);
      HttpReply second = busy.once(id, "");
      expect(second, 503, BackPressureContract.FULL);
      assertThat(second.header("Retry-After")).isEqualTo("1");
      assertThat(first.get().status()).isEqualTo(504);
    }
  }
}
