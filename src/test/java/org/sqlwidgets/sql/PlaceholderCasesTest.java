package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sqlwidgets.sql.SqlDialect.H2;
import static org.sqlwidgets.sql.SqlDialect.POSTGRESQL;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/** The hard cases: what is a placeholder, and what only looks like one. */
class PlaceholderCasesTest {

  private record Case(String what, List<SqlDialect> dialects, String sql, List<String> names) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Case both(String what, String sql, String... names) {
    return new Case(what, List.of(POSTGRESQL, H2), sql, List.of(names));
  }

  private static Case postgresql(String what, String sql, String... names) {
    return new Case(what, List.of(POSTGRESQL), sql, List.of(names));
  }

  private static Case h2(String what, String sql, String... names) {
    return new Case(what, List.of(H2), sql, List.of(names));
  }

  static Stream<Case> colons() {
    return Stream.of(
        both("none", "SELECT 1"),
        both("at the end", "SELECT :a", "a"),
        both("twice the same", "SELECT :a, :b, :a", "a", "b", "a"),
        both("over several lines", "SELECT *\nFROM t\r\n\tWHERE id = :id\n", "id"),
        both("all characters of a name", "SELECT :_a9_Z", "_a9_Z"),
        both("case matters", "SELECT :a, :A", "a", "A"),
        both("after a keyword and a blank", "SELECT 1 LIMIT :n OFFSET :o", "n", "o"),
        both("after a tab", "SELECT\t:a", "a"),
        both("after an operator", "SELECT 1 WHERE x=:a AND y<:b AND z>=:c", "a", "b", "c"),
        both("after a minus", "SELECT -:a", "a"),
        both("after parenthesis and comma", "SELECT f(:a,:b)", "a", "b"),
        both("after a bracket", "SELECT x[:i]", "i"),
        both("before a bracket, a parenthesis, a comma", "SELECT (:a), (ARRAY[:b])", "a", "b"),
        both("before a cast", "SELECT :a::date", "a"),
        both("before a field", "SELECT (:a).b", "a"),
        both("before a line end", "SELECT :a\n, :b\r\n", "a", "b"),
        both("before a semicolon", "SELECT :a;", "a"),
        both("directly after a comment", "SELECT /*c*/:a", "a"),
        both("directly before a comment", "SELECT :a/*c*/, :b--c", "a", "b"),
        both("cast", "SELECT 1::int"),
        both("cast between blanks", "SELECT '1' :: int"),
        both("cast of a cast", "SELECT '1'::text::int"),
        both("three colons", "SELECT x:::a"),
        both("array slice with numbers", "SELECT a[1:2]"),
        both("array slice with names", "SELECT a[lo:hi]"),
        both("array slice with an expression", "SELECT a[f(1):n], a[b[1]:n]"),
        both("array slice with a placeholder", "SELECT a[1 : :n]", "n"),
        both("array slice with a placeholder and nothing else", "SELECT a[:n]", "n"),
        both("named argument", "SELECT make_interval(days := 1)"),
        both("named argument with a placeholder", "SELECT f(days := :d, months:=:m)", "d", "m"),
        both("key and number", "SELECT json_object('a':1, 'b' : 2)"),
        both("key and name", "SELECT json_object('a':b, \"c\":d)"),
        both("directly after a word", "SELECT a:b"),
        both("directly after a placeholder", "SELECT :a:b", "a"),
        both("colon and blank", "SELECT : a"),
        both("colon and digit", "SELECT :1"),
        both("colon at the very end", "SELECT 1 :"),
        both("escaped colon", "SELECT \\:a"),
        both("escaped colon, then a placeholder", "SELECT a[1 \\:n], :b", "b"),
        both("backslash alone", "SELECT \\ :a", "a"),
        both("no parameter at all in odd characters", "SELECT _%^& *@ :id", "id"),
        both("not equal", "SELECT 1 != :a", "a"));
  }

  static Stream<Case> quotes() {
    return Stream.of(
        both("empty string", "SELECT '', :a", "a"),
        both("inside a string", "SELECT ':a'"),
        both("doubled quote", "SELECT 'it''s :a', :b", "b"),
        both("string of quotes", "SELECT '''', ''':a', :b", "b"),
        both("comment signs in a string", "SELECT '-- /* */ //', :a", "a"),
        both("backslash ends no string", "SELECT 'a\\', :a", "a"),
        both("string over lines", "SELECT 'a\n:b\n', :c", "c"),
        both("prefixed strings", "SELECT N':a', X'0a', U&'\\0061:b', :c", "c"),
        both("prefixes in lower case", "SELECT n':a', x'0a', u&':b', :c", "c"),
        postgresql("bit string", "SELECT B'01', b'10', :a", "a"),
        postgresql("escaped quote in E string", "SELECT E'\\':a', :b", "b"),
        postgresql("escaped backslash in E string", "SELECT E'\\\\', :a", "a"),
        postgresql("doubled quote in E string", "SELECT e'a'':b', :c", "c"),
        postgresql("E string goes on in the next line", "SELECT E'a'\n  '\\':b', :c", "c"),
        postgresql("E string goes on behind a comment", "SELECT E'a' -- :x\n '\\':b', :c", "c"),
        postgresql("E string does not go on in its line", "SELECT E'a' '\\', :b", "b"),
        postgresql("name that ends with e", "SELECT type'\\', :a", "a"),
        h2("E is no prefix on H2", "SELECT E'\\', :a", "a"),
        both("quoted name", "SELECT 1 AS \":a\", :b", "b"),
        both("doubled quote in a name", "SELECT 1 AS \"x\"\":a\", :b", "b"),
        both("string quote in a name", "SELECT 1 AS \"it's\", :b", "b"),
        both("name quote in a string", "SELECT '\"', :b", "b"),
        both("quoted name with escapes", "SELECT 1 AS U&\"\\0061:b\", :c", "c"),
        both("word that ends with u", "SELECT menu&:a", "a"),
        h2("backticks on H2", "SELECT `:a```, :b", "b"),
        postgresql("backtick is an operator on PostgreSQL", "SELECT 1 ` :a", "a"),
        both("dollar quote", "SELECT $$:a 'b$$, :c", "c"),
        both("dollar quote with comment signs", "SELECT $$ -- /* $$, :c", "c"),
        postgresql("dollar quote with tag", "SELECT $q$ :a $$ :b $Q$ $q$, :c", "c"),
        postgresql("tag with letters of any language", "SELECT $été1$ :a $été1$, :c", "c"),
        postgresql("dollar quote that shares its sign", "SELECT $q$ $a$q$, :c", "c"),
        both("dollar sign in a name", "SELECT * FROM v$session WHERE a$b$c = :d", "d"),
        both("two dollar signs in a name", "SELECT a$$ FROM t WHERE b$$ = :d", "d"),
        postgresql("dollar sign before a blank", "SELECT $ :a", "a"));
  }

  static Stream<Case> comments() {
    return Stream.of(
        both("line comment", "SELECT 1 -- :a\n, :b", "b"),
        both("line comment ends at a carriage return", "SELECT 1 -- :a\r, :b", "b"),
        both("line comment at the end", "SELECT :a -- :b", "a"),
        both("comment sign alone at the end", "SELECT :a --", "a"),
        both("quote in a line comment", "SELECT 1 -- don't\n, :b", "b"),
        both("block comment", "SELECT 1 /* :a ' \" $$ */, :b", "b"),
        both("block comment before the query", "/* :a */ SELECT :b", "b"),
        both("nested block comment", "SELECT /* a /* :b */ :c */ :d", "d"),
        both("block comment of a slash", "SELECT /*/ :a */ :b", "b"),
        both("block comment with many stars", "SELECT /***:a***/ :b", "b"),
        both("line comment in a block comment", "SELECT /* -- */ :b", "b"),
        both("block comment in a line comment", "SELECT -- /*\n :b", "b"),
        both("comment behind an operator", "SELECT 1 +/* :a */ :b --:c", "b"),
        h2("slashes on H2", "SELECT 1 // :a\n, :b", "b"),
        postgresql("slashes are an operator on PostgreSQL", "SELECT 1 // :a", "a"),
        both("optional clause", "SELECT 1 /*[ + :a ]*/, :b", "a", "b"));
  }

  static Stream<Case> wordsAndOperators() {
    return Stream.of(
        postgresql("question mark", "SELECT j ? 'a', j ? :key", "key"),
        postgresql("question marks", "SELECT j ?| :a, j ?& :b, j @? :c, ?- l", "a", "b", "c"),
        postgresql("arrows", "SELECT j->:a, j->>:b, j#>>:c, j@>:d", "a", "b", "c", "d"),
        postgresql("regular expressions", "SELECT x ~* :a, y !~ ':b'", "a"),
        postgresql("hash in a name", "SELECT col# FROM t WHERE id = :id", "id"),
        both("names in any language", "SELECT 제목 FROM 업무_게시물 WHERE größe = :a", "a"),
        postgresql("emoji as a name", "SELECT 1 AS 😱, :a", "a"),
        both("emoji in a string", "SELECT '😱:a', :b", "b"),
        both("numbers", "SELECT 1.5e-3, .5, 1., 1e3, :a", "a"),
        both("unknown words", "SELECT a FROM b MAYBE :c", "c"));
  }

  @ParameterizedTest
  @MethodSource({"colons", "quotes", "comments", "wordsAndOperators"})
  void text_hasThesePlaceholders(Case expected) {
    for (SqlDialect dialect : expected.dialects()) {
      Problems problems = new Problems();
      ParsedSql.parse(SourceText.ofFile("t.sql", expected.sql()), dialect, problems)
          .ifPresent(
              sql ->
                  assertThat(sql.placeholders())
                      .as("%s", dialect)
                      .extracting(Placeholder::name)
                      .isEqualTo(expected.names()));
      assertThat(problems.list()).as("%s", dialect).isEmpty();
    }
  }
}
