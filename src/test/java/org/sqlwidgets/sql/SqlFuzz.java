package org.sqlwidgets.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/** Holds the lexer and the finding of placeholders to what they promise of any text. */
public final class SqlFuzz {
  private static final String START = "SELECT ";

  private SqlFuzz() {}

  /**
   * Reads one text as SQL.
   *
   * @param data the first byte chooses dialect, kind and start; the rest is the text in UTF-8
   */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    SourceText source = SourceText.ofFile("t.sql", (data[0] & 2) == 0 ? START + text : text);
    SqlDialect dialect = (data[0] & 1) == 0 ? SqlDialect.POSTGRESQL : SqlDialect.H2;
    tokensAreTheText(source, dialect);
    Problems problems = new Problems();
    Optional<ParsedSql> parsed = parse(source, dialect, (data[0] & 4) != 0, problems);
    hold(parsed.isPresent() != problems.hasErrors(), "a query or errors, not both");
    problems.list().forEach(problem -> liesInside(problem, source));
    parsed.ifPresent(SqlFuzz::placeholdersStay);
  }

  private static Optional<ParsedSql> parse(
      SourceText source, SqlDialect dialect, boolean change, Problems problems) {
    return change
        ? ParsedSql.parseChange(source, dialect, problems)
        : ParsedSql.parse(source, dialect, problems);
  }

  private static void tokensAreTheText(SourceText source, SqlDialect dialect) {
    List<Token> tokens = SqlLexer.lex(source, dialect, new Problems());
    hold(
        tokens.stream()
            .map(token -> token.in(source.text()))
            .collect(Collectors.joining())
            .equals(source.text()),
        "the tokens are the text");
    hold(tokens.stream().allMatch(token -> token.start() < token.end()), "no token is empty");
  }

  private static void liesInside(Problem problem, SourceText source) {
    int line = problem.location().line();
    hold(line >= 1 && line <= source.lines().size(), "the line is in the text");
    int column = problem.location().column();
    hold(column >= 1 && column <= source.text().length() + 1, "the column is in the text");
    hold(!problem.message().isBlank(), "a problem has words");
  }

  private static void placeholdersStay(ParsedSql sql) {
    String text = sql.source().text();
    sql.placeholders()
        .forEach(
            found ->
                hold(
                    text.startsWith(":" + found.name(), found.offset()),
                    "a placeholder stands at its place"));
    jdbcTextHasThem(sql, name -> true);
    jdbcTextHasThem(sql, name -> false);
  }

  /** The text for JDBC, read again, has one question mark for each placeholder and no more. */
  private static void jdbcTextHasThem(ParsedSql sql, Predicate<String> hasValue) {
    for (Set<String> arrays : List.of(Set.<String>of(), sql.names())) {
      JdbcSql jdbc = sql.toJdbc(arrays, hasValue);
      List<String> names = sql.placeholders(hasValue).stream().map(Placeholder::name).toList();
      hold(jdbc.names().equals(names), "JDBC's text has the same names");
      hold(jdbc.casts().size() == names.size(), "JDBC's text knows the cast of each");
      hold(questionMarks(jdbc.text(), sql.dialect()) == names.size(), "one ? for each of them");
      for (int i = -1; i <= jdbc.text().length() + 1; i++) {
        int back = jdbc.sourceOffset(i);
        hold(back >= 0 && back <= sql.source().text().length(), "the way back stays inside");
      }
    }
  }

  private static long questionMarks(String jdbc, SqlDialect dialect) {
    return SqlLexer.lex(SourceText.ofFile("j.sql", jdbc), dialect, new Problems()).stream()
        .filter(token -> token.kind() == Kind.SYMBOL && token.in(jdbc).equals("?"))
        .count();
  }

  private static void hold(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError(claim);
    }
  }
}
