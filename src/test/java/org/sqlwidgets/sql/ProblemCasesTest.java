package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sqlwidgets.sql.SqlDialect.H2;
import static org.sqlwidgets.sql.SqlDialect.POSTGRESQL;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/** What is refused, with the words in which the author is told. */
class ProblemCasesTest {
  private static final String BEGIN = "begin it with SELECT, WITH, VALUES, TABLE or \"(\"";
  private static final String READS = ", but a widget only reads; ";

  private record Case(List<SqlDialect> dialects, String sql, List<String> problems) {
    @Override
    public String toString() {
      return sql;
    }
  }

  /** The problems are given as {@code line:column message}. */
  private static Case both(String sql, String... problems) {
    return new Case(List.of(POSTGRESQL, H2), sql, List.of(problems));
  }

  private static Case postgresql(String sql, String... problems) {
    return new Case(List.of(POSTGRESQL), sql, List.of(problems));
  }

  private static Case h2(String sql, String... problems) {
    return new Case(List.of(H2), sql, List.of(problems));
  }

  static Stream<Case> lexical() {
    String string = "string is never closed; add a quote (one inside is written twice)";
    String name = "quoted name is never closed; add the closing quote";
    String comment = "comment is never closed; add \"*/\" (each \"/*\" inside it needs one, too)";
    String letters =
        "has a character that is not allowed; expected A-Z, a-z, 0-9 or \"_\""
            + " (a plain colon is written \"\\:\")";
    return Stream.of(
        both("SELECT 'a", "1:8 " + string),
        both("SELECT\n  'it''s", "2:3 " + string),
        both("SELECT N'a", "1:8 " + string),
        postgresql("SELECT E'a\\'", "1:8 " + string),
        both("SELECT '\\''", "1:8 " + string),
        both("SELECT \"a", "1:8 " + name),
        h2("SELECT `a", "1:8 " + name),
        both("'", "1:1 " + string),
        both("SELECT 1 /* a", "1:10 " + comment),
        both("SELECT 1 /* /* a */", "1:10 " + comment),
        both("SELECT 1 /*/", "1:10 " + comment),
        both("SELECT $$a", "1:8 dollar quote \"$$\" is never closed; add a second \"$$\""),
        postgresql(
            "SELECT $q$a$Q$", "1:8 dollar quote \"$q$\" is never closed; add a second \"$q$\""),
        h2(
            "SELECT $q$",
            "1:8 \"$\" stands alone; H2 quotes with \"$$\" only and knows no \"$tag$\""),
        both("SELECT :été", "1:8 placeholder \":été\" " + letters),
        both("SELECT 1 = :제목", "1:12 placeholder \":제목\" " + letters),
        both("SELECT :😱", "1:8 placeholder \":😱\" " + letters),
        both("SELECT :naïve", "1:8 placeholder \":naïve\" " + letters),
        both("SELECT :a$b", "1:8 placeholder \":a$b\" " + letters),
        both("SELECT \t:\u0087", "1:9 placeholder \":\u0087\" " + letters),
        both(
            "SELECT :a, $1",
            "1:12 \"$1\" is a positional parameter; give the value a name: \":name\""),
        h2(
            "SELECT :a, ?",
            "1:12 \"?\" is a positional parameter; give the value a name: \":name\""),
        postgresql(
            "SELECT 1 WHERE a = ? AND b > ?",
            "1:20 \"?\" is a positional parameter; give the value a name: \":name\"",
            "1:30 \"?\" is a positional parameter; give the value a name: \":name\""),
        postgresql(
            "SELECT f(?, ?)",
            "1:10 \"?\" is a positional parameter; give the value a name: \":name\"",
            "1:13 \"?\" is a positional parameter; give the value a name: \":name\""),
        postgresql(
            "SELECT j ?? :key",
            "1:10 \"??\" is the spelling of JDBC; write the operator as in psql: \"?\""),
        postgresql(
            "SELECT\u00a01", "1:7 invisible character U+00A0 is no blank; type a plain blank"),
        postgresql(
            "SELECT 1\u200b", "1:9 invisible character U+200B is no blank; type a plain blank"));
  }

  static Stream<Case> numberOfQueries() {
    String none = "no query; expected one that begins with SELECT, WITH, VALUES, TABLE or \"(\"";
    return Stream.of(
        both("", "1:1 " + none),
        both(" \n-- only a comment", "1:1 " + none),
        both(";", "1:1 " + none),
        both("(", "1:1 " + none),
        both("; SELECT 1", "1:1 \";\" before the query; remove it"),
        both(
            "SELECT 1;\nSELECT 2;",
            "2:1 second statement \"SELECT …\"; a file holds one query, remove the rest"),
        both(
            "SELECT 1; DELETE FROM t; SELECT 2",
            "1:11 second statement \"DELETE …\"; a file holds one query, remove the rest"),
        both(
            "SELECT (1; 2)",
            "1:12 second statement \"2 …\"; a file holds one query, remove the rest"));
  }

  static Stream<Case> beginnings() {
    return Stream.of(
        both("INSERT INTO t VALUES (1)", "1:1 \"INSERT\" changes data" + onlyReads()),
        both("update t SET a = :a", "1:1 \"UPDATE\" changes data" + onlyReads()),
        both("\n  Delete FROM t", "2:3 \"DELETE\" changes data" + onlyReads()),
        both("MERGE INTO t USING u ON 1=1", "1:1 \"MERGE\" changes data" + onlyReads()),
        both("TRUNCATE t", "1:1 \"TRUNCATE\" changes data" + onlyReads()),
        both("(DELETE FROM t)", "1:2 \"DELETE\" changes data" + onlyReads()),
        both("CREATE TABLE t (a int)", "1:1 \"CREATE\" changes the database" + onlyReads()),
        both("DROP TABLE t", "1:1 \"DROP\" changes the database" + onlyReads()),
        both("SHUTDOWN", "1:1 \"SHUTDOWN\" changes the database" + onlyReads()),
        both("SET a = 1", "1:1 \"SET\" acts on the session" + onlyReads()),
        both("BEGIN", "1:1 \"BEGIN\" acts on the session" + onlyReads()),
        both("CALL f()", "1:1 \"CALL\" runs a procedure" + onlyReads()),
        both("DO $$ BEGIN END $$", "1:1 \"DO\" runs a procedure" + onlyReads()),
        both("COPY t TO STDOUT", "1:1 \"COPY\" moves data in or out" + onlyReads()),
        both("SCRIPT TO 'x'", "1:1 \"SCRIPT\" moves data in or out" + onlyReads()),
        both("EXPLAIN SELECT 1", "1:1 \"EXPLAIN\" reports on the database" + onlyReads()),
        both("SHOW search_path", "1:1 \"SHOW\" reports on the database" + onlyReads()),
        both("SELCT 1", "1:1 query begins with \"SELCT\"; " + BEGIN + "; did you mean \"SELECT\"?"),
        both("prices", "1:1 query begins with \"prices\"; " + BEGIN),
        both("42", "1:1 query begins with \"42\"; " + BEGIN),
        both("\"SELECT\" 1", "1:1 query begins with \"\"SELECT\"\"; " + BEGIN),
        both(":query", "1:1 query begins with \":query\"; " + BEGIN));
  }

  private static String onlyReads() {
    return READS + BEGIN;
  }

  static Stream<Case> writes() {
    String use = "changes data" + READS + "use SELECT";
    String into =
        "\"SELECT … INTO\" writes a table"
            + READS
            + "remove INTO (a column of that name is put in double quotes)";
    return Stream.of(
        both("WITH x AS (INSERT INTO t VALUES (1)) SELECT 1", "1:12 \"INSERT\" " + use),
        both("WITH x AS MATERIALIZED (DELETE FROM t) SELECT 1", "1:25 \"DELETE\" " + use),
        both("WITH x AS (update t set a = 1) SELECT 1", "1:12 \"UPDATE\" " + use),
        both("WITH x AS (UPDATE ONLY \"t\" x SET a = 1) TABLE x", "1:12 \"UPDATE\" " + use),
        both("WITH x AS (/* y */ MERGE INTO t USING u ON a = b) SELECT 1", "1:20 \"MERGE\" " + use),
        both(
            "SELECT * FROM (WITH x AS (SELECT 1), y AS (DELETE FROM t RETURNING 1) SELECT 1) z",
            "1:44 \"DELETE\" " + use),
        both("WITH x AS (SELECT 1) DELETE FROM t", "1:22 \"DELETE\" " + use),
        both("WITH x AS (SELECT 1) INSERT INTO t TABLE x", "1:22 \"INSERT\" " + use),
        both(
            "WITH x AS (SELECT 1), y (a, b) AS (SELECT 2) UPDATE t SET a=1",
            "1:46 \"UPDATE\" " + use),
        both("WITH RECURSIVE x(n) AS (SELECT 1) MERGE INTO t USING x", "1:35 \"MERGE\" " + use),
        both("WITH recursive AS (SELECT 1) DELETE FROM t", "1:30 \"DELETE\" " + use),
        both(
            "WITH RECURSIVE x AS (SELECT 1) SEARCH DEPTH FIRST BY n SET o DELETE FROM t",
            "1:62 \"DELETE\" " + use),
        both(
            "WITH RECURSIVE x AS (SELECT 1) CYCLE n SET c USING p DELETE FROM t",
            "1:54 \"DELETE\" " + use),
        both("(WITH x AS (SELECT 1) DELETE FROM t)", "1:23 \"DELETE\" " + use),
        both(
            "WITH x AS (SELECT 1) CREATE TABLE t AS SELECT 1",
            "1:22 \"CREATE\" changes the database" + READS + "use SELECT"),
        h2("SELECT * FROM FINAL TABLE (INSERT INTO t VALUES (1))", "1:28 \"INSERT\" " + use),
        h2("SELECT * FROM OLD TABLE (DELETE t)", "1:26 \"DELETE\" " + use),
        h2("SELECT * FROM NEW TABLE (UPDATE t SET a = 1)", "1:26 \"UPDATE\" " + use),
        both("SELECT a INTO b FROM t", "1:10 " + into),
        both("SELECT a into temp b FROM t", "1:10 " + into),
        both("SELECT (SELECT 1 INTO \"b\") FROM t", "1:18 " + into),
        both("WITH x AS (SELECT 1) SELECT * INTO y FROM x", "1:31 " + into),
        both("SELECT insert INTO y FROM x", "1:15 " + into));
  }

  static Stream<Case> locks() {
    return Stream.of(
        both("SELECT * FROM t FOR UPDATE", "1:17 " + locks("FOR UPDATE")),
        both("SELECT * FROM t for no key update", "1:17 " + locks("FOR NO KEY UPDATE")),
        both("SELECT * FROM t FOR SHARE NOWAIT", "1:17 " + locks("FOR SHARE")),
        both("SELECT * FROM t FOR /**/ KEY\nSHARE", "1:17 " + locks("FOR KEY SHARE")),
        both("SELECT * FROM (SELECT * FROM t FOR UPDATE OF t) x", "1:32 " + locks("FOR UPDATE")),
        both(
            "SELECT NEXT VALUE FOR s",
            "1:8 \"NEXT VALUE FOR\" advances a sequence" + READS + "remove it"));
  }

  private static String locks(String clause) {
    return "\"" + clause + "\" locks rows" + READS + "remove it";
  }

  static Stream<Case> functions() {
    String hidden = "name is hidden by \"U&\" escapes; write it plainly";
    return Stream.of(
        postgresql(
            "SELECT pg_advisory_lock(1)",
            refused(8, "pg_advisory_lock", "it takes a lock that can outlive the query")),
        postgresql(
            "SELECT pg_catalog . Pg_Try_Advisory_Lock_Shared (1)",
            refused(
                21, "pg_try_advisory_lock_shared", "it takes a lock that can outlive the query")),
        postgresql(
            "SELECT \"pg_terminate_backend\"/**/(1)",
            refused(8, "pg_terminate_backend", "it interferes with other sessions")),
        postgresql(
            "SELECT set_config('a', 'b', false)",
            refused(8, "set_config", "it changes settings of a session that other widgets use")),
        postgresql(
            "SELECT * FROM pg_ls_dir('.')",
            refused(15, "pg_ls_dir", "it reads or writes files of the server")),
        postgresql(
            "SELECT lo_export(1, 'x')",
            refused(8, "lo_export", "it reads or writes files of the server")),
        postgresql(
            "SELECT dblink_exec('x')",
            refused(8, "dblink_exec", "it connects to another database")),
        postgresql(
            "SELECT query_to_xml(:q, true, true, '')",
            refused(8, "query_to_xml", "it runs text as SQL")),
        both("SELECT nextval('s')", refused(8, "nextval", "it advances a sequence")),
        h2(
            "SELECT FILE_READ('/x')",
            refused(8, "file_read", "it reads or writes files of the server")),
        h2(
            "SELECT * FROM `csvread`('/x')",
            refused(15, "csvread", "it reads or writes files of the server")),
        both("SELECT U&\"\\0066ile_read\"('/x')", "1:8 " + hidden),
        both("SELECT u&\"!0066ile_read\" UESCAPE '!' ('/x')", "1:8 " + hidden),
        both("WITH U&\"x\" UESCAPE '!' AS (SELECT 1) DELETE FROM t", "1:6 " + hidden));
  }

  private static String refused(int column, String name, String why) {
    return "1:" + column + " function \"" + name + "\" is not allowed in a widget: " + why;
  }

  static Stream<Case> severalAtOnce() {
    return Stream.of(
        both(
            "DELETE FROM t;\nSELECT :é FOR UPDATE",
            "1:1 \"DELETE\" changes data" + onlyReads(),
            "2:1 second statement \"SELECT …\"; a file holds one query, remove the rest",
            "2:8 placeholder \":é\" has a character that is not allowed; expected A-Z, a-z, 0-9 or"
                + " \"_\" (a plain colon is written \"\\:\")",
            "2:11 " + locks("FOR UPDATE")));
  }

  @ParameterizedTest
  @MethodSource({
    "lexical",
    "numberOfQueries",
    "beginnings",
    "writes",
    "locks",
    "functions",
    "severalAtOnce"
  })
  void text_hasExactlyTheseProblems(Case expected) {
    for (SqlDialect dialect : expected.dialects()) {
      assertThat(problems(expected.sql(), dialect))
          .as("%s", dialect)
          .isEqualTo(expected.problems());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "select 1;",
        "SELECT 1;; -- end",
        "-- first\n/* second */ SELECT 1",
        "VALUES (1), (2)",
        "TABLE t",
        "(SELECT 1) UNION (SELECT 2)",
        "((VALUES (1)))",
        "WITH x AS (SELECT 1) SELECT * FROM x",
        "WITH x AS NOT MATERIALIZED (SELECT 1), y(a) AS (VALUES (1)) TABLE y",
        "WITH x AS (SELECT 1) (SELECT * FROM x)",
        "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x WHERE n < 3)"
            + " SEARCH DEPTH FIRST BY n SET o CYCLE n SET c USING p SELECT * FROM x",
        "WITH update AS (SELECT 1), delete AS (SELECT 2) SELECT * FROM update, delete",
        "SELECT * FROM unnest(ARRAY[1]) WITH ORDINALITY AS t(a, n)",
        "SELECT CAST(now() AS timestamp WITH TIME ZONE) AS t",
        "SELECT 'INSERT INTO t; FOR UPDATE', \"into\", \"delete\", $$ UPDATE t SET a $$",
        "SELECT 1 /* ; DELETE FROM t */ -- FOR UPDATE",
        "SELECT t.update, t.into, t.delete FROM t",
        "SELECT update, max(update), (update + 1), (delete) FROM t",
        "SELECT (1) update FROM t",
        "SELECT count(*) delete FROM t",
        "SELECT 1 AS into FROM t",
        "SELECT insert('abc', 1, 2, 'x'), replace('a', 'b', 'c'), (insert('abc', 1, 2, 'x'))",
        "SELECT substring(x FROM 1 FOR 3), substring(x FROM 1 FOR share), overlay(a PLACING b FROM"
            + " 1)",
        "SELECT extract(year FROM update) FROM t",
        "SELECT DISTINCT ON (a) a FROM t ORDER BY a FETCH FIRST 3 ROWS WITH TIES",
        "SELECT currval('s'), lo_get(1), dblink FROM t",
        "SELECT pg_sleep(1), current_setting('x'), nextval FROM t"
      })
  void query_thatOnlyReads_hasNoProblems(String sql) {
    assertThat(problems(sql, POSTGRESQL)).isEmpty();
    assertThat(problems(sql, H2)).isEmpty();
  }

  private static List<String> problems(String sql, SqlDialect dialect) {
    Problems problems = new Problems();
    boolean parsed =
        ParsedSql.parse(SourceText.ofFile("t.sql", sql), dialect, problems).isPresent();
    assertThat(parsed).isNotEqualTo(problems.hasErrors());
    return problems.list().stream().map(ProblemCasesTest::text).toList();
  }

  private static String text(Problem problem) {
    return problem.location().line() + ":" + problem.location().column() + " " + problem.message();
  }
}
