package org.sqlwidgets.sql;

import java.util.BitSet;

/** The way over a {@code WITH} clause to the statement that uses it. */
final class WithClause {
  private static final int NOT_A_WITH_CLAUSE = -1;

  private final SqlTokens tokens;
  private final BitSet sets;
  private final BitSet usings;

  WithClause(SqlTokens tokens) {
    this.tokens = tokens;
    this.sets = places("SET");
    this.usings = places("USING");
  }

  private BitSet places(String word) {
    BitSet places = new BitSet();
    for (int i = 0; i < tokens.size(); i++) {
      places.set(i, tokens.isWord(i, word));
    }
    return places;
  }

  /**
   * The index of the first token behind all CTEs.
   *
   * @param with the index of {@code WITH}
   * @return an index that may lie beyond the last token; -1 when this {@code WITH} opens no CTEs
   */
  int end(int with) {
    boolean recursive = tokens.isWord(with + 1, "RECURSIVE") && tokens.isName(with + 2);
    int i = cteEnd(recursive && !tokens.isWord(with + 2, "AS") ? with + 2 : with + 1);
    while (i != NOT_A_WITH_CLAUSE && tokens.isSymbol(i, ',')) {
      i = cteEnd(i + 1);
    }
    return i;
  }

  /** {@code name [(columns)] AS [[NOT] MATERIALIZED] (query) [SEARCH …] [CYCLE …]}. */
  private int cteEnd(int name) {
    int as = tokens.isSymbol(name + 1, '(') ? tokens.closing(name + 1) + 1 : name + 1;
    if (!tokens.isName(name) || !tokens.isWord(as, "AS")) {
      return NOT_A_WITH_CLAUSE;
    }
    int body = as + 1;
    body += tokens.isWord(body, "NOT") ? 1 : 0;
    body += tokens.isWord(body, "MATERIALIZED") ? 1 : 0;
    return tokens.isSymbol(body, '(')
        ? afterCycle(afterSearch(tokens.closing(body) + 1))
        : NOT_A_WITH_CLAUSE;
  }

  /** {@code SEARCH DEPTH FIRST BY columns SET column}. */
  private int afterSearch(int i) {
    return tokens.isWord(i, "SEARCH") ? behind(sets, i) : i;
  }

  /** {@code CYCLE columns SET column [TO value DEFAULT value] USING column}. */
  private int afterCycle(int i) {
    return tokens.isWord(i, "CYCLE") ? behind(usings, i) : i;
  }

  /** Behind the next of some words and the name that follows it. */
  private int behind(BitSet words, int from) {
    int word = words.nextSetBit(from);
    return (word < 0 ? tokens.size() : word) + 2;
  }
}
