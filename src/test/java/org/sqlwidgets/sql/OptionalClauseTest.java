package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sqlwidgets.sql.SqlDialect.H2;
import static org.sqlwidgets.sql.SqlDialect.POSTGRESQL;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/** Clauses that apply only when their placeholders have a value (widget-file §10). */
class OptionalClauseTest {
  private static final String FILTERS =
      "SELECT a FROM t WHERE a > 0 /*[ AND b = :b ]*/ /*[ AND c IN (:c) AND d = :d ]*/ ORDER BY :e";

  /** What is run when these names have a value; :c is bound as an array. */
  private record Case(String sql, Set<String> given, String jdbc, List<String> names) {}

  static Stream<Case> texts() {
    return Stream.of(
        new Case(FILTERS, Set.of(), "SELECT a FROM t WHERE a > 0     ORDER BY ?", List.of("e")),
        new Case(
            FILTERS,
            Set.of("b"),
            "SELECT a FROM t WHERE a > 0   AND b = ?     ORDER BY ?",
            List.of("b", "e")),
        new Case(FILTERS, Set.of("c"), "SELECT a FROM t WHERE a > 0     ORDER BY ?", List.of("e")),
        new Case(
            FILTERS,
            Set.of("c", "d"),
            "SELECT a FROM t WHERE a > 0     AND c = ANY (?) AND d = ?   ORDER BY ?",
            List.of("c", "d", "e")),
        new Case("SELECT 1/*[+:a]*/;", Set.of("a"), "SELECT 1 +?", List.of("a")),
        new Case("SELECT 1/*[+:a]*/;", Set.of(), "SELECT 1", List.of()),
        new Case("SELECT (1/*[,:a]*/)", Set.of("a"), "SELECT (1 ,? )", List.of("a")),
        new Case(
            "SELECT 1 /*[ + :a -- why\n + :a ]*/ + 2",
            Set.of("a"),
            "SELECT 1   + ?  \n + ?   + 2",
            List.of("a", "a")),
        new Case("SELECT 1 /*[ + :a /* why */ ]*/", Set.of("a"), "SELECT 1   + ?", List.of("a")),
        new Case(
            "SELECT '/*[ :a ]*/', \"/*[:a]*/\" -- /*[ :a ]*/\n",
            Set.of("a"),
            "SELECT '/*[ :a ]*/', \"/*[:a]*/\"",
            List.of()),
        new Case("SELECT 1 /* /*[ :a ]*/ */, :b", Set.of("a", "b"), "SELECT 1  , ?", List.of("b")),
        new Case(
            "SELECT 'a' /*[\n 'b' || :a ]*/",
            Set.of("a"),
            "SELECT 'a' /**/\n 'b' || ?",
            List.of("a")),
        new Case("SELECT 'a' /*[||:a]*/\n 'b'", Set.of(), "SELECT 'a' /**/\n 'b'", List.of()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void clause_appliesWhenAllItsNamesHaveAValue(Case expected) {
    for (SqlDialect dialect : SqlDialect.values()) {
      ParsedSql sql = parse(expected.sql(), dialect);
      JdbcSql jdbc = sql.toJdbc(Set.of("c"), expected.given()::contains);
      assertThat(jdbc.text()).isEqualTo(expected.jdbc());
      assertThat(jdbc.names()).isEqualTo(expected.names());
      assertThat(sql.placeholders(expected.given()::contains))
          .extracting(Placeholder::name)
          .isEqualTo(expected.names());
    }
  }

  @Test
  void conditions_areTheNamesOfEachClause_onceForThoseThatShareThem() {
    assertThat(parse(FILTERS + " /*[, :b]*/", H2).conditions())
        .containsExactly(Set.of("b"), Set.of("c", "d"));
    assertThat(parse("SELECT :a /* [b] */", H2).conditions()).isEmpty();
  }

  @Test
  void names_areThoseOfTheClausesToo() {
    assertThat(parse(FILTERS, POSTGRESQL).names()).containsExactly("b", "c", "d", "e");
  }

  @Test
  void firstComment_isNeverOneOfAClause() {
    assertThat(parse("SELECT 1 /*[ + :a -- no\n]*/ -- yes", H2).firstComment()).contains("yes");
  }

  @Test
  void sourceOffset_insideAndBehindAClause_isThatOfTheAuthorsText() {
    JdbcSql jdbc = parse(FILTERS, POSTGRESQL).toJdbc(Set.of(), name -> true);
    for (String part : List.of("b =", "(", "d =", "ORDER")) {
      assertThat(jdbc.sourceOffset(jdbc.text().indexOf(part))).isEqualTo(FILTERS.indexOf(part));
    }
    JdbcSql without = parse(FILTERS, POSTGRESQL).toJdbc(Set.of(), name -> false);
    assertThat(without.sourceOffset(without.text().indexOf("ORDER")))
        .isEqualTo(FILTERS.indexOf("ORDER"));
  }

  private record Refused(String sql, String... problems) {
    @Override
    public String toString() {
      return sql;
    }
  }

  static Stream<Refused> refused() {
    String string = "string is never closed; add a quote (one inside is written twice)";
    String pair = " inside its optional clause; put the pair into the clause, or both outside";
    return Stream.of(
        new Refused(
            "SELECT 1 /*[ AND :a */",
            "1:10 error: optional clause is not closed by \"]*/\"; end it so, or, if it is a"
                + " comment, put a blank behind its \"/*\""),
        new Refused(
            "SELECT 1 /*[*/",
            "1:10 error: optional clause is not closed by \"]*/\"; end it so, or, if it is a"
                + " comment, put a blank behind its \"/*\""),
        new Refused(
            "SELECT 1 /*[ AND :a ]",
            "1:10 error: optional clause is never closed; add \"]*/\" (each \"/*\" inside it needs"
                + " one, too)"),
        new Refused(
            "SELECT 1 /*[ AND x LIKE '/*' || :a ]*/",
            "1:10 error: optional clause is never closed; add \"]*/\" (each \"/*\" inside it needs"
                + " one, too)"),
        new Refused(
            "SELECT 1 /*[ ]*/",
            "1:10 error: optional clause is empty; write SQL with a placeholder into it, or remove"
                + " it"),
        new Refused(
            "SELECT 1 /*[ /* :a */ ]*/",
            "1:10 error: optional clause is empty; write SQL with a placeholder into it, or remove"
                + " it"),
        new Refused(
            "SELECT 1 /*[ + 2 ]*/",
            "1:10 error: optional clause has no placeholder to say when it applies; add one such"
                + " as \":name\", or remove the brackets if it always applies (a comment has a"
                + " blank behind its \"/*\")"),
        new Refused(
            "SELECT 1 /*[ + :a\n /*[ + :b ]*/ ]*/",
            "2:2 error: optional clauses do not nest; close the one around this with \"]*/\""
                + " before it"),
        new Refused(
            "SELECT 1 /*[ + :a ; ]*/", "1:19 error: \";\" in an optional clause; remove it"),
        new Refused("SELECT (1 /*[ + :a) ]*/", "1:19 error: \")\" is not opened" + pair),
        new Refused("SELECT 1 /*[ + (:a ]*/ )", "1:16 error: \"(\" is not closed" + pair),
        new Refused("SELECT a /*[ [:a ]*/", "1:14 error: \"[\" is not closed" + pair),
        new Refused("SELECT a /*[ (:a] ]*/", "1:17 error: \"]\" is not opened" + pair),
        new Refused("SELECT 'a /*[ :b ]*/", "1:8 error: " + string),
        new Refused("SELECT 1 /*[ || :b || 'c ]*/ || 'd'", "1:23 error: " + string),
        new Refused(
            "SELECT 1 /*[ + :été ]*/",
            "1:16 error: placeholder \":été\" has a character that is not allowed; expected A-Z,"
                + " a-z, 0-9 or \"_\" (a plain colon is written \"\\:\")"),
        new Refused(
            "SELECT nextval /*[ ('s' || :a) ]*/",
            "1:8 error: function \"nextval\" is not allowed in a widget: it advances a sequence"),
        new Refused(
            "SELECT a FROM t /*[ FOR UPDATE OF :a ]*/",
            "1:21 error: \"FOR UPDATE\" locks rows, but a widget only reads; remove it"),
        new Refused(
            "SELECT a /*[ , :a INTO ]*/ b",
            "1:19 error: \"SELECT … INTO\" writes a table, but a widget only reads; remove INTO"
                + " (a column of that name is put in double quotes)"),
        new Refused(
            "/*[ SELECT :a ]*/",
            "1:1 error: no query; expected one that begins with SELECT, WITH, VALUES, TABLE or"
                + " \"(\""));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void text_hasExactlyTheseProblems(Refused expected) {
    for (SqlDialect dialect : SqlDialect.values()) {
      assertThat(problems(expected.sql(), dialect)).containsExactly(expected.problems());
    }
  }

  /** Each clause is harmless alone, and so are both with the rest of the text. */
  @ParameterizedTest
  @EnumSource(SqlDialect.class)
  void write_thatOnlyOneChoiceSpells_isRefused(SqlDialect dialect) {
    assertThat(problems("SELECT :x FOR /*[ UPDATE :a ]*/ /*[ KEY :b ]*/ SHARE", dialect))
        .containsExactly(
            "1:11 error: \"FOR SHARE\" locks rows, but a widget only reads; remove it",
            "1:11 error: \"FOR UPDATE\" locks rows, but a widget only reads; remove it");
  }

  @Test
  void commentThatLooksLikeAClause_givesAWarning() {
    assertThat(problems("SELECT 1 /* [ + :a ] */", H2))
        .containsExactly(
            "1:10 warning: this is a comment, not an optional clause; write \"/*[\" and \"]*/\""
                + " without blanks if it should apply");
    assertThat(problems("SELECT 1 /* [see below] */ /* :a */", H2)).isEmpty();
  }

  @Test
  void eleventhIndependentClause_isRefused_alsoWithManyMore() {
    assertThat(problems("SELECT 0" + clauses(10) + clauses(10), H2)).isEmpty();
    assertThat(problems("SELECT 0" + clauses(11), H2))
        .singleElement()
        .asString()
        .startsWith("1:109 error: more than 10 optional clauses that apply independently");
    assertThat(problems("SELECT 0" + clauses(5000), H2)).hasSize(1);
  }

  /** Each choice is checked, and the time for that has an end. */
  @Test
  void longQuery_hasFewerIndependentClauses() {
    String columns = ", 0".repeat(4096);
    assertThat(problems("SELECT 0" + columns + clauses(8), H2)).isEmpty();
    assertThat(problems("SELECT 0" + columns + clauses(9), H2))
        .singleElement()
        .asString()
        .contains("more than 8 optional clauses")
        .contains("in a query of this length; write");
  }

  private static String clauses(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "/*[+:a" + i + "]*/")
        .collect(Collectors.joining());
  }

  private static ParsedSql parse(String sql, SqlDialect dialect) {
    Problems problems = new Problems();
    return ParsedSql.parse(SourceText.ofFile("t.sql", sql), dialect, problems)
        .orElseThrow(() -> new AssertionError(problems.list()));
  }

  private static List<String> problems(String sql, SqlDialect dialect) {
    Problems problems = new Problems();
    ParsedSql.parse(SourceText.ofFile("t.sql", sql), dialect, problems);
    return problems.list().stream().map(OptionalClauseTest::shown).toList();
  }

  private static String shown(Problem problem) {
    String severity = problem.severity().name().toLowerCase(java.util.Locale.ROOT);
    return "%d:%d %s: %s"
        .formatted(
            problem.location().line(), problem.location().column(), severity, problem.message());
  }
}
