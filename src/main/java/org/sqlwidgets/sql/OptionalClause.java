package org.sqlwidgets.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sqlwidgets.sql.Token.Kind;

/**
 * A part of a query that applies only when each of its placeholders has a value (widget-file §10).
 *
 * @param tokens its text with both brackets, in order and without gaps
 * @param names the placeholders in it, in order of first appearance; at least one
 */
record OptionalClause(List<Token> tokens, Set<String> names) {
  /** How it begins; to the database it is a comment. */
  static final String OPEN = "/*[";

  /** How it ends. */
  static final String CLOSE = "]*/";

  OptionalClause {
    tokens = List.copyOf(tokens);
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** The same without brackets, blanks and comments. */
  OptionalClause code() {
    return new OptionalClause(tokens.stream().filter(Token::isCode).toList(), names);
  }

  /** The piece of text that the first bracket is. */
  static Token opening(Token comment) {
    return new Token(Kind.BLOCK_COMMENT, comment.start(), comment.start() + OPEN.length());
  }

  /** The piece of text that the last bracket is. */
  static Token closing(Token comment) {
    return new Token(Kind.BLOCK_COMMENT, comment.end() - CLOSE.length(), comment.end());
  }
}
