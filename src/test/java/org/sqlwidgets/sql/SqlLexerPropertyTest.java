package org.sqlwidgets.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.SqlTextArbitraries.Query;
import org.sqlwidgets.sql.Token.Kind;

class SqlLexerPropertyTest {

  @Provide
  Arbitrary<Query> postgresql() {
    return SqlTextArbitraries.queries(SqlDialect.POSTGRESQL);
  }

  @Provide
  Arbitrary<Query> h2() {
    return SqlTextArbitraries.queries(SqlDialect.H2);
  }

  /** Any text at all, with a good share of what matters to a lexer. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "'",
            "\"",
            "`",
            "$",
            "$$",
            "$a$",
            ":",
            "::",
            ":a",
            "\\",
            "?",
            "/*",
            "*/",
            "/*[",
            "]*/",
            "/*[ + :c ]*/",
            "--",
            "//",
            "/",
            "*",
            "\n",
            "\r",
            "\t",
            " ",
            ";",
            "(",
            ")",
            "[",
            "]",
            "E'",
            "u&\"",
            "N'",
            "1",
            "1e",
            ".",
            "_",
            "SELECT ",
            "WITH x AS (",
            "WITH ",
            "DELETE FROM ",
            "UPDATE ",
            " SET ",
            "INTO ",
            "IN ",
            "NOT ",
            "FOR UPDATE",
            "é",
            "\u00a0",
            "\u200b",
            "😱",
            "\ud83d",
            "\u0000",
            "nextval(");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(25).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(40));
  }

  @Property
  void placeholders_postgresql_areExactlyThosePutIn(@ForAll("postgresql") Query query) {
    assertThat(parse(query, SqlDialect.POSTGRESQL).placeholders()).isEqualTo(query.placeholders());
  }

  @Property
  void placeholders_h2_areExactlyThosePutIn(@ForAll("h2") Query query) {
    assertThat(parse(query, SqlDialect.H2).placeholders()).isEqualTo(query.placeholders());
  }

  @Property
  void jdbcText_hasTheNamesAndTheWayBackOfEachPlaceholder(@ForAll("h2") Query query) {
    JdbcSql jdbc = parse(query, SqlDialect.H2).toJdbc(Set.of());
    assertThat(jdbc.names())
        .isEqualTo(query.placeholders().stream().map(Placeholder::name).toList());
    List<Integer> questionMarks =
        tokens(jdbc.text(), SqlDialect.H2).stream()
            .filter(token -> token.kind() == Kind.SYMBOL && token.in(jdbc.text()).equals("?"))
            .map(token -> jdbc.sourceOffset(token.start()))
            .toList();
    assertThat(questionMarks)
        .isEqualTo(query.placeholders().stream().map(Placeholder::offset).toList());
  }

  @Property
  void sourceOffset_charactersThatWereKept_areTheSame(@ForAll("postgresql") Query query) {
    JdbcSql jdbc = parse(query, SqlDialect.POSTGRESQL).toJdbc(Set.of());
    for (int i = 0; i < jdbc.text().length(); i++) {
      char kept = jdbc.text().charAt(i);
      char written = query.sql().charAt(jdbc.sourceOffset(i));
      boolean comment = written == '/' && "/**/".indexOf(kept) >= 0;
      assertThat(kept == written || (kept == '?' && written == ':') || kept == ' ' || comment)
          .as("%d in %s", i, jdbc.text())
          .isTrue();
    }
  }

  @Property
  void jdbcText_withoutComments_isReadAgainAsTheSameTokens(@ForAll("postgresql") Query query) {
    JdbcSql jdbc = parse(query, SqlDialect.POSTGRESQL).toJdbc(Set.of());
    assertThat(code(jdbc.text(), "?")).isEqualTo(code(query.sql(), ":"));
  }

  /** The meaningful tokens, placeholders as a question mark. */
  private static List<String> code(String text, String placeholder) {
    return tokens(text, SqlDialect.POSTGRESQL).stream()
        .filter(Token::isCode)
        .map(token -> token.in(text))
        .map(token -> token.startsWith(placeholder) && token.matches(":\\w+") ? "?" : token)
        .toList();
  }

  @Property
  void tokens_anyText_areTheTextAgain(@ForAll("texts") String text, @ForAll SqlDialect dialect) {
    List<Token> tokens = tokens(text, dialect);
    assertThat(tokens.stream().map(token -> token.in(text)).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(tokens).allMatch(token -> token.start() < token.end());
  }

  @Property
  void parse_anyText_givesAQueryOrProblemsInsideIt(
      @ForAll("texts") String text, @ForAll SqlDialect dialect) {
    Problems problems = new Problems();
    SourceText source = SourceText.ofFile("t.sql", "SELECT " + text);
    boolean parsed = ParsedSql.parse(source, dialect, problems).isPresent();
    assertThat(parsed).isNotEqualTo(problems.hasErrors());
    assertThat(problems.list())
        .allSatisfy(
            problem -> {
              assertThat(problem.location().line()).isBetween(1, source.lines().size());
              assertThat(problem.location().column()).isBetween(1, source.text().length() + 1);
            });
  }

  @Property
  void toJdbc_anyQuery_hasAsManyNamesAsPlaceholdersAndStaysInBounds(
      @ForAll("texts") String text, @ForAll SqlDialect dialect) {
    SourceText source = SourceText.ofFile("t.sql", "SELECT " + text);
    ParsedSql.parse(source, dialect, new Problems())
        .ifPresent(
            sql -> {
              staysInBounds(sql.toJdbc(sql.names()), sql.placeholders(), source);
              staysInBounds(
                  sql.toJdbc(sql.names(), name -> false), sql.placeholders(name -> false), source);
            });
  }

  private static void staysInBounds(
      JdbcSql jdbc, List<Placeholder> placeholders, SourceText source) {
    assertThat(jdbc.names()).isEqualTo(placeholders.stream().map(Placeholder::name).toList());
    for (int i = -1; i <= jdbc.text().length() + 1; i++) {
      assertThat(jdbc.sourceOffset(i)).isBetween(0, source.text().length());
      assertThat(jdbc.jdbcOffset(i)).isBetween(0, jdbc.text().length());
    }
  }

  private static ParsedSql parse(Query query, SqlDialect dialect) {
    Problems problems = new Problems();
    return ParsedSql.parse(SourceText.ofFile("t.sql", query.sql()), dialect, problems)
        .orElseThrow(() -> new AssertionError(problems.list()));
  }

  private static List<Token> tokens(String text, SqlDialect dialect) {
    return SqlLexer.lex(SourceText.ofFile("t.sql", text), dialect, new Problems());
  }
}
