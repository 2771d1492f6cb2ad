package org.sqlwidgets.sql;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.sqlwidgets.sql.Token.Kind;

/**
 * The tokens of a text that mean something, with their words and parentheses.
 *
 * <p>Blanks and comments are left out. Tokens are named by their index; an index out of bounds is
 * no word, no symbol and no name.
 */
final class SqlTokens {
  /** The parenthesis around a token that is in none. */
  static final int NONE = -1;

  private final String text;
  private final List<Token> tokens;
  private final String[] words;
  private final int[] opening;
  private final int[] closing;

  SqlTokens(String text, List<Token> all) {
    this(text, all, new Keywords(text));
  }

  /** Takes its words from those that were made before. */
  SqlTokens(String text, List<Token> all, Keywords keywords) {
    this.text = text;
    this.tokens = all.stream().filter(Token::isCode).toList();
    this.words = new String[tokens.size()];
    this.opening = new int[tokens.size()];
    this.closing = new int[tokens.size()];
    findWords(keywords);
    matchParentheses();
  }

  int size() {
    return tokens.size();
  }

  Token get(int i) {
    return tokens.get(i);
  }

  /** The token as the author wrote it. */
  String textOf(int i) {
    return tokens.get(i).in(text);
  }

  /**
   * The keyword in upper case; empty when the token is no unquoted word or is the name behind a
   * dot.
   */
  String word(int i) {
    return exists(i) ? words[i] : "";
  }

  /** Whether these keywords stand here one behind the other. */
  boolean isWord(int i, String... keywords) {
    for (int k = 0; k < keywords.length; k++) {
      if (!word(i + k).equals(keywords[k])) {
        return false;
      }
    }
    return true;
  }

  boolean isSymbol(int i, char symbol) {
    return isKind(i, Kind.SYMBOL) && text.charAt(get(i).start()) == symbol;
  }

  boolean isKind(int i, Kind kind) {
    return exists(i) && get(i).kind() == kind;
  }

  /** Whether the token can be a name: a word or a quoted name. */
  boolean isName(int i) {
    return isKind(i, Kind.WORD) || isKind(i, Kind.QUOTED_NAME);
  }

  /** The index of the parenthesis around a token, or {@link #NONE}. */
  int opening(int i) {
    return opening[i];
  }

  /** The index of what closes an opening parenthesis, or {@link #size} when nothing does. */
  int closing(int open) {
    return closing[open];
  }

  private boolean exists(int i) {
    return i >= 0 && i < tokens.size();
  }

  private void findWords(Keywords keywords) {
    for (int i = 0; i < words.length; i++) {
      words[i] = isKind(i, Kind.WORD) && !isSymbol(i - 1, '.') ? keywords.of(get(i)) : "";
    }
  }

  private void matchParentheses() {
    Arrays.fill(closing, size());
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < opening.length; i++) {
      if (isSymbol(i, ')') && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
      opening[i] = open.isEmpty() ? NONE : open.peek();
      if (isSymbol(i, '(')) {
        open.push(i);
      }
    }
  }
}
