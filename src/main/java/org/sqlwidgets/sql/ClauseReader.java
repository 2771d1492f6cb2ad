package org.sqlwidgets.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/**
 * Reads a comment as an optional clause (widget-file §10).
 *
 * <p>A clause is closed in itself: no quote, comment, parenthesis or statement begins in it and
 * ends outside. What it says of the query is checked with the rest of it.
 */
final class ClauseReader {
  private final SourceText source;
  private final String text;
  private final SqlDialect dialect;
  private final Problems problems = new Problems();

  private ClauseReader(SourceText source, SqlDialect dialect) {
    this.source = source;
    this.text = source.text();
    this.dialect = dialect;
  }

  /**
   * The clause that a comment is.
   *
   * @return empty when it is a plain comment, or a clause with a problem, which is added
   */
  static Optional<OptionalClause> read(
      Token comment, SourceText source, SqlDialect dialect, Problems problems) {
    ClauseReader reader = new ClauseReader(source, dialect);
    Optional<OptionalClause> clause =
        source.text().startsWith(OptionalClause.OPEN, comment.start())
            ? reader.clause(comment)
            : reader.plain(comment);
    problems.addAll(reader.problems.list());
    return reader.problems.hasErrors() ? Optional.empty() : clause;
  }

  private Optional<OptionalClause> clause(Token comment) {
    if (!comment.in(text).substring(OptionalClause.OPEN.length()).endsWith(OptionalClause.CLOSE)) {
      error(
          comment,
          "optional clause is not closed by \"]*/\"; end it so, or, if it is a comment, put a blank"
              + " behind its \"/*\"");
      return Optional.empty();
    }
    int start = OptionalClause.opening(comment).end();
    int end = OptionalClause.closing(comment).start();
    List<Token> inside = SqlLexer.lex(source, start, end, dialect, problems);
    Set<String> names = names(inside);
    check(comment, inside, names);
    List<Token> tokens = new ArrayList<>(inside);
    tokens.addFirst(OptionalClause.opening(comment));
    tokens.addLast(OptionalClause.closing(comment));
    return Optional.of(new OptionalClause(tokens, names));
  }

  private Set<String> names(List<Token> tokens) {
    Set<String> names = new LinkedHashSet<>();
    tokens.stream()
        .filter(token -> token.kind() == Kind.PLACEHOLDER)
        .forEach(token -> names.add(token.in(text).substring(1)));
    return names;
  }

  private void check(Token comment, List<Token> inside, Set<String> names) {
    inside.forEach(this::refuseNested);
    inside.forEach(this::refuseSemicolon);
    refuseUnbalanced(inside);
    if (problems.hasErrors()) {
      return;
    }
    if (inside.stream().noneMatch(Token::isCode)) {
      error(
          comment, "optional clause is empty; write SQL with a placeholder into it, or remove it");
    } else if (names.isEmpty()) {
      error(
          comment,
          "optional clause has no placeholder to say when it applies; add one such as \":name\", or"
              + " remove the brackets if it always applies (a comment has a blank behind its"
              + " \"/*\")");
    }
  }

  private void refuseNested(Token token) {
    if (token.kind() == Kind.BLOCK_COMMENT && token.in(text).startsWith(OptionalClause.OPEN)) {
      error(
          token, "optional clauses do not nest; close the one around this with \"]*/\" before it");
    }
  }

  private void refuseSemicolon(Token token) {
    if (isSymbol(token, ';')) {
      error(token, "\";\" in an optional clause; remove it");
    }
  }

  private void refuseUnbalanced(List<Token> inside) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : inside) {
      if (isSymbol(token, '(') || isSymbol(token, '[')) {
        open.push(token);
      } else if (isSymbol(token, ')') || isSymbol(token, ']')) {
        char opening = isSymbol(token, ')') ? '(' : '[';
        if (open.isEmpty() || !isSymbol(open.peek(), opening)) {
          error(token, unbalanced(token, "is not opened"));
          return;
        }
        open.pop();
      }
    }
    open.forEach(token -> error(token, unbalanced(token, "is not closed")));
  }

  private String unbalanced(Token token, String what) {
    return "\""
        + token.in(text)
        + "\" "
        + what
        + " inside its optional clause; put the pair into the clause, or both outside";
  }

  private boolean isSymbol(Token token, char symbol) {
    return token.kind() == Kind.SYMBOL && text.charAt(token.start()) == symbol;
  }

  /** Formatters put blanks into comments; the clause would silently never apply. */
  private Optional<OptionalClause> plain(Token comment) {
    String inside = text.substring(comment.start() + 2, comment.end() - 2);
    if (inside.strip().startsWith("[") && inside.strip().endsWith("]")) {
      List<Token> tokens =
          SqlLexer.lex(source, comment.start() + 2, comment.end() - 2, dialect, new Problems());
      if (!names(tokens).isEmpty()) {
        problems.warning(
            source.atOffset(comment.start()),
            "this is a comment, not an optional clause; write \"/*[\" and \"]*/\" without blanks if"
                + " it should apply");
      }
    }
    return Optional.empty();
  }

  private void error(Token token, String message) {
    problems.error(source.atOffset(token.start()), message);
  }
}
