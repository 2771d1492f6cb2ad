package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

class CastsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT :x                                     | ''",
        "SELECT CAST(:x AS date)                       | DATE",
        "SELECT cast ( /* a */ :x as Timestamp(6) with time zone ) | TIMESTAMP(6) WITH TIME ZONE",
        "SELECT CAST(:x AS numeric(10, 2))             | NUMERIC(10,2)",
        "SELECT CAST(:x AS double  precision)          | DOUBLE PRECISION",
        "SELECT CAST(:x AS integer array)              | INTEGER ARRAY",
        "SELECT CAST(:x + 1 AS date)                   | ''",
        "SELECT CAST(f(:x) AS date)                    | ''",
        "SELECT :x::int                                | INT",
        "SELECT :x :: int AS a                         | INT",
        "SELECT :x::int[] AS a                         | INT ARRAY",
        "SELECT :x::double precision AS a              | DOUBLE PRECISION",
        "SELECT :x::character varying(5) AS a          | CHARACTER VARYING(5)",
        "SELECT :x::timestamp(3) without time zone a   | TIMESTAMP(3) WITHOUT TIME ZONE",
        "SELECT :x::date - 1                           | DATE",
        "SELECT :x::                                   | ''",
        "SELECT CAST(:x AS                             | ''",
        "SELECT :x::\"Odd Type\"                         | \"Odd Type\"",
      })
  void cast_ofAPlaceholder_isFoundInTheText(String sql, String cast) {
    assertThat(casts(sql)).containsExactly(cast);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"SELECT :a::int, :b, CAST(:a AS date), ':c::int' | INT;;DATE"})
  void casts_areInTheOrderOfTheText(String sql, String casts) {
    assertThat(casts(sql)).containsExactly(casts.split(";", -1));
  }

  private static List<String> casts(String sql) {
    SourceText source = SourceText.ofFile("t.sql", sql);
    return ParsedSql.parse(source, SqlDialect.H2, new Problems())
        .orElseThrow()
        .toJdbc(Set.of())
        .casts();
  }
}
