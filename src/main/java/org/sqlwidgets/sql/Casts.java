package org.sqlwidgets.sql;

import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.sql.Token.Kind;

/**
 * Finds the types to which a query casts its placeholders: {@code CAST(:x AS date)}, {@code
 * :x::date}.
 *
 * <p>PostgreSQL says these itself; H2 knows no type for a value that is cast.
 */
final class Casts {
  private static final String NONE = "";

  private final SqlTokens code;

  Casts(SqlTokens code) {
    this.code = code;
  }

  /** One text for each placeholder, in order; empty where there is no cast. */
  List<String> ofPlaceholders() {
    List<String> casts = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      if (code.isKind(i, Kind.PLACEHOLDER)) {
        casts.add(of(i));
      }
    }
    return casts;
  }

  private String of(int i) {
    if (code.isWord(i - 2, "CAST") && code.isSymbol(i - 1, '(') && code.isWord(i + 1, "AS")) {
      return text(i + 2, code.closing(i - 1));
    }
    boolean cast = code.isSymbol(i + 1, ':') && code.isSymbol(i + 2, ':');
    return cast ? text(i + 3, typeEnd(i + 3)) : NONE;
  }

  /** Where a type ends that is followed by anything. */
  private int typeEnd(int start) {
    int i = start + 1;
    if (code.isWord(start, "DOUBLE", "PRECISION") || code.isWord(start, "CHARACTER", "VARYING")) {
      i++;
    }
    i = parenthesesEnd(i);
    for (String with : List.of("WITH", "WITHOUT")) {
      if (code.isWord(i, with, "TIME", "ZONE")) {
        i += 3;
      }
    }
    return arrayEnd(i);
  }

  private int parenthesesEnd(int i) {
    return code.isSymbol(i, '(') ? Math.min(code.closing(i) + 1, code.size()) : i;
  }

  private int arrayEnd(int start) {
    if (code.isWord(start, "ARRAY")) {
      return start + 1;
    }
    int i = start;
    while (code.isSymbol(i, '[') && code.isSymbol(i + 1, ']')) {
      i += 2;
    }
    return i;
  }

  /**
   * The tokens in upper case, with a blank between words; brackets are the word ARRAY.
   *
   * <p>No type has a placeholder in it: without that end, casts in casts would be read over and
   * over.
   */
  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    int end = Math.min(to, code.size());
    for (int i = from; i < end && !code.isKind(i, Kind.PLACEHOLDER); i++) {
      if (code.isSymbol(i, '[')) {
        text.append(" ARRAY");
      } else if (!code.isSymbol(i, ']')) {
        boolean words = !code.word(i).isEmpty() && !code.word(i - 1).isEmpty() && i > from;
        boolean behind = !code.word(i).isEmpty() && code.isSymbol(i - 1, ')');
        text.append(words || behind ? " " : "").append(part(i));
      }
    }
    return text.toString();
  }

  private String part(int i) {
    return code.word(i).isEmpty() ? code.textOf(i) : code.word(i);
  }
}
