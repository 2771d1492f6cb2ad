package org.sqlwidgets.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/**
 * One query in SQL text, with its placeholders found and its kind checked (widget-file §1).
 *
 * <p>Immutable. Two are equal when text, origin and dialect are.
 */
public final class ParsedSql {
  /** The most different placeholders in one statement. */
  private static final int MOST_NAMES = 1000;

  private final SourceText source;
  private final SqlDialect dialect;
  private final OptionalClauses clauses;
  private final List<Placeholder> placeholders;
  private final Set<String> names;

  private ParsedSql(SourceText source, SqlDialect dialect, OptionalClauses clauses) {
    this.source = source;
    this.dialect = dialect;
    this.clauses = clauses;
    this.placeholders = placeholders(name -> true);
    Set<String> distinct = new LinkedHashSet<>();
    placeholders.forEach(placeholder -> distinct.add(placeholder.name()));
    this.names = Collections.unmodifiableSet(distinct);
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
    return parse(sql, dialect, StatementCheck::check, problems);
  }

  /**
   * Finds the placeholders of an action's statement and checks that it is one INSERT, UPDATE or
   * DELETE.
   *
   * @param sql the text behind the header, comments included
   * @param dialect how the statement's database reads text
   * @param problems receives everything that is wrong, each at its place
   * @return empty when there was an error
   */
  public static Optional<ParsedSql> parseChange(
      SourceText sql, SqlDialect dialect, Problems problems) {
    return parse(sql, dialect, ChangeCheck::check, problems);
  }

  private static Optional<ParsedSql> parse(
      SourceText sql, SqlDialect dialect, KindCheck kind, Problems problems) {
    Problems found = new Problems();
    List<Token> tokens = SqlLexer.lex(sql, dialect, found);
    OptionalClauses clauses = OptionalClauses.find(sql, tokens, dialect, found);
    if (tokens.stream().anyMatch(Token::isCode) || !found.hasErrors()) {
      Keywords words = new Keywords(sql.text());
      clauses.forEachChoice(
          choice -> check(sql, new SqlTokens(sql.text(), choice, words), dialect, kind, found));
    }
    problems.addAll(found.list());
    return found.hasErrors()
        ? Optional.empty()
        : Optional.of(new ParsedSql(sql, dialect, clauses))
            .filter(parsed -> parsed.hasFewNames(problems));
  }

  /** False, with a problem, when there are more names than a widget can have params. */
  private boolean hasFewNames(Problems problems) {
    if (names.size() <= MOST_NAMES) {
      return true;
    }
    problems.error(
        source.atOffset(0),
        "the SQL has %d placeholders of different names; at most %d are accepted"
            .formatted(names.size(), MOST_NAMES));
    return false;
  }

  /** True when a text holds nothing but comments and white space. */
  public static boolean isBlank(SourceText sql, SqlDialect dialect) {
    Problems ignored = new Problems();
    return SqlLexer.lex(sql, dialect, ignored).stream().noneMatch(Token::isCode)
        && !ignored.hasErrors();
  }

  /** Says what kind of statement is wanted. */
  @FunctionalInterface
  private interface KindCheck {
    void check(SourceText source, SqlTokens tokens, Problems problems);
  }

  private static void check(
      SourceText sql, SqlTokens code, SqlDialect dialect, KindCheck kind, Problems found) {
    kind.check(sql, code, found);
    new FunctionCalls(code).check(sql, dialect, found);
  }

  /** The first word in upper case: what kind of statement it is; empty for none. */
  public String firstWord() {
    return new SqlTokens(source.text(), clauses.tokens(name -> true)).word(0);
  }

  /** The text as the author wrote it, and where it came from. */
  public SourceText source() {
    return source;
  }

  /** The way the text was read. */
  public SqlDialect dialect() {
    return dialect;
  }

  /**
   * All placeholders in the order of the text, those of optional clauses included; a name may occur
   * several times.
   */
  public List<Placeholder> placeholders() {
    return placeholders;
  }

  /** The placeholders that are left when only the clauses apply whose names have a value. */
  public List<Placeholder> placeholders(Predicate<String> hasValue) {
    return clauses.tokens(hasValue).stream()
        .filter(token -> token.kind() == Kind.PLACEHOLDER)
        .map(this::placeholder)
        .toList();
  }

  /**
   * What decides about the optional clauses (widget-file §10).
   *
   * @return the names that all must have a value, once for the clauses that share them; empty when
   *     the query has no clauses
   */
  public List<Set<String>> conditions() {
    return clauses.conditions();
  }

  /** The names of the placeholders in order of first appearance. */
  public Set<String> names() {
    return names;
  }

  /**
   * The text of the first {@code --} comment that has words in it, without its dashes.
   *
   * <p>It describes the widget when nothing else does (widget-file §3).
   */
  public Optional<String> firstComment() {
    return clauses.tokens(name -> false).stream()
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
    return new FunctionCalls(new SqlTokens(source.text(), clauses.tokens(name -> true))).names();
  }

  /**
   * The query with all its optional clauses as JDBC wants it, with {@code ?} for each placeholder.
   *
   * @param arrayNames the placeholders that are bound as one array: for these {@code IN (:x)}
   *     becomes {@code = ANY(?)} and {@code NOT IN (:x)} becomes {@code <> ALL(?)} (widget-file §8)
   */
  public JdbcSql toJdbc(Set<String> arrayNames) {
    return toJdbc(arrayNames, name -> true);
  }

  /**
   * The query with those of its optional clauses of which all names have a value.
   *
   * @param arrayNames the placeholders that are bound as one array
   * @param hasValue whether a placeholder has a value; not asked for names outside of clauses
   */
  public JdbcSql toJdbc(Set<String> arrayNames, Predicate<String> hasValue) {
    List<Token> tokens = clauses.tokens(hasValue);
    return new JdbcSqlWriter(source, tokens, new SqlTokens(source.text(), tokens), arrayNames)
        .write();
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
