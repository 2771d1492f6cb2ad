package org.sqlwidgets.sql;

/**
 * Finds the ends of quotes and comments in SQL text.
 *
 * @param text the SQL text
 * @param limit the index behind the last character that is read
 * @param dialect decides which tags a dollar quote may have
 */
record QuotedText(String text, int limit, SqlDialect dialect) {
  /** The end of a quote or comment that has none. */
  static final int NEVER = -1;

  /**
   * The index behind the closing quote; a doubled quote is a quote inside.
   *
   * @param open the index of the opening quote, of whichever kind
   */
  int quoteEnd(int open) {
    int quote = text.charAt(open);
    int close = text.indexOf(quote, open + 1, limit);
    while (close >= 0 && at(close + 1) == quote) {
      close = text.indexOf(quote, Math.min(close + 2, limit), limit);
    }
    return close < 0 ? NEVER : close + 1;
  }

  /**
   * The index behind PostgreSQL's {@code E'…'}, in which a backslash escapes the next character.
   *
   * <p>Behind a line end such a string goes on in quotes without another {@code E}.
   *
   * @param open the index of the opening quote
   */
  int escapeStringEnd(int open) {
    int end = escapeSegmentEnd(open);
    while (end != NEVER) {
      int next = continuation(end);
      if (next == NEVER) {
        return end;
      }
      end = escapeSegmentEnd(next);
    }
    return NEVER;
  }

  private int escapeSegmentEnd(int open) {
    int i = open + 1;
    while (at(i) != '\'' || at(i + 1) == '\'') {
      if (i >= limit) {
        return NEVER;
      }
      i += at(i) == '\\' || at(i) == '\'' ? 2 : 1;
    }
    return i + 1;
  }

  /** The quote that continues a string: behind blanks and line comments with a line end. */
  private int continuation(int from) {
    int i = from;
    boolean newLine = false;
    while (dialect.isBlank(at(i)) || isLineComment(i)) {
      newLine |= at(i) == '\n' || at(i) == '\r';
      i = isLineComment(i) ? lineEnd(i) : i + 1;
    }
    return newLine && at(i) == '\'' ? i : NEVER;
  }

  private boolean isLineComment(int i) {
    return at(i) == '-' && at(i + 1) == '-';
  }

  /**
   * The index behind the opening {@code $$} or {@code $tag$}.
   *
   * @param dollar the index of the first dollar sign
   * @return {@link #NEVER} when it opens no quote
   */
  int dollarTagEnd(int dollar) {
    int i = dollar + 1;
    if (dialect.hasDollarTags() && !SqlDialect.isDigit(at(i))) {
      while (i < limit && at(i) != '$' && dialect.isNamePart(text.codePointAt(i))) {
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return at(i) == '$' ? i + 1 : NEVER;
  }

  /** The index of the line end, or of the end of the text. */
  int lineEnd(int from) {
    int i = from;
    while (i < limit && at(i) != '\n' && at(i) != '\r') {
      i++;
    }
    return i;
  }

  /** The index behind a block comment and the comments inside it: both databases nest them. */
  int blockCommentEnd(int open) {
    int depth = 1;
    int i = open + 2;
    while (depth > 0 && i + 1 < limit) {
      boolean opens = at(i) == '/' && at(i + 1) == '*';
      boolean closes = at(i) == '*' && at(i + 1) == '/';
      depth += opens ? 1 : closes ? -1 : 0;
      i += opens || closes ? 2 : 1;
    }
    return depth == 0 ? i : NEVER;
  }

  /** The character at an index, or -1 beyond the limit. */
  int at(int index) {
    return index < limit ? text.charAt(index) : -1;
  }
}
