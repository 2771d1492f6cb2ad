package org.sqlwidgets.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/** The tokens of a query, with and without each of its optional clauses (widget-file §10). */
final class OptionalClauses {
  /** Two texts for each: a database keeps a plan for every one that it has seen. */
  private static final int MOST_CONDITIONS = 10;

  private final List<Token> tokens;
  private final Map<Token, OptionalClause> clauses;
  private final List<Set<String>> conditions;

  private OptionalClauses(List<Token> tokens, Map<Token, OptionalClause> clauses) {
    this.tokens = tokens;
    this.clauses = clauses;
    this.conditions = clauses.values().stream().map(OptionalClause::names).distinct().toList();
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
        if (conditions.size() > MOST_CONDITIONS) {
          problems.error(source.atOffset(token.start()), tooMany());
        }
      }
    }
    return new OptionalClauses(tokens, clauses);
  }

  private static String tooMany() {
    return "more than %d optional clauses that apply independently of each other; write the rest as \"(:x IS NULL OR column = :x)\""
        .formatted(MOST_CONDITIONS);
  }

  /** The names that together decide about a clause, for each clause that differs in them. */
  List<Set<String>> conditions() {
    return conditions;
  }

  /** The tokens of the query when these names have a value; other clauses are comments. */
  List<Token> tokens(Predicate<String> hasValue) {
    List<Token> chosen = new ArrayList<>();
    for (Token token : tokens) {
      OptionalClause clause = clauses.get(token);
      if (clause != null && clause.names().stream().allMatch(hasValue)) {
        chosen.addAll(clause.tokens());
      } else {
        chosen.add(token);
      }
    }
    return chosen;
  }

  /** Hands on the tokens of every choice that there can be, the one with all clauses first. */
  void forEachChoice(Consumer<List<Token>> reader) {
    int choices = conditions.size() > MOST_CONDITIONS ? 1 : 1 << conditions.size();
    for (int choice = choices - 1; choice >= 0; choice--) {
      Set<String> names = new LinkedHashSet<>();
      for (int i = 0; i < conditions.size(); i++) {
        if ((choice >> i & 1) == 1) {
          names.addAll(conditions.get(i));
        }
      }
      reader.accept(tokens(names::contains));
    }
  }
}
