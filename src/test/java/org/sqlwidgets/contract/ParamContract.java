package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** What a param value becomes (widget-file §8). */
interface ParamContract extends Topic {

  @ParameterizedTest
  @MethodSource("org.sqlwidgets.contract.ParamCases#all")
  default void value_ofEachControl_isBoundAsItsType_orRefused(ParamCase param) {
    HttpReply reply = server().ask(param.file(), param.query());
    assertThat(reply.text()).isEqualTo(param.reply());
    assertThat(reply.status()).isEqualTo(param.status());
    if (param.status() != 200) {
      assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
    }
  }

  @Test
  default void severalRefusals_areToldAtOnce() {
    HttpReply reply =
        server()
            .ask(
                """
                -- ---
                -- params:
                --   - {paramName: a, type: number}
                --   - {paramName: b, type: date}
                --   - {paramName: c, type: boolean}
                --   - {paramName: d, required: true}
                -- ---
                SELECT CAST(:a AS integer) AS a, CAST(:b AS date) AS b, CAST(:c AS boolean) AS c,
                       CAST(:d AS text) AS d
                """,
                "a=1.5&b=soon&c=true");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText())
        .isEqualTo(
            "Parameter 'a': '1.5' is not a whole number; Parameter 'b': 'soon' is not a date;"
                + " expected YYYY-MM-DD, such as 2024-01-31; Parameter 'd': field required");
  }

  @Test
  default void unknownQueryParams_areIgnored() {
    String file = "SELECT CAST(:x AS integer) AS x";
    String query = "theme=dark&raw=true&period=1&_=17&x=5&y=6&X=7&constructor=8";
    assertThat(server().ask(file, query).text()).isEqualTo("[{\"x\":5}]");
  }

  @Test
  default void queryWithThousandsOfKeys_losesNone() {
    String query = "a=1&".repeat(3000) + "x=5";
    assertThat(server().ask("SELECT CAST(:x AS integer) AS x", query).text())
        .isEqualTo("[{\"x\":5}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"theme", "raw", "query", "prompt", "period", "selectedGroup"})
  default void nameOfTheClient_isNoParam(String name) {
    assertThat(server().problemsOf("SELECT CAST(:" + name + " AS text) AS x"))
        .singleElement()
        .asString()
        .contains("\"" + name + "\"");
  }

  @Test
  default void symbol_isAParamLikeAnyOther() {
    assertThat(server().ask("SELECT CAST(:symbol AS text) AS x", "symbol=AAPL").text())
        .isEqualTo("[{\"x\":\"AAPL\"}]");
  }

  @Test
  default void undeclaredPlaceholder_takesTheTypeThatTheDatabaseKnows() {
    server()
        .database()
        .execute(
            "DROP TABLE IF EXISTS known",
            "CREATE TABLE known (i integer, n numeric(10,2), d date, b boolean, t text)",
            "INSERT INTO known VALUES (7, 1.50, '2024-02-29', true, 'x')");
    String id =
        server()
            .publish(
                "SELECT t AS found FROM known WHERE i = :i AND n = :n AND d = :d AND b = :b AND t"
                    + " = :t");
    assertThat(server().published(id).path("params").findValuesAsText("type"))
        .containsExactly("number", "number", "date", "boolean", "text");
    assertThat(server().askAgain(id, "i=7&n=1.5&d=20240229&b=yes&t=x").text())
        .isEqualTo("[{\"found\":\"x\"}]");
    assertThat(server().askAgain(id, "i=7&n=1.5&d=2024-02-29&b=no&t=x").text()).isEqualTo("[]");
    assertThat(server().askAgain(id, "i=7").text()).isEqualTo("[]");
  }

  @Test
  default void value_neverBecomesSql() {
    String evil = "x'; DROP TABLE known; --";
    HttpReply reply =
        server().ask("SELECT CAST(:x AS text) AS x", "x=" + ContractServer.encoded(evil));
    assertThat(reply.text()).isEqualTo("[{\"x\":\"" + evil + "\"}]");
  }

  @Test
  default void columnOfABareParam_hasTheTypeThatIsBound() {
    String number = "-- ---\n-- params:\n--   - {paramName: x, sqlType: integer}\n-- ---\n";
    String bare = number + "SELECT :x AS x";
    assertThat(server().ask(number + "SELECT coalesce(:x, 1) AS x", "").text())
        .isEqualTo("[{\"x\":1}]");
    switch (server().database().dialect()) {
      case POSTGRESQL -> assertThat(server().ask(bare, "x=5").text()).isEqualTo("[{\"x\":5}]");
      case H2 ->
          assertThat(server().problemsOf(bare))
              .singleElement()
              .asString()
              .contains("column \"x\" is a bare value without a type; write CAST");
    }
  }

  @Test
  default void optionalFilter_worksWithoutAValue() {
    server()
        .database()
        .execute(
            "DROP TABLE IF EXISTS sectors",
            "CREATE TABLE sectors (id integer, sector text, since date)",
            "INSERT INTO sectors VALUES (1, 'Energy', '2020-01-01'), (2, 'Health', '2024-01-01')");
    String id =
        server()
            .publish(
                """
                SELECT id FROM sectors
                WHERE (:sector IS NULL OR sector = :sector) AND (:d IS NULL OR since >= :d)
                ORDER BY id
                """);
    assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"id\":1},{\"id\":2}]");
    assertThat(server().askAgain(id, "sector=Health").text()).isEqualTo("[{\"id\":2}]");
    assertThat(server().askAgain(id, "d=2021-01-01").text()).isEqualTo("[{\"id\":2}]");
    assertThat(server().askAgain(id, "sector=Energy&d=2021-01-01").text()).isEqualTo("[]");
  }
}
