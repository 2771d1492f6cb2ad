package org.sqlwidgets.sql;

import java.util.BitSet;
import java.util.Set;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/**
 * Refuses everything but exactly one query that neither writes nor locks (widget-file §1).
 *
 * <p>It spares an author's surprise and stops what a database would do without complaint. What
 * really keeps data safe are the rights of the role that runs the query.
 */
final class StatementCheck {
  private static final int LONGEST_QUOTE = 30;
  private static final Set<Character> SYMBOLS_BEFORE_OPERAND = Set.of('=', '<', '>', '(', ',');

  private final SourceText source;
  private final SqlTokens tokens;
  private final Problems problems;
  private final WithClause withClause;

  /** The opening parentheses around a {@code SET}. */
  private final BitSet setting;

  /** The words of the statement that were refused because they write. */
  private final BitSet writes = new BitSet();

  private StatementCheck(SourceText source, SqlTokens tokens, Problems problems) {
    this.source = source;
    this.tokens = tokens;
    this.problems = problems;
    this.withClause = new WithClause(tokens);
    this.setting = around("SET");
  }

  static void check(SourceText source, SqlTokens tokens, Problems problems) {
    new StatementCheck(source, tokens, problems).run();
  }

  private void run() {
    int first = firstWord();
    if (first < 0) {
      problems.error(source.atOffset(0), "no query; expected one that begins with " + beginnings());
      return;
    }
    beginning(first);
    secondStatement(first);
    for (int i = 0; i < tokens.size(); i++) {
      nestedWrite(i);
      writeAfterCtes(i);
    }
    for (int i = 0; i < tokens.size(); i++) {
      into(i);
      lock(i);
      nextValue(i);
      positional(i);
    }
  }

  /** The first token that is neither a semicolon nor an opening parenthesis; -1: there is none. */
  private int firstWord() {
    int i = 0;
    while (tokens.isSymbol(i, ';') || tokens.isSymbol(i, '(')) {
      i++;
    }
    return i < tokens.size() ? i : -1;
  }

  private void beginning(int i) {
    if (tokens.isSymbol(0, ';')) {
      error(0, "\";\" before the query; remove it");
    }
    String word = tokens.word(i);
    if (StatementWords.QUERY.contains(word)) {
      return;
    }
    writes.set(i);
    String found =
        StatementWords.effect(word)
            .map(effect -> "\"" + word + "\" " + effect + ", but a widget only reads")
            .orElse("query begins with \"" + quote(i) + "\"");
    error(i, found + "; begin it with " + beginnings() + near(word));
  }

  private static String near(String word) {
    boolean known = word.isEmpty() || StatementWords.effect(word).isPresent();
    return known ? "" : NearMiss.hint(word, StatementWords.QUERY);
  }

  private static String beginnings() {
    return String.join(", ", StatementWords.QUERY) + " or \"(\"";
  }

  private void secondStatement(int first) {
    boolean ended = false;
    for (int i = first; i < tokens.size(); i++) {
      boolean semicolon = tokens.isSymbol(i, ';');
      if (ended && !semicolon) {
        error(
            i, "second statement \"" + quote(i) + " …\"; a file holds one query, remove the rest");
        return;
      }
      ended |= semicolon;
    }
  }

  /** A statement in parentheses: the body of a CTE, or H2's {@code FINAL TABLE (UPDATE …)}. */
  private void nestedWrite(int i) {
    if (tokens.isSymbol(i - 1, '(') && StatementWords.WRITE.contains(tokens.word(i))) {
      boolean writes =
          switch (tokens.word(i)) {
            case "DELETE" -> tokens.isWord(i + 1, "FROM") || tokens.isWord(i - 2, "TABLE");
            case "UPDATE" -> setting.get(i - 1);
            default -> tokens.isWord(i + 1, "INTO");
          };
      if (writes) {
        write(i);
      }
    }
  }

  /** The parentheses that {@code SET} stands in, so that {@code UPDATE} in them is no column. */
  private BitSet around(String word) {
    BitSet around = new BitSet();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, word) && tokens.opening(i) != SqlTokens.NONE) {
        around.set(tokens.opening(i));
      }
    }
    return around;
  }

  private void writeAfterCtes(int i) {
    if (tokens.isWord(i, "WITH")) {
      int statement = withClause.end(i);
      if (StatementWords.effect(tokens.word(statement)).isPresent()) {
        write(statement);
      }
    }
  }

  private void write(int i) {
    if (!writes.get(i)) {
      writes.set(i);
      String word = tokens.word(i);
      String effect = StatementWords.effect(word).orElseThrow();
      error(i, "\"" + word + "\" " + effect + ", but a widget only reads; use SELECT");
    }
  }

  private void into(int i) {
    boolean clause = tokens.isWord(i, "INTO") && tokens.isName(i + 1);
    boolean label = tokens.isWord(i - 1, "AS") || tokens.isWord(i + 1, "FROM");
    if (clause && !label && !writes.get(Math.max(i - 1, 0))) {
      error(
          i,
          "\"SELECT … INTO\" writes a table, but a widget only reads; remove INTO"
              + " (a column of that name is put in double quotes)");
    }
  }

  private void lock(int i) {
    if (tokens.isWord(i, "FOR") && !isArgumentOfSubstring(i)) {
      lock(i, "UPDATE");
      lock(i, "SHARE");
      lock(i, "KEY", "SHARE");
      lock(i, "NO", "KEY", "UPDATE");
    }
  }

  private void lock(int i, String... strength) {
    if (tokens.isWord(i + 1, strength)) {
      String clause = "FOR " + String.join(" ", strength);
      error(i, "\"" + clause + "\" locks rows, but a widget only reads; remove it");
    }
  }

  /** {@code substring(x FROM 1 FOR share)} and {@code overlay(…)}. */
  private boolean isArgumentOfSubstring(int i) {
    int open = tokens.opening(i);
    return tokens.isWord(open - 1, "SUBSTRING") || tokens.isWord(open - 1, "OVERLAY");
  }

  private void nextValue(int i) {
    if (tokens.isWord(i, "NEXT", "VALUE", "FOR")) {
      error(i, "\"NEXT VALUE FOR\" advances a sequence, but a widget only reads; remove it");
    }
  }

  /** {@code x = ?}: directly behind these an operator cannot stand, so it was meant as a value. */
  private void positional(int i) {
    if (tokens.isSymbol(i, '?') && isOperandExpected(i) && !isPrefixOperator(i)) {
      error(i, SqlLexer.positional("?"));
    }
  }

  private boolean isOperandExpected(int i) {
    return SYMBOLS_BEFORE_OPERAND.stream().anyMatch(symbol -> tokens.isSymbol(i - 1, symbol));
  }

  /** {@code ?- lseg} and {@code ?| lseg}. */
  private boolean isPrefixOperator(int i) {
    boolean goesOn = tokens.isSymbol(i + 1, '-') || tokens.isSymbol(i + 1, '|');
    return goesOn && tokens.get(i).end() == tokens.get(i + 1).start();
  }

  private String quote(int i) {
    return Excerpt.of(tokens.textOf(i), LONGEST_QUOTE);
  }

  private void error(int i, String message) {
    problems.error(source.atOffset(tokens.get(i).start()), message);
  }
}
