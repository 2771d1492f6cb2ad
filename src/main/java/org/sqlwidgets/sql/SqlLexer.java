package org.sqlwidgets.sql;

import java.util.ArrayList;
import java.util.HexFormat;
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
  private static final int LONGEST_QUOTE = 60;

  private final SourceText source;
  private final String text;

  /** Index behind the last character to read. */
  private final int limit;

  private final SqlDialect dialect;
  private final QuotedText quotes;
  private final Problems problems;
  private final List<Token> tokens = new ArrayList<>();

  /** Index of the next character to read. */
  private int pos;

  private SqlLexer(SourceText source, int start, int end, SqlDialect dialect, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.limit = end;
    this.pos = start;
    this.dialect = dialect;
    this.quotes = new QuotedText(text, limit, dialect);
    this.problems = problems;
  }

  /** All tokens of a text; what can never become a statement is added to the problems. */
  static List<Token> lex(SourceText source, SqlDialect dialect, Problems problems) {
    return lex(source, 0, source.text().length(), dialect, problems);
  }

  /** All tokens of a part of a text, as if nothing stood behind it. */
  static List<Token> lex(
      SourceText source, int start, int end, SqlDialect dialect, Problems problems) {
    return new SqlLexer(source, start, end, dialect, problems).run();
  }

  private List<Token> run() {
    while (pos < limit) {
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
      case '\'' -> string(quotes.quoteEnd(pos));
      case '"' -> quotedName(quotes.quoteEnd(pos));
      case '`' -> dialect.hasBacktickNames() ? quotedName(quotes.quoteEnd(pos)) : symbol();
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

  private Kind string(int end) {
    return closed(
        end, Kind.STRING, "string is never closed; add a quote (one inside is written twice)");
  }

  private Kind quotedName(int end) {
    return closed(end, Kind.QUOTED_NAME, "quoted name is never closed; add the closing quote");
  }

  private Kind dollar() {
    int tagEnd = quotes.dollarTagEnd(pos);
    if (tagEnd == QuotedText.NEVER) {
      return loneDollar();
    }
    String tag = text.substring(pos, tagEnd);
    int close = text.indexOf(tag, tagEnd, limit);
    return closed(
        close < 0 ? QuotedText.NEVER : close + tag.length(),
        Kind.STRING,
        "dollar quote \"" + shown(tag) + "\" is never closed; add a second \"" + shown(tag) + "\"");
  }

  private Kind loneDollar() {
    if (SqlDialect.isDigit(at(pos + 1))) {
      error(pos, positional("$" + (char) at(pos + 1)));
    } else if (!dialect.hasDollarTags()) {
      error(pos, "\"$\" stands alone; H2 quotes with \"$$\" only and knows no \"$tag$\"");
    }
    return symbol();
  }

  private Kind slash() {
    if (at(pos + 1) == '*') {
      String what = text.startsWith(OptionalClause.OPEN, pos) ? "optional clause" : "comment";
      String close = text.startsWith(OptionalClause.OPEN, pos) ? OptionalClause.CLOSE : "*/";
      return closed(
          quotes.blockCommentEnd(pos),
          Kind.BLOCK_COMMENT,
          what + " is never closed; add \"" + close + "\" (each \"/*\" inside it needs one, too)");
    }
    return at(pos + 1) == '/' && dialect.hasSlashComments() ? lineComment() : symbol();
  }

  private Kind lineComment() {
    return upTo(quotes.lineEnd(pos), Kind.LINE_COMMENT);
  }

  private Kind word() {
    int end = nameEnd(pos);
    int quote = end - pos == 1 ? prefixedQuote(end) : QuotedText.NEVER;
    if (quote == QuotedText.NEVER) {
      return upTo(end, Kind.WORD);
    }
    if (at(quote) == '"') {
      return quotedName(quotes.quoteEnd(quote));
    }
    boolean escapes = dialect.hasEscapeStrings() && lowerCaseAt(pos) == 'e';
    return string(escapes ? quotes.escapeStringEnd(quote) : quotes.quoteEnd(quote));
  }

  /** The quote that belongs to the one letter before it: {@code E'}, {@code N'}, {@code U&"}. */
  private int prefixedQuote(int end) {
    if (lowerCaseAt(pos) == 'u') {
      boolean quoted = at(end) == '&' && (at(end + 1) == '\'' || at(end + 1) == '"');
      return quoted ? end + 1 : QuotedText.NEVER;
    }
    boolean prefix = "ebnx".indexOf(lowerCaseAt(pos)) >= 0;
    return prefix && at(end) == '\'' ? end : QuotedText.NEVER;
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < limit && dialect.isNamePart(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private Kind number() {
    int i = digitsEnd(pos);
    if (at(i) == '.') {
      i = digitsEnd(i + 1);
    }
    if (lowerCaseAt(i) == 'e') {
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
    if (followsOperand() || pos + 1 == limit) {
      return symbol();
    }
    int first = text.codePointAt(pos + 1);
    if (first >= 0x80 && !dialect.isBlank(first) && !dialect.isInvisible(first)) {
      return badName();
    }
    if (!SqlDialect.isAsciiLetter(first) && first != '_') {
      return symbol();
    }
    int end = placeholderEnd(pos + 1);
    boolean goesOn = end < limit && dialect.isNamePart(text.codePointAt(end));
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

  private int placeholderEnd(int from) {
    int i = from;
    while (SqlDialect.isAsciiLetter(at(i)) || SqlDialect.isDigit(at(i)) || at(i) == '_') {
      i++;
    }
    return i;
  }

  private Kind badName() {
    int first = text.codePointAt(pos + 1);
    int end = nameEnd(pos + 1 + Character.charCount(first));
    error(
        pos,
        "placeholder \""
            + shown(text.substring(pos, end))
            + "\" has a character that is not allowed; expected A-Z, a-z, 0-9 or \"_\""
            + " (a plain colon is written \"\\:\")");
    return upTo(end, Kind.SYMBOL);
  }

  private Kind questionMark() {
    if (!dialect.hasQuestionMarkOperators()) {
      error(pos, positional("?"));
    } else if (at(pos + 1) == '?') {
      error(pos, "\"??\" is the spelling of JDBC; write the operator as in psql: \"?\"");
      return upTo(pos + 2, Kind.SYMBOL);
    }
    return symbol();
  }

  /** The message for a value that has a place and no name. */
  static String positional(String written) {
    return "\"" + written + "\" is a positional parameter; give the value a name: \":name\"";
  }

  private Kind blanks() {
    int i = pos;
    while (i < limit && dialect.isBlank(text.charAt(i))) {
      i++;
    }
    return upTo(i, Kind.BLANK);
  }

  private Kind invisible() {
    int c = text.codePointAt(pos);
    String code = HexFormat.of().withUpperCase().toHexDigits((char) c); // all are below U+FFFF
    error(pos, "invisible character U+" + code + " is no blank; type a plain blank");
    return upTo(pos + Character.charCount(c), Kind.BLANK);
  }

  private Kind symbol() {
    return upTo(pos + Character.charCount(text.codePointAt(pos)), Kind.SYMBOL);
  }

  /** A token that must have an end; without one, all the rest of the text is in it. */
  private Kind closed(int end, Kind kind, String problem) {
    if (end != QuotedText.NEVER) {
      return upTo(end, kind);
    }
    error(pos, problem);
    return upTo(limit, Kind.UNTERMINATED);
  }

  private Kind upTo(int end, Kind kind) {
    pos = end;
    return kind;
  }

  private int at(int index) {
    return quotes.at(index);
  }

  /** The character in lower case when it is a letter of ASCII; else another non-letter. */
  private int lowerCaseAt(int index) {
    int c = at(index);
    return SqlDialect.isAsciiLetter(c) ? c | 0x20 : c;
  }

  private static String shown(String words) {
    return Excerpt.of(words, LONGEST_QUOTE);
  }

  private void error(int offset, String message) {
    problems.error(source.atOffset(offset), message);
  }
}
