package org.sqlwidgets.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/**
 * One query in SQL text, with its placeholders found and its kind checked (widget-file §1).
 *
 * <p>Immutable. Two are equal when text, origin and dialect are.
 */
public final class ParsedSql {
  private final SourceText source;
  private final SqlDialect dialect;
  private final List<Token> tokens;
  private final SqlTokens code;
  private final List<Placeholder> placeholders;

  private ParsedSql(SourceText source, SqlDialect dialect, List<Token> tokens, SqlTokens code) {
    this.source = source;
    this.dialect = dialect;
    this.tokens = tokens;
    this.code = code;
    this.placeholders =
        tokens.stream().filter(t -> t.kind() == Kind.PLACEHOLDER).map(this::placeholder).toList();
  }

  private Placeholder placeholder(Token token) {
    return new Placeholder(source.text().substring(token.start() + 1, token.end()), token.start());
  }

  /**
   * Finds the placeholders of a query and checks that it is one and only reads.
   *
   * @param sql the text behind the header, comments included
   * @param dialect how the query's database reads text
   * @param problems receives everything that is wrong, each at its place
   * @return empty when there was an error
   */
  public static Optional<ParsedSql> parse(SourceText sql, SqlDialect dialect, Problems problems) {
    Problems found = new Problems();
    List<Token> tokens = SqlLexer.lex(sql, dialect, found);
    SqlTokens code = new SqlTokens(sql.text(), tokens);
    if (code.size() > 0 || !found.hasErrors()) {
      StatementCheck.check(sql, code, found);
      new FunctionCalls(code).check(sql, dialect, found);
    }
    problems.addAll(found.list());
    return found.hasErrors()
        ? Optional.empty()
        : Optional.of(new ParsedSql(sql, dialect, tokens, code));
  }

  /** The text as the author wrote it, and where it came from. */
  public SourceText source() {
    return source;
  }

  /** The way the text was read. */
  public SqlDialect dialect() {
    return dialect;
  }

  /** All placeholders in the order of the text; a name may occur several times. */
  public List<Placeholder> placeholders() {
    return placeholders;
  }

  /** The names of the placeholders in order of first appearance. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    placeholders.forEach(placeholder -> names.add(placeholder.name()));
    return Collections.unmodifiableSet(names);
  }

  /**
   * The text of the first {@code --} comment that has words in it, without its dashes.
   *
   * <p>It describes the widget when nothing else does (widget-file §3).
   */
  public Optional<String> firstComment() {
    return tokens.stream()
        .filter(token -> token.kind() == Kind.LINE_COMMENT)
        .map(token -> token.in(source.text()))
        .filter(
            comment ->
                comment.startsWith("--") && comment.chars().anyMatch(Character::isLetterOrDigit))
        .map(comment -> comment.replaceFirst("^-+", "").strip())
        .findFirst();
  }

  /**
   * Every name that stands before an opening parenthesis, in lower case, without its schema.
   *
   * <p>These are the functions that the query calls, and also keywords such as {@code in}, types
   * and CTEs with their columns.
   */
  public Set<String> calledFunctions() {
    return new FunctionCalls(code).names();
  }

  /**
   * The query as JDBC wants it, with {@code ?} for each placeholder.
   *
   * @param arrayNames the placeholders that are bound as one array: for these {@code IN (:x)}
   *     becomes {@code = ANY(?)} and {@code NOT IN (:x)} becomes {@code <> ALL(?)} (widget-file §8)
   */
  public JdbcSql toJdbc(Set<String> arrayNames) {
    return new JdbcSqlWriter(source, tokens, code, arrayNames).write();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParsedSql that && dialect == that.dialect && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** The text as the author wrote it. */
  @Override
  public String toString() {
    return source.text();
  }
}
