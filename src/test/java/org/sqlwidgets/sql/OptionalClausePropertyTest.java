package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.SqlTextArbitraries.Segment;

class OptionalClausePropertyTest {

  /**
   * Expressions, some of them in optional clauses.
   *
   * @param parts each with what decides about it; no names = it is no clause
   */
  record Clauses(List<Part> parts) {

    String sql() {
      StringBuilder sql = new StringBuilder("SELECT 0");
      for (Part part : parts) {
        sql.append(part.isClause() ? " /*[" + part.sql() + "]*/" : part.sql());
      }
      return sql.toString();
    }

    /** A text without brackets that means the same. */
    String plain(Set<String> given) {
      StringBuilder sql = new StringBuilder("SELECT 0");
      for (Part part : parts) {
        sql.append(part.isLeft(given) ? part.sql() : "");
      }
      return sql.toString();
    }
  }

  record Part(List<Segment> segments, boolean isClause) {
    Set<String> names() {
      Set<String> names = new HashSet<>();
      segments.forEach(segment -> names.add(segment.placeholder()));
      names.remove("");
      return names;
    }

    String sql() {
      StringBuilder sql = new StringBuilder();
      for (Segment segment : segments) {
        boolean comment = segment.text().startsWith("--") || segment.text().startsWith("/");
        sql.append(comment ? " " : ", ").append(segment.text());
      }
      return sql + "\n";
    }

    boolean isLeft(Set<String> given) {
      return !isClause || given.containsAll(names());
    }
  }

  @Provide
  Arbitrary<Clauses> postgresql() {
    return queries(SqlDialect.POSTGRESQL);
  }

  @Provide
  Arbitrary<Clauses> h2() {
    return queries(SqlDialect.H2);
  }

  @Provide
  Arbitrary<Set<String>> given() {
    return Arbitraries.of("a", "b", "c").set();
  }

  /** In a clause no text may hold the end of a comment, which would end the clause, too. */
  private static Arbitrary<Clauses> queries(SqlDialect dialect) {
    Arbitrary<Segment> name =
        Arbitraries.of("a", "b", "c").map(text -> new Segment(":" + text, text));
    Arbitrary<Part> clause =
        Combinators.combine(SqlTextArbitraries.segments(dialect), name)
            .as(OptionalClausePropertyTest::clause);
    Arbitrary<Part> plain =
        SqlTextArbitraries.segments(dialect).map(segments -> new Part(segments, false));
    return Arbitraries.oneOf(clause, plain).list().ofMaxSize(5).map(Clauses::new);
  }

  private static Part clause(List<Segment> segments, Segment name) {
    List<Segment> inside = new ArrayList<>(List.of(name));
    segments.stream()
        .filter(segment -> !segment.text().contains("/*") && !segment.text().contains("*/"))
        .filter(segment -> segment.placeholder().isEmpty())
        .forEach(inside::add);
    return new Part(inside, true);
  }

  @Property(tries = 500)
  void clauses_postgresql_leaveWhatThePlainTextSays(
      @ForAll("postgresql") Clauses query, @ForAll("given") Set<String> given) {
    holds(query, given, SqlDialect.POSTGRESQL);
  }

  @Property(tries = 500)
  void clauses_h2_leaveWhatThePlainTextSays(
      @ForAll("h2") Clauses query, @ForAll("given") Set<String> given) {
    holds(query, given, SqlDialect.H2);
  }

  private static void holds(Clauses query, Set<String> given, SqlDialect dialect) {
    JdbcSql jdbc = parse(query.sql(), dialect).toJdbc(Set.of(), given::contains);
    JdbcSql plain = parse(query.plain(given), dialect).toJdbc(Set.of());
    assertThat(jdbc.names()).isEqualTo(plain.names());
    assertThat(code(jdbc.text(), dialect)).isEqualTo(code(plain.text(), dialect));
    assertThat(jdbc.names()).allMatch(name -> bindsOutside(query, name) || given.contains(name));
    for (int i = 0; i < jdbc.text().length(); i++) {
      assertThat(jdbc.sourceOffset(i)).isBetween(0, query.sql().length());
    }
  }

  private static boolean bindsOutside(Clauses query, String name) {
    return query.parts().stream().anyMatch(part -> !part.isClause() && part.names().contains(name));
  }

  private static List<String> code(String text, SqlDialect dialect) {
    return SqlLexer.lex(SourceText.ofFile("t.sql", text), dialect, new Problems()).stream()
        .filter(Token::isCode)
        .map(token -> token.in(text))
        .toList();
  }

  private static ParsedSql parse(String sql, SqlDialect dialect) {
    Problems problems = new Problems();
    return ParsedSql.parse(SourceText.ofFile("t.sql", sql), dialect, problems)
        .orElseThrow(() -> new AssertionError(problems.list()));
  }
}
