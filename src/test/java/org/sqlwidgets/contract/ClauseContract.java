package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Optional clauses (widget-file §10). */
interface ClauseContract extends Topic {
  String ROWS =
      """
      SELECT id FROM (VALUES (1, 'Energy', DATE '2020-01-01'), (2, 'Health', DATE '2024-01-01'))
             AS v(id, sector, since)
      WHERE  id > 0
      """;

  @Test
  default void clause_isThereOnlyWhenItsParamHasAValue() {
    String id =
        server()
            .publish(
                ROWS
                    + "/*[ AND sector = :sector ]*/ /*[ AND since >= CAST(:since AS date) ]*/"
                    + " ORDER BY id");
    assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"id\":1},{\"id\":2}]");
    assertThat(server().askAgain(id, "sector=&since=").text()).isEqualTo("[{\"id\":1},{\"id\":2}]");
    assertThat(server().askAgain(id, "sector=Health").text()).isEqualTo("[{\"id\":2}]");
    assertThat(server().askAgain(id, "since=2021-01-01").text()).isEqualTo("[{\"id\":2}]");
    assertThat(server().askAgain(id, "sector=Energy&since=2021-01-01").text()).isEqualTo("[]");
    assertThat(server().published(id).path("params").findValuesAsText("paramName"))
        .containsExactly("sector", "since");
    assertThat(server().published(id).path("params").findValuesAsText("type"))
        .containsExactly("text", "date");
  }

  @Test
  default void clauseOfSeveralParams_needsThemAll() {
    String id =
        server()
            .publish(ROWS + "/*[ AND id BETWEEN :low AND CAST(:high AS integer) ]*/ ORDER BY id");
    assertThat(server().askAgain(id, "low=2").text()).isEqualTo("[{\"id\":1},{\"id\":2}]");
    assertThat(server().askAgain(id, "high=1").text()).isEqualTo("[{\"id\":1},{\"id\":2}]");
    assertThat(server().askAgain(id, "low=2&high=9").text()).isEqualTo("[{\"id\":2}]");
  }

  @Test
  default void clauseOfAList_isLeftOutWithoutValues() {
    String id =
        server()
            .publish(
                "-- ---\n-- params:\n--   - {paramName: s, multiple: true}\n-- ---\n"
                    + ROWS
                    + "/*[ AND sector IN (:s) ]*/ ORDER BY id");
    assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"id\":1},{\"id\":2}]");
    assertThat(server().askAgain(id, "s=,").text()).isEqualTo("[{\"id\":1},{\"id\":2}]");
    assertThat(server().askAgain(id, "s=Energy,Health").text())
        .isEqualTo("[{\"id\":1},{\"id\":2}]");
    assertThat(server().askAgain(id, "s=Energy").text()).isEqualTo("[{\"id\":1}]");
  }

  @Test
  default void absentParam_withADefault_keepsItsClause() {
    String file =
        "-- ---\n-- params:\n--   - {paramName: s, value: Health, nullable: %s}\n-- ---\n"
            + ROWS
            + "/*[ AND sector = :s ]*/ ORDER BY id";
    assertThat(server().ask(file.formatted("false"), "").text()).isEqualTo("[{\"id\":2}]");
    assertThat(server().ask(file.formatted("true"), "").text())
        .isEqualTo("[{\"id\":1},{\"id\":2}]");
  }

  @Test
  default void sameRequest_sevenTimes_givesTheSameRowsInTurns() {
    String id = server().publish(ROWS + "/*[ AND sector = :sector ]*/ ORDER BY id");
    for (int i = 0; i < 7; i++) {
      assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"id\":1},{\"id\":2}]");
      assertThat(server().askAgain(id, "sector=Energy").text()).isEqualTo("[{\"id\":1}]");
    }
  }

  @Test
  default void value_neverBecomesSql_inAClause() {
    String id = server().publish(ROWS + "/*[ AND sector = :sector ]*/ ORDER BY id");
    String evil = "x' OR 1=1 ]*/ --";
    assertThat(server().askAgain(id, "sector=" + ContractServer.encoded(evil)).text())
        .isEqualTo("[]");
  }

  @Test
  default void typoInAClause_isAProblem() {
    assertThat(server().problemsOf("SELECT 1 AS a\n/*[ WHERE sectr = :sector ]*/"))
        .singleElement()
        .asString()
        .containsIgnoringCase("sectr");
  }

  @Test
  default void queryThatIsWrongWithoutAClause_isAProblem() {
    assertThat(server().problemsOf("SELECT a FROM /*[ (SELECT 1 AS a WHERE 1 = :x) AS ]*/ nothing"))
        .singleElement()
        .asString()
        .contains("without its optional clauses the database says: ");
    assertThat(
            server()
                .problemsOf(
                    "SELECT 1 AS a /*[ WHERE 1 = :x ]*/ /*[ AND 1 = CAST(:y AS integer) ]*/"))
        .singleElement()
        .asString()
        .contains("with a value for :y alone the database says: ");
  }

  @Test
  default void clauseThatChangesTheColumns_isAProblem() {
    assertThat(server().problemsOf("SELECT 1 AS a /*[ , CAST(:x AS integer) AS b ]*/"))
        .singleElement()
        .asString()
        .contains(
            "without its optional clauses the query returns \"a\", and with all of them \"a, b\"");
    assertThat(server().problemsOf("SELECT 1 /*[ + CAST(:x AS bigint) ]*/ AS a"))
        .singleElement()
        .asString()
        .contains("returns \"a as integer\", and with all of them \"a as bigint\"");
  }
}
