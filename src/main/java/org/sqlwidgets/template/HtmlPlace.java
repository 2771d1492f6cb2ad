package org.sqlwidgets.template;

import java.util.Set;

/**
 * Reads HTML letter by letter and knows in which place of the page it is (HTML standard §13.2.5).
 *
 * <p>Where the standard is lenient this is strict: what looks doubtful is no place for a value.
 */
final class HtmlPlace {
  private static final Set<String> RAW_TEXT =
      Set.of("script", "style", "iframe", "noscript", "noembed", "noframes", "xmp", "plaintext");
  private static final Set<String> PLAIN_TEXT = Set.of("textarea", "title");

  /** No scheme of an address that leads anywhere is longer. */
  private static final int LONGEST_BEGINNING = 100;

  /** Stands for a value in {@link #value}. */
  static final char FILLED = '\uFFFC';

  /** The kinds of place. */
  enum Kind {
    TEXT,
    /** Behind {@code <}: what follows decides. */
    OPEN,
    OPEN_CLOSING,
    DECLARATION_OPEN,
    DECLARATION,
    COMMENT,
    TAG_NAME,
    BEFORE_NAME,
    NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    UNQUOTED,
    DOUBLE,
    SINGLE,
    /** In an element whose text is no markup, such as a script. */
    RAW,
    /** In an element that holds text only, such as a title. */
    PLAIN
  }

  private Kind kind = Kind.TEXT;
  private final StringBuilder tag = new StringBuilder();
  private final StringBuilder name = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder pending = new StringBuilder();
  private boolean closing;
  private int dashes;
  private boolean endless;

  Kind kind() {
    return kind;
  }

  /** The element that is being read, or whose text is. */
  String tag() {
    return tag.toString();
  }

  /** The attribute that is being read. */
  String attribute() {
    return name.toString();
  }

  /**
   * The attribute's value so far, as much of it as decides about an address: its beginning without
   * blanks, and the first of each sign that counts; {@link #FILLED} stands for what is filled in.
   */
  String value() {
    return value.toString();
  }

  /** True when the text so far could be the beginning of a tag's end. */
  boolean isPending() {
    return pending.length() > 0;
  }

  /** Notes that a value is filled in here. */
  void fill() {
    note(FILLED);
  }

  /** Forgets a half-read list of attributes: whatever comes next is a new one. */
  void beforeName() {
    kind = Kind.BEFORE_NAME;
  }

  /** All that decides how what follows is read; two places are the same when these are. */
  String key() {
    return switch (kind) {
      case TEXT -> "text";
      case RAW, PLAIN -> kind + tag() + pending;
      case BEFORE_NAME, AFTER_NAME -> "in " + tag() + closing;
      case DOUBLE, SINGLE -> kind + tag() + " " + attribute();
      default -> "nowhere";
    };
  }

  void read(String text) {
    text.chars().forEach(c -> read((char) c));
  }

  private void read(char c) {
    switch (kind) {
      case TEXT -> kind = c == '<' ? Kind.OPEN : Kind.TEXT;
      case OPEN -> open(c);
      case OPEN_CLOSING -> openClosing(c);
      case DECLARATION_OPEN -> declarationOpen(c);
      case DECLARATION -> kind = c == '>' ? Kind.TEXT : kind;
      case COMMENT -> comment(c);
      case TAG_NAME -> tagName(c);
      case BEFORE_NAME, NAME, AFTER_NAME -> name(c);
      case BEFORE_VALUE -> beforeValue(c);
      case UNQUOTED -> unquoted(c);
      case DOUBLE -> quoted(c, '"');
      case SINGLE -> quoted(c, '\'');
      case RAW, PLAIN -> inElement(c);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private void open(char c) {
    closing = false;
    if (isLetter(c)) {
      startTag(c);
    } else if (c == '/') {
      kind = Kind.OPEN_CLOSING;
    } else if (c == '!') {
      kind = Kind.DECLARATION_OPEN;
      pending.setLength(0);
    } else if (c == '?') {
      kind = Kind.DECLARATION;
    } else if (c != '<') {
      kind = Kind.TEXT;
    }
  }

  private void startTag(char c) {
    tag.setLength(0);
    tag.append(Character.toLowerCase(c));
    kind = Kind.TAG_NAME;
  }

  private void openClosing(char c) {
    if (isLetter(c)) {
      closing = true;
      startTag(c);
    } else {
      kind = c == '>' ? Kind.TEXT : Kind.DECLARATION;
    }
  }

  private void declarationOpen(char c) {
    if (c == '-' && pending.length() == 0) {
      pending.append(c);
      return;
    }
    boolean comment = c == '-';
    pending.setLength(0);
    dashes = 2;
    kind = comment ? Kind.COMMENT : c == '>' ? Kind.TEXT : Kind.DECLARATION;
  }

  /** A comment ends with {@code -->} or {@code --!>}; {@code <!-->} is a whole one. */
  private void comment(char c) {
    if (c == '>' && dashes >= 2) {
      kind = Kind.TEXT;
    } else if (c != '!' || dashes < 2) {
      dashes = c == '-' ? dashes + 1 : 0;
    }
  }

  private void tagName(char c) {
    if (isBlank(c) || c == '/') {
      kind = Kind.BEFORE_NAME;
    } else if (c == '>') {
      endTag();
    } else {
      tag.append(Character.toLowerCase(c));
    }
  }

  private void name(char c) {
    if (c == '>') {
      endTag();
    } else if (c == '/') {
      kind = Kind.BEFORE_NAME;
    } else if (isBlank(c)) {
      kind = kind == Kind.NAME ? Kind.AFTER_NAME : kind;
    } else if (c == '=' && kind != Kind.BEFORE_NAME) {
      kind = Kind.BEFORE_VALUE;
    } else {
      if (kind != Kind.NAME) {
        name.setLength(0);
      }
      kind = Kind.NAME;
      name.append(Character.toLowerCase(c));
    }
  }

  private void beforeValue(char c) {
    value.setLength(0);
    if (c == '>') {
      endTag();
    } else if (!isBlank(c)) {
      kind = c == '"' ? Kind.DOUBLE : c == '\'' ? Kind.SINGLE : Kind.UNQUOTED;
    }
  }

  private void unquoted(char c) {
    if (c == '>') {
      endTag();
    } else if (isBlank(c)) {
      kind = Kind.BEFORE_NAME;
    }
  }

  private void quoted(char c, char quote) {
    if (c == quote) {
      kind = Kind.BEFORE_NAME;
    } else {
      note(c);
    }
  }

  /** Keeps what can decide; behind a long beginning each sign that counts, once. */
  private void note(char c) {
    boolean counts = ":&/?#".indexOf(c) >= 0 && value.indexOf(String.valueOf(c)) < 0;
    if (c > ' ' && (counts || value.length() < LONGEST_BEGINNING)) {
      value.append(c);
    }
  }

  private void endTag() {
    pending.setLength(0);
    if (!closing && RAW_TEXT.contains(tag())) {
      kind = Kind.RAW;
    } else {
      kind = !closing && PLAIN_TEXT.contains(tag()) ? Kind.PLAIN : Kind.TEXT;
    }
  }

  /** Only its own closing tag ends such an element; a comment in a script may hide even that. */
  private void inElement(char c) {
    if (c == '<') {
      pending.setLength(0);
    }
    if (c != '<' && pending.length() == 0) {
      return;
    }
    pending.append(Character.toLowerCase(c));
    String read = pending.toString();
    String end = "</" + tag();
    endless |= read.equals("<!--") && tag().equals("script");
    if (!endless && read.length() == end.length() + 1 && read.startsWith(end)) {
      closeElement(c);
    } else if (!end.startsWith(read) && !"<!--".startsWith(read)) {
      pending.setLength(0);
    }
  }

  private void closeElement(char c) {
    pending.setLength(0);
    if (c == '>') {
      kind = Kind.TEXT;
    } else if (isBlank(c) || c == '/') {
      closing = true;
      kind = Kind.BEFORE_NAME;
    }
  }
}
