package org.sqlwidgets.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/** The tokens of a query, with and without each of its optional clauses (widget-file §10). */
final class OptionalClauses {
  /** Two texts for each: a database keeps a plan for every one that it has seen. */
  private static final int MOST_CONDITIONS = 10;

  /** The most words and signs in all texts together: each text is checked by itself. */
  private static final int MOST_CHECKED = 1 << 22;

  private final List<Token> tokens;
  private final Map<Token, OptionalClause> clauses;
  private final List<Set<String>> conditions;

  /** Which of the conditions decides about a clause. */
  private final Map<Token, Integer> conditionOf = new HashMap<>();

  private OptionalClauses(List<Token> tokens, Map<Token, OptionalClause> clauses) {
    this.tokens = tokens;
    this.clauses = clauses;
    this.conditions = clauses.values().stream().map(OptionalClause::names).distinct().toList();
    clauses.forEach((token, clause) -> conditionOf.put(token, conditions.indexOf(clause.names())));
  }

  /**
   * Finds the clauses among the comments of a query.
   *
   * @param tokens all tokens of the text, a clause still one comment
   */
  static OptionalClauses find(
      SourceText source, List<Token> tokens, SqlDialect dialect, Problems problems) {
    Map<Token, OptionalClause> clauses = new LinkedHashMap<>();
    Set<Set<String>> conditions = new HashSet<>();
    for (Token token : tokens) {
      if (token.kind() == Kind.BLOCK_COMMENT && conditions.size() <= MOST_CONDITIONS) {
        ClauseReader.read(token, source, dialect, problems)
            .ifPresent(
                clause -> {
                  clauses.put(token, clause);
                  conditions.add(clause.names());
                });
      }
    }
    OptionalClauses found = new OptionalClauses(tokens, clauses);
    found.refuseTooMany(source, problems);
    return found;
  }

  private void refuseTooMany(SourceText source, Problems problems) {
    int most = mostConditions();
    clauses.keySet().stream()
        .filter(clause -> conditionOf.getOrDefault(clause, 0) == most)
        .findFirst()
        .ifPresent(clause -> problems.error(source.atOffset(clause.start()), tooMany(most)));
  }

  /** As many conditions as {@link #MOST_CHECKED} has room for. */
  private int mostConditions() {
    long code =
        Stream.concat(tokens.stream(), clauses.values().stream().flatMap(c -> c.tokens().stream()))
            .filter(Token::isCode)
            .count();
    int most = MOST_CONDITIONS;
    while (most > 0 && code << most > MOST_CHECKED) {
      most--;
    }
    return most;
  }

  private static String tooMany(int most) {
    return "more than %d optional clauses that apply independently of each other%s; write the rest as \"(:x IS NULL OR column = :x)\""
        .formatted(most, most < MOST_CONDITIONS ? ", in a query of this length" : "");
  }

  /** The names that together decide about a clause, for each clause that differs in them. */
  List<Set<String>> conditions() {
    return conditions;
  }

  /** The tokens of the query when these names have a value; other clauses are comments. */
  List<Token> tokens(Predicate<String> hasValue) {
    BitSet applied = new BitSet();
    for (int i = 0; i < conditions.size(); i++) {
      applied.set(i, conditions.get(i).stream().allMatch(hasValue));
    }
    List<Token> chosen = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      Integer condition = conditionOf.get(token);
      OptionalClause clause = clauses.get(token);
      if (clause != null && condition != null && applied.get(condition)) {
        chosen.addAll(clause.tokens());
      } else {
        chosen.add(token);
      }
    }
    return chosen;
  }

  /**
   * Hands on the code of every choice that there can be, the one with all clauses first; only that
   * without clauses when there are too many.
   */
  void forEachChoice(Consumer<List<Token>> reader) {
    OptionalClauses code = code();
    Map<String, Integer> uses = uses();
    int choices = conditions.size() > mostConditions() ? 1 : 1 << conditions.size();
    for (int choice = choices - 1; choice >= 0; choice--) {
      int chosen = choice;
      reader.accept(code.tokens(name -> (uses.getOrDefault(name, 0) & chosen) != 0));
    }
  }

  /** The conditions that a name is in, a bit for each. */
  private Map<String, Integer> uses() {
    Map<String, Integer> uses = new HashMap<>();
    for (int i = 0; i < conditions.size(); i++) {
      int bit = 1 << i;
      conditions.get(i).forEach(name -> uses.merge(name, bit, (a, b) -> a | b));
    }
    return uses;
  }

  /** The same without the blanks and comments, which need not be chosen again and again. */
  private OptionalClauses code() {
    Map<Token, OptionalClause> codeOfClauses = new LinkedHashMap<>();
    clauses.forEach((token, clause) -> codeOfClauses.put(token, clause.code()));
    List<Token> code =
        tokens.stream().filter(token -> token.isCode() || clauses.containsKey(token)).toList();
    return new OptionalClauses(code, codeOfClauses);
  }
}
