package org.sqlwidgets.sql;

import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/**
 * The ORDER BY of a whole query, cut out of its JDBC text.
 *
 * <p>That of a window, an aggregate or a subquery stands in parentheses and is none. The three
 * pieces, put together, are the text again.
 *
 * @param before up to the word ORDER
 * @param order from the word ORDER on
 * @param after from the end of the clause on: LIMIT, OFFSET, FETCH
 * @param decidesRows true when the order decides which rows there are, so that it must stay
 * @param withTies true when rows that are equal in the order share a place
 */
public record QueryOrder(
    Piece before, Piece order, Piece after, boolean decidesRows, boolean withTies) {
  private static final Set<String> ENDS = Set.of("LIMIT", "OFFSET", "FETCH", "FOR");

  /**
   * A piece of JDBC text.
   *
   * @param text as it is
   * @param placeholders how many {@code ?} in it stand for values
   */
  public record Piece(String text, int placeholders) {}

  /** The order of a query; empty when it has none, or only that of a part. */
  public static Optional<QueryOrder> find(String jdbcText, SqlDialect dialect) {
    SourceText source = SourceText.ofFile("", jdbcText);
    SqlTokens code = new SqlTokens(jdbcText, SqlLexer.lex(source, dialect, new Problems()));
    return new Finder(jdbcText, code).find();
  }

  /** Looks for the clause among the tokens outside all parentheses but those around everything. */
  private record Finder(String text, SqlTokens code) {

    Optional<QueryOrder> find() {
      int first = 0;
      int behind = code.size();
      while (code.isSymbol(first, '(') && code.closing(first) == behind - 1) {
        first++;
        behind--;
      }
      int order = last(first, behind);
      return order < 0 ? Optional.empty() : Optional.of(cut(first, order, behind));
    }

    private int last(int first, int behind) {
      int level = level(first);
      for (int i = behind - 1; i >= first; i--) {
        if (code.opening(i) == level && code.isWord(i, "ORDER", "BY")) {
          return i;
        }
      }
      return -1;
    }

    private int level(int first) {
      return first == 0 ? SqlTokens.NONE : first - 1;
    }

    private QueryOrder cut(int first, int order, int behind) {
      int level = level(first);
      int end = order;
      while (end < behind && !(code.opening(end) == level && ENDS.contains(code.word(end)))) {
        end++;
      }
      int from = code.get(order).start();
      int to = code.get(end - 1).end();
      return new QueryOrder(
          piece(0, from),
          piece(from, to),
          piece(to, text.length()),
          end < behind || has(first, order, level, "DISTINCT", "ON"),
          has(end, behind, level, "WITH", "TIES"));
    }

    private boolean has(int from, int to, int level, String... words) {
      for (int i = from; i < to; i++) {
        if (code.opening(i) == level && code.isWord(i, words)) {
          return true;
        }
      }
      return false;
    }

    private Piece piece(int from, int to) {
      int placeholders = 0;
      for (int i = 0; i < code.size(); i++) {
        Token token = code.get(i);
        if (token.start() >= from && token.end() <= to && isPlaceholder(i)) {
          placeholders++;
        }
      }
      return new Piece(text.substring(from, to), placeholders);
    }

    /** The operator {@code ?} is one symbol of two characters in JDBC text. */
    private boolean isPlaceholder(int i) {
      return code.isKind(i, Kind.SYMBOL) && code.textOf(i).equals("?");
    }
  }
}
