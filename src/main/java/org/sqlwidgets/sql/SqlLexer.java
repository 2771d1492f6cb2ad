package org.sqlwidgets.sql;

import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/**
 * Cuts SQL text into tokens in one pass, without a grammar.
 *
 * <p>The tokens, put together, are the text again, whatever the text is: a wrong text gives
 * problems, never an exception.
 */
final class SqlLexer {
  /** What {@link #at} answers beyond the end. */
  private static final int END = -1;

  private final SourceText source;
  private final String text;
  private final SqlDialect dialect;
  private final Problems problems;
  private final List<Token> tokens = new ArrayList<>();

  /** Index of the next character to read. */
  private int pos;

  private SqlLexer(SourceText source, SqlDialect dialect, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.dialect = dialect;
    this.problems = problems;
  }

  /** All tokens of a text; what can never become a statement is added to the problems. */
  static List<Token> lex(SourceText source, SqlDialect dialect, Problems problems) {
    return new SqlLexer(source, dialect, problems).run();
  }

  private List<Token> run() {
    while (pos < text.length()) {
      int start = pos;
      Kind kind = next();
      tokens.add(new Token(kind, start, pos));
    }
    return List.copyOf(tokens);
  }

  /** Moves behind the token that begins here and says what it is. */
  private Kind next() {
    int c = text.codePointAt(pos);
    return switch (c) {
      case '\'' -> quoted(Kind.STRING, pos);
      case '"' -> quoted(Kind.QUOTED_NAME, pos);
      case '`' -> dialect.hasBacktickNames() ? quoted(Kind.QUOTED_NAME, pos) : symbol();
      case '$' -> dollar();
      case ':' -> colon();
      case '\\' -> at(pos + 1) == ':' ? upTo(pos + 2, Kind.ESCAPED_COLON) : symbol();
      case '?' -> questionMark();
      case '-' -> at(pos + 1) == '-' ? lineComment() : symbol();
      case '/' -> slash();
      default -> other(c);
    };
  }

  private Kind other(int c) {
    if (dialect.isBlank(c)) {
      return blanks();
    }
    if (SqlDialect.isDigit(c)) {
      return number();
    }
    if (dialect.isNameStart(c)) {
      return word();
    }
    return dialect.isInvisible(c) ? invisible() : symbol();
  }

  // Quotes

  /** A string or name up to its closing quote; a doubled quote is a quote inside. */
  private Kind quoted(Kind kind, int open) {
    int start = pos;
    int quote = text.charAt(open);
    int close = text.indexOf(quote, open + 1);
    while (close >= 0 && at(close + 1) == quote) {
      close = text.indexOf(quote, close + 2);
    }
    return close >= 0 ? upTo(close + 1, kind) : unterminatedQuote(start, kind);
  }

  /**
   * {@code E'…'}: a backslash escapes the next character. After a line end the string may go on in
   * quotes without another {@code E}.
   */
  private Kind escapeString(int start, int open) {
    int i = open + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' || (c == '\'' && at(i + 1) == '\'')) {
        i += 2;
      } else if (c == '\'') {
        int next = continuation(i + 1);
        if (next < 0) {
          return upTo(i + 1, Kind.STRING);
        }
        i = next + 1;
      } else {
        i++;
      }
    }
    return unterminatedQuote(start, Kind.STRING);
  }

  /** The quote that continues a string: behind blanks and comments with a line end; or -1. */
  private int continuation(int from) {
    int i = from;
    boolean newLine = false;
    while (i < text.length()) {
      int c = text.charAt(i);
      if (c == '-' && at(i + 1) == '-') {
        i = lineEnd(i);
      } else if (dialect.isBlank(c)) {
        newLine |= c == '\n' || c == '\r';
        i++;
      } else {
        return newLine && c == '\'' ? i : -1;
      }
    }
    return -1;
  }

  /** A dollar quote up to its second tag, or a lone dollar sign. */
  private Kind dollar() {
    int tagEnd = dollarTagEnd();
    if (tagEnd < 0) {
      return loneDollar();
    }
    String tag = text.substring(pos, tagEnd);
    int close = text.indexOf(tag, tagEnd);
    if (close >= 0) {
      return upTo(close + tag.length(), Kind.STRING);
    }
    return unterminated(pos, "dollar quote \"" + tag + "\" is never closed; add \"" + tag + "\"");
  }

  /** The index behind {@code $$} or {@code $tag$}; -1 when there is no such thing here. */
  private int dollarTagEnd() {
    int i = pos + 1;
    if (dialect.hasDollarTags() && i < text.length() && !SqlDialect.isDigit(at(i))) {
      while (i < text.length() && at(i) != '$' && dialect.isNamePart(text.codePointAt(i))) {
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return at(i) == '$' ? i + 1 : -1;
  }

  private Kind loneDollar() {
    if (SqlDialect.isDigit(at(pos + 1))) {
      positional("$" + (char) at(pos + 1));
    } else if (!dialect.hasDollarTags()) {
      error(pos, "\"$\" stands alone; H2 quotes with \"$$\" only and knows no \"$tag$\"");
    }
    return symbol();
  }

  private Kind unterminatedQuote(int start, Kind kind) {
    return unterminated(
        start,
        kind == Kind.STRING
            ? "string is never closed; add the closing quote (a quote inside is written twice)"
            : "quoted name is never closed; add the closing quote");
  }

  private Kind unterminated(int start, String message) {
    error(start, message);
    return upTo(text.length(), Kind.UNTERMINATED);
  }

  // Comments

  private Kind slash() {
    if (at(pos + 1) == '*') {
      return blockComment();
    }
    return at(pos + 1) == '/' && dialect.hasSlashComments() ? lineComment() : symbol();
  }

  private Kind lineComment() {
    return upTo(lineEnd(pos), Kind.LINE_COMMENT);
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && at(i) != '\n' && at(i) != '\r') {
      i++;
    }
    return i;
  }

  /** A comment with the comments inside it; both databases nest them. */
  private Kind blockComment() {
    int depth = 1;
    int i = pos + 2;
    while (depth > 0 && i + 1 < text.length()) {
      boolean opens = at(i) == '/' && at(i + 1) == '*';
      boolean closes = at(i) == '*' && at(i + 1) == '/';
      depth += opens ? 1 : closes ? -1 : 0;
      i += opens || closes ? 2 : 1;
    }
    return depth == 0
        ? upTo(i, Kind.BLOCK_COMMENT)
        : unterminated(
            pos, "comment is never closed; add \"*/\" (each \"/*\" inside needs one, too)");
  }

  // Words, numbers, placeholders

  private Kind word() {
    int start = pos;
    int end = nameEnd(start);
    int open = prefixedQuote(start, end);
    if (open < 0) {
      return upTo(end, Kind.WORD);
    }
    if (at(open) == '"') {
      return quoted(Kind.QUOTED_NAME, open);
    }
    boolean escapes = dialect.hasEscapeStrings() && (at(start) | 0x20) == 'e';
    return escapes ? escapeString(start, open) : quoted(Kind.STRING, open);
  }

  /** The quote that belongs to a one-letter prefix such as {@code E}, {@code N} or {@code U&}. */
  private int prefixedQuote(int start, int end) {
    if (end - start != 1) {
      return -1;
    }
    boolean unicode = (at(start) | 0x20) == 'u' && at(end) == '&';
    boolean nameFollows = unicode && at(end + 1) == '"';
    boolean stringFollows =
        unicode ? at(end + 1) == '\'' : "ebnx".indexOf(at(start) | 0x20) >= 0 && at(end) == '\'';
    return nameFollows || stringFollows ? (unicode ? end + 1 : end) : -1;
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < text.length() && dialect.isNamePart(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private Kind number() {
    int i = digitsEnd(pos);
    if (at(i) == '.') {
      i = digitsEnd(i + 1);
    }
    if ((at(i) | 0x20) == 'e') {
      int exponent = at(i + 1) == '+' || at(i + 1) == '-' ? i + 2 : i + 1;
      i = SqlDialect.isDigit(at(exponent)) ? digitsEnd(exponent) : i;
    }
    return upTo(i, Kind.NUMBER);
  }

  private int digitsEnd(int from) {
    int i = from;
    while (SqlDialect.isDigit(at(i)) || (at(i) == '_' && SqlDialect.isDigit(at(i + 1)))) {
      i++;
    }
    return i;
  }

  /** A placeholder, unless what stands directly before the colon makes it something else. */
  private Kind colon() {
    if (followsOperand() || pos + 1 == text.length()) {
      return symbol();
    }
    int first = text.codePointAt(pos + 1);
    if (!isPlaceholderPart(first) || SqlDialect.isDigit(first)) {
      return first >= 0x80 && !isSpace(first) ? badName() : symbol();
    }
    int end = pos + 1;
    while (isPlaceholderPart(at(end))) {
      end++;
    }
    boolean goesOn = end < text.length() && dialect.isNamePart(text.codePointAt(end));
    return goesOn ? badName() : upTo(end, Kind.PLACEHOLDER);
  }

  /** {@code x::date}, {@code a[1:2]}, {@code 'key':1}: the colon continues what is before it. */
  private boolean followsOperand() {
    if (pos == 0) {
      return false;
    }
    int before = text.codePointBefore(pos);
    return ":'\")]".indexOf(before) >= 0
        || (before == '`' && dialect.hasBacktickNames())
        || dialect.isNamePart(before);
  }

  private static boolean isPlaceholderPart(int c) {
    return SqlDialect.isAsciiLetter(c) || SqlDialect.isDigit(c) || c == '_';
  }

  private boolean isSpace(int c) {
    return dialect.isBlank(c) || dialect.isInvisible(c);
  }

  private Kind badName() {
    int start = pos;
    int end = nameEnd(start + 1 + Character.charCount(text.codePointAt(start + 1)));
    error(
        start,
        "placeholder \""
            + text.substring(start, end)
            + "\" has a character that is not allowed; a name is made of A-Z, a-z, 0-9 and \"_\""
            + " (a plain colon is written \"\\:\")");
    return upTo(end, Kind.SYMBOL);
  }

  // The rest

  private Kind questionMark() {
    if (!dialect.hasQuestionMarkOperators()) {
      positional("?");
    } else if (at(pos + 1) == '?') {
      error(pos, "\"??\" is JDBC's spelling; write the operator as in psql: \"?\"");
      return upTo(pos + 2, Kind.SYMBOL);
    }
    return symbol();
  }

  private void positional(String written) {
    error(pos, positionalMessage(written));
  }

  static String positionalMessage(String written) {
    return "\"" + written + "\" is a positional parameter; give the value a name: \":name\"";
  }

  private Kind blanks() {
    int i = pos;
    while (i < text.length() && dialect.isBlank(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return upTo(i, Kind.BLANK);
  }

  private Kind invisible() {
    int c = text.codePointAt(pos);
    error(
        pos, String.format("invisible character U+%04X, which is no blank; type a plain blank", c));
    return upTo(pos + Character.charCount(c), Kind.BLANK);
  }

  private Kind symbol() {
    return upTo(pos + Character.charCount(text.codePointAt(pos)), Kind.SYMBOL);
  }

  private Kind upTo(int end, Kind kind) {
    pos = end;
    return kind;
  }

  private int at(int index) {
    return index < text.length() ? text.charAt(index) : END;
  }

  private void error(int offset, String message) {
    problems.error(source.atOffset(offset), message);
  }
}
