package org.sqlwidgets.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.SourceMap.Piece;
import org.sqlwidgets.sql.Token.Kind;

/** Writes the tokens of a query as JDBC text. */
final class JdbcSqlWriter {
  private final SourceText source;
  private final List<Token> tokens;
  private final SqlTokens code;
  private final Set<String> arrayNames;

  private final StringBuilder jdbc = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  /** The last token that was no blank and no comment. */
  private Kind lastKind = Kind.BLANK;

  /** Other text for single tokens: {@code = ANY} for {@code IN}. */
  private final Map<Token, String> replacements = new HashMap<>();

  JdbcSqlWriter(SourceText source, List<Token> tokens, SqlTokens code, Set<String> arrayNames) {
    this.source = source;
    this.tokens = tokens;
    this.code = code;
    this.arrayNames = arrayNames;
  }

  JdbcSql write() {
    for (int i = 0; i < code.size(); i++) {
      replaceIn(i);
    }
    int end = queryEnd();
    tokens.stream().takeWhile(token -> token.start() < end).forEach(this::write);
    SourceMap map = new SourceMap(pieces, jdbc.length(), end);
    return new JdbcSql(jdbc.toString(), names, new Casts(code).ofPlaceholders(), source, map);
  }

  /** The index behind the last token that is no semicolon. */
  private int queryEnd() {
    int last = code.size() - 1;
    while (code.isSymbol(last, ';')) {
      last--;
    }
    return code.get(last).end();
  }

  private void replaceIn(int in) {
    if (code.isWord(in, "IN") && isArrayInParentheses(in + 1)) {
      boolean not = code.isWord(in - 1, "NOT");
      replacements.put(code.get(in), not ? "ALL" : "= ANY");
      if (not) {
        replacements.put(code.get(in - 1), "<>");
      }
    }
  }

  private boolean isArrayInParentheses(int open) {
    return code.isSymbol(open, '(')
        && code.isKind(open + 1, Kind.PLACEHOLDER)
        && code.isSymbol(open + 2, ')')
        && arrayNames.contains(code.textOf(open + 1).substring(1));
  }

  private void write(Token token) {
    append(token);
    lastKind = token.isCode() ? token.kind() : lastKind;
  }

  private void append(Token token) {
    String text = token.in(source.text());
    String replacement = replacements.get(token);
    if (replacement != null) {
      append(SourceMap.Kind.REPLACED, token, replacement);
    } else if (token.kind() == Kind.PLACEHOLDER) {
      names.add(text.substring(1));
      append(SourceMap.Kind.PLACEHOLDER, token, "?");
    } else if (token.isComment()) {
      append(SourceMap.Kind.REPLACED, token, inPlaceOf(token));
    } else if (token.kind() == Kind.ESCAPED_COLON) {
      append(SourceMap.Kind.REPLACED, token, ":");
    } else if (token.kind() == Kind.SYMBOL && text.equals("?")) {
      questionMark(token);
    } else {
      copy(token, text);
    }
  }

  /** A blank; behind a string a comment again, since strings go on behind blanks and a line end. */
  private String inPlaceOf(Token comment) {
    return comment.kind() == Kind.BLOCK_COMMENT && lastKind == Kind.STRING ? "/**/" : " ";
  }

  /** A blank keeps it apart from a placeholder: the driver reads {@code ???} from the left. */
  private void questionMark(Token token) {
    if (isLast(SourceMap.Kind.PLACEHOLDER)) {
      append(SourceMap.Kind.REPLACED, token, " ");
    }
    append(SourceMap.Kind.QUESTION_MARK, token, "??");
  }

  private void copy(Token token, String text) {
    if (isLast(SourceMap.Kind.COPIED)) {
      jdbc.append(text);
    } else {
      append(SourceMap.Kind.COPIED, token, text);
    }
  }

  private boolean isLast(SourceMap.Kind kind) {
    return !pieces.isEmpty() && pieces.getLast().kind() == kind;
  }

  private void append(SourceMap.Kind kind, Token token, String text) {
    pieces.add(new Piece(kind, jdbc.length(), token.start()));
    jdbc.append(text);
  }
}
