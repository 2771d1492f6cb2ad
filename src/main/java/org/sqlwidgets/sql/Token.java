package org.sqlwidgets.sql;

/**
 * A piece of SQL text that the database reads as one unit.
 *
 * @param kind what the piece is
 * @param start 0-based index of its first character
 * @param end index behind its last character, greater than {@code start}
 */
record Token(Kind kind, int start, int end) {

  /** What a piece of SQL text is; every character of a text belongs to exactly one piece. */
  enum Kind {
    /** Blanks, tabs and line ends. */
    BLANK,
    /** From {@code --}, or {@code //} on H2, up to the end of the line. */
    LINE_COMMENT,
    /** From {@code /*} to its end, comments inside it included. */
    BLOCK_COMMENT,
    /** A keyword or an unquoted name. */
    WORD,
    /** A name in double quotes, or on H2 in backticks, with its {@code U&} prefix. */
    QUOTED_NAME,
    /** An unsigned number. */
    NUMBER,
    /** A string in quotes with its prefix letter, or in dollar quotes. */
    STRING,
    /** A colon with the name of a value. */
    PLACEHOLDER,
    /** A backslash and a colon: a plain colon. */
    ESCAPED_COLON,
    /** One character of an operator or of punctuation. */
    SYMBOL,
    /** A quote or comment that never ends; always the last piece. */
    UNTERMINATED
  }

  /** Whether the piece means something to the database. */
  boolean isCode() {
    return switch (kind) {
      case BLANK, LINE_COMMENT, BLOCK_COMMENT, UNTERMINATED -> false;
      case WORD, QUOTED_NAME, NUMBER, STRING, PLACEHOLDER, ESCAPED_COLON, SYMBOL -> true;
    };
  }

  boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  String in(String text) {
    return text.substring(start, end);
  }
}
