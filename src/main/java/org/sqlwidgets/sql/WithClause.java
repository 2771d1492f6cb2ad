package org.sqlwidgets.sql;

/** The way over a {@code WITH} clause to the statement that uses it. */
final class WithClause {
  private static final int NOT_A_WITH_CLAUSE = -1;

  private final SqlTokens tokens;

  WithClause(SqlTokens tokens) {
    this.tokens = tokens;
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
    return tokens.isWord(i, "SEARCH") ? find("SET", i) + 2 : i;
  }

  /** {@code CYCLE columns SET column [TO value DEFAULT value] USING column}. */
  private int afterCycle(int i) {
    return tokens.isWord(i, "CYCLE") ? find("USING", i) + 2 : i;
  }

  private int find(String word, int from) {
    int i = from;
    while (i < tokens.size() && !tokens.isWord(i, word)) {
      i++;
    }
    return i;
  }
}
