package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sqlwidgets.sql.SqlDialect.H2;
import static org.sqlwidgets.sql.SqlDialect.POSTGRESQL;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.problem.SourceText.LineOrigin;

class JdbcSqlTest {

  private record Case(SqlDialect dialect, String sql, String jdbc) {
    @Override
    public String toString() {
      return sql;
    }
  }

  /** In every case {@code :xs} is bound as an array. */
  static Stream<Case> texts() {
    return Stream.of(
        new Case(H2, "SELECT 1", "SELECT 1"),
        new Case(H2, "SELECT :a, :b", "SELECT ?, ?"),
        new Case(H2, "SELECT :a::date", "SELECT ?::date"),
        new Case(H2, "SELECT ':a', \":b\", $$:c$$", "SELECT ':a', \":b\", $$:c$$"),
        new Case(H2, "SELECT 1;", "SELECT 1"),
        new Case(H2, "SELECT 1 ; ; \n", "SELECT 1"),
        new Case(H2, "SELECT ';';", "SELECT ';'"),
        new Case(H2, "SELECT 1; -- the end", "SELECT 1"),
        new Case(H2, "SELECT 1 -- the end", "SELECT 1"),
        new Case(H2, "-- :a\nSELECT/**/1 // :b\n + 2", " \nSELECT 1  \n + 2"),
        new Case(POSTGRESQL, "SELECT 1 /*/ ? */ + 2", "SELECT 1   + 2"),
        new Case(POSTGRESQL, "SELECT a[1 \\:n], \\:\\:b", "SELECT a[1 :n], ::b"),
        new Case(POSTGRESQL, "SELECT j ? 'a?', j ?| :a", "SELECT j ?? 'a?', j ??| ?"),
        new Case(POSTGRESQL, "SELECT j ?& '{a}', j @? '$'", "SELECT j ??& '{a}', j @?? '$'"),
        new Case(POSTGRESQL, "SELECT j ?:a", "SELECT j ???"),
        new Case(POSTGRESQL, "SELECT :a?'b', :a ?'b'", "SELECT ? ??'b', ? ??'b'"),
        new Case(H2, "SELECT 1 WHERE 1 IN (:xs)", "SELECT 1 WHERE 1 = ANY (?)"),
        new Case(H2, "SELECT 1 WHERE 1 IN(:xs)", "SELECT 1 WHERE 1 = ANY(?)"),
        new Case(H2, "SELECT 1 WHERE (1)in(:xs)", "SELECT 1 WHERE (1)= ANY(?)"),
        new Case(H2, "SELECT 1 WHERE 1 NOT IN (:xs)", "SELECT 1 WHERE 1 <> ALL (?)"),
        new Case(H2, "SELECT 1 WHERE 1 not\n\tIn ( :xs )", "SELECT 1 WHERE 1 <>\n\tALL ( ? )"),
        new Case(
            POSTGRESQL,
            "SELECT 1 WHERE 1 NOT/*a*/IN -- b\n(/*c*/:xs/*d*/)",
            "SELECT 1 WHERE 1 <> ALL  \n( ? )"),
        new Case(
            H2,
            "SELECT 1 WHERE :xs IS NULL OR s IN (:xs)",
            "SELECT 1 WHERE ? IS NULL OR s = ANY (?)"),
        new Case(H2, "SELECT 1 WHERE NOT s IN (:xs)", "SELECT 1 WHERE NOT s = ANY (?)"),
        new Case(H2, "SELECT 1 WHERE 1 IN (:a)", "SELECT 1 WHERE 1 IN (?)"),
        new Case(H2, "SELECT 1 WHERE 1 IN (:xs, 2)", "SELECT 1 WHERE 1 IN (?, 2)"),
        new Case(H2, "SELECT 1 WHERE 1 IN (2, :xs)", "SELECT 1 WHERE 1 IN (2, ?)"),
        new Case(H2, "SELECT 1 WHERE 1 IN (:xs::text)", "SELECT 1 WHERE 1 IN (?::text)"),
        new Case(H2, "SELECT t.in(:xs), \"in\"(:xs)", "SELECT t.in(?), \"in\"(?)"),
        new Case(H2, "SELECT 'x IN (:xs)'", "SELECT 'x IN (:xs)'"),
        new Case(H2, "SELECT 1 WHERE 1 = ANY (:xs)", "SELECT 1 WHERE 1 = ANY (?)"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void query_becomesThisJdbcText(Case expected) {
    assertThat(jdbc(expected.sql(), expected.dialect()).text()).isEqualTo(expected.jdbc());
  }

  @Test
  void names_areInTheOrderOfTheQuestionMarks() {
    assertThat(jdbc("SELECT :b WHERE :a = 1 AND 1 IN (:xs) OR :b = 2", H2).names())
        .containsExactly("b", "a", "xs", "b");
  }

  @Test
  void toJdbc_sameQuery_givesTheSameTextWhateverIsBound() {
    ParsedSql sql = parse("SELECT 1 WHERE 1 IN (:xs)", H2);
    assertThat(sql.toJdbc(Set.of("xs"))).isEqualTo(sql.toJdbc(Set.of("xs")));
    assertThat(sql.toJdbc(Set.of("xs"))).isNotEqualTo(sql.toJdbc(Set.of()));
  }

  @Test
  void sourceOffset_behindReplacedText_pointsAtTheSameToken() {
    String sql = "/* c */ SELECT :first, x /**/ IN (:xs), \\:y, last";
    JdbcSql jdbc = jdbc(sql, POSTGRESQL);
    assertThat(jdbc.text()).isEqualTo("  SELECT ?, x   = ANY (?), :y, last");
    for (String token : List.of("SELECT", ", x", "(", "y", "last")) {
      assertThat(jdbc.sourceOffset(jdbc.text().indexOf(token))).isEqualTo(sql.indexOf(token));
    }
    assertThat(jdbc.sourceOffset(jdbc.text().indexOf("?"))).isEqualTo(sql.indexOf(":first"));
    assertThat(jdbc.sourceOffset(jdbc.text().indexOf("ANY"))).isEqualTo(sql.indexOf("IN"));
    assertThat(jdbc.sourceOffset(jdbc.text().indexOf("last") + 2)).isEqualTo(sql.length() - 2);
  }

  @Test
  void sourceOffset_outOfBounds_isTheStartOrTheEndOfTheQuery() {
    JdbcSql jdbc = jdbc("SELECT 1 ; ", H2);
    assertThat(jdbc.sourceOffset(-1)).isZero();
    assertThat(jdbc.sourceOffset(8)).isEqualTo(8);
    assertThat(jdbc.sourceOffset(99)).isEqualTo(8);
  }

  @Test
  void locate_queryBehindHeader_namesLineAndColumnOfTheFile() {
    SourceText source =
        new SourceText(
            "a/b.sql", "SELECT :a,\nx", List.of(new LineOrigin(9, 1), new LineOrigin(10, 1)));
    JdbcSql jdbc = ParsedSql.parse(source, H2, new Problems()).orElseThrow().toJdbc(Set.of());
    assertThat(jdbc.locate(jdbc.text().indexOf('x')))
        .isEqualTo(new SourceLocation("a/b.sql", 10, 1));
    assertThat(jdbc.locate(7)).isEqualTo(new SourceLocation("a/b.sql", 9, 8));
  }

  @Test
  void jdbcOffset_serverPosition_countsCodePointsOfTheTextWithNumberedParameters() {
    JdbcSql jdbc =
        jdbc("SELECT '😱', j ? :a, :a, :a, :a, :a, :a, :a, :a, :a, :ten, here", POSTGRESQL);
    String sent = "SELECT '😱', j ? $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, here";
    assertThat(jdbc.jdbcOffset(position(sent, "SELECT"))).isZero();
    assertThat(jdbc.jdbcOffset(position(sent, "? $1"))).isEqualTo(jdbc.text().indexOf("??"));
    assertThat(jdbc.jdbcOffset(position(sent, "$10"))).isEqualTo(jdbc.text().lastIndexOf('?'));
    assertThat(jdbc.jdbcOffset(position(sent, "here"))).isEqualTo(jdbc.text().indexOf("here"));
    assertThat(jdbc.jdbcOffset(999)).isEqualTo(jdbc.text().length());
  }

  /** Counted as PostgreSQL does: code points from 1. */
  private static int position(String sent, String token) {
    return sent.codePointCount(0, sent.indexOf(token)) + 1;
  }

  private static JdbcSql jdbc(String sql, SqlDialect dialect) {
    return parse(sql, dialect).toJdbc(Set.of("xs"));
  }

  private static ParsedSql parse(String sql, SqlDialect dialect) {
    return ParsedSql.parse(SourceText.ofFile("t.sql", sql), dialect, new Problems()).orElseThrow();
  }
}
