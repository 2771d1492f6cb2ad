package org.sqlwidgets.sql;

import java.util.List;
import java.util.Optional;
import org.sqlwidgets.problem.NearMiss;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;

/**
 * Refuses everything but exactly one INSERT, UPDATE or DELETE that names its rows.
 *
 * <p>It spares an author's surprise; what an action may change is decided by the rights of the role
 * that runs it.
 */
final class ChangeCheck {
  /** The first words of a change. */
  static final List<String> CHANGES = List.of("INSERT", "UPDATE", "DELETE");

  private final SourceText source;
  private final SqlTokens tokens;
  private final Problems problems;

  private ChangeCheck(SourceText source, SqlTokens tokens, Problems problems) {
    this.source = source;
    this.tokens = tokens;
    this.problems = problems;
  }

  static void check(SourceText source, SqlTokens tokens, Problems problems) {
    new ChangeCheck(source, tokens, problems).run();
  }

  private void run() {
    if (tokens.size() == 0) {
      problems.error(
          source.atOffset(0), "no statement; expected one that begins with " + beginnings());
      return;
    }
    beginning();
    secondStatement();
    where();
    for (int i = 1; i < tokens.size(); i++) {
      nested(i);
      returning(i);
    }
  }

  private void beginning() {
    String word = tokens.word(0);
    if (CHANGES.contains(word)) {
      return;
    }
    String found =
        StatementWords.effect(word)
            .map(effect -> "\"" + word + "\" " + effect)
            .or(
                () ->
                    StatementWords.QUERY.contains(word)
                        ? Optional.of("\"" + word + "\" begins a query")
                        : Optional.empty())
            .orElseGet(() -> "statement begins with \"" + tokens.textOf(0) + "\"");
    boolean known = word.isEmpty() || StatementWords.effect(word).isPresent();
    error(
        0,
        "%s, but an action is one %s%s"
            .formatted(found, beginnings(), known ? "" : NearMiss.hint(word, CHANGES)));
  }

  private static String beginnings() {
    return "INSERT, UPDATE or DELETE";
  }

  private void secondStatement() {
    boolean ended = false;
    for (int i = 0; i < tokens.size(); i++) {
      boolean semicolon = tokens.isSymbol(i, ';');
      if (ended && !semicolon) {
        error(
            i,
            "second statement \"%s …\"; an action is one statement, remove the rest"
                .formatted(tokens.textOf(i)));
        return;
      }
      ended |= semicolon;
    }
  }

  /** Without a WHERE, every row of the table would change. */
  private void where() {
    String word = tokens.word(0);
    if ((word.equals("UPDATE") || word.equals("DELETE")) && !hasOutside("WHERE")) {
      error(0, "\"%s\" has no WHERE, so it would change every row; add one".formatted(word));
    }
  }

  /** Whether a word stands outside of all parentheses. */
  private boolean hasOutside(String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, word) && tokens.opening(i) == SqlTokens.NONE) {
        return true;
      }
    }
    return false;
  }

  /** A change inside the change, such as in the body of a CTE. */
  private void nested(int i) {
    if (tokens.isSymbol(i - 1, '(') && changes(i)) {
      error(i, "\"%s\" inside the statement; an action is one change".formatted(tokens.word(i)));
    }
  }

  private boolean changes(int i) {
    return switch (tokens.word(i)) {
      case "INSERT", "MERGE" -> tokens.isWord(i + 1, "INTO");
      case "DELETE" -> tokens.isWord(i + 1, "FROM");
      case "UPDATE" -> tokens.isName(i + 1);
      default -> false;
    };
  }

  private void returning(int i) {
    if (tokens.isWord(i, "RETURNING") && tokens.opening(i) == SqlTokens.NONE) {
      error(i, "\"RETURNING\" gives rows that nobody reads; remove it, \"message\" is the reply");
    }
  }

  private void error(int i, String message) {
    problems.error(source.atOffset(tokens.get(i).start()), message);
  }
}
