package org.sqlwidgets.sql;

/**
 * The way in which one database divides SQL text into tokens.
 *
 * <p>Each rule is the database's own: PostgreSQL's as of {@code scan.l} with {@code
 * standard_conforming_strings} on, H2's as of its {@code Tokenizer}.
 */
public enum SqlDialect {
  /** PostgreSQL: {@code E''} strings, {@code $tag$} quotes, operators with {@code ?}. */
  POSTGRESQL,
  /** H2: {@code //} comments and names in backticks; {@code ?} is a parameter. */
  H2;

  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** Whether {@code //} opens a comment that runs to the end of the line. */
  boolean hasSlashComments() {
    return this == H2;
  }

  /** Whether a name may be quoted with backticks. */
  boolean hasBacktickNames() {
    return this == H2;
  }

  /** Whether {@code $tag$ … $tag$} quotes a string, as {@code $$ … $$} does everywhere. */
  boolean hasDollarTags() {
    return this == POSTGRESQL;
  }

  /** Whether a backslash escapes the next character of {@code E'…'}. */
  boolean hasEscapeStrings() {
    return this == POSTGRESQL;
  }

  /** Whether {@code ?} may be part of an operator, which JDBC wants written {@code ??}. */
  boolean hasQuestionMarkOperators() {
    return this == POSTGRESQL;
  }

  /** Whether the character separates tokens and means nothing else. */
  boolean isBlank(int c) {
    return switch (this) {
      case POSTGRESQL -> c == ' ' || (c >= '\t' && c <= '\r');
      case H2 -> (c >= 0 && c <= ' ') || (c >= 0x80 && Character.isSpaceChar(c));
    };
  }

  /** Whether an unquoted name may begin with the character. */
  boolean isNameStart(int c) {
    if (c < 0x80) {
      return isAsciiLetter(c) || c == '_';
    }
    return switch (this) {
      case POSTGRESQL -> !isInvisible(c);
      case H2 -> Character.isJavaIdentifierStart(c);
    };
  }

  /** Whether an unquoted name may go on with the character. */
  boolean isNamePart(int c) {
    return isNameStart(c)
        || isDigit(c)
        || c == '$'
        || (this == H2 && Character.isJavaIdentifierPart(c));
  }

  /**
   * Whether the character looks like a blank and is none.
   *
   * <p>PostgreSQL reads a no-break space, often pasted from a web page, as a letter.
   */
  boolean isInvisible(int c) {
    return c >= 0x80
        && !isBlank(c)
        && (Character.isSpaceChar(c) || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK);
  }

  static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
