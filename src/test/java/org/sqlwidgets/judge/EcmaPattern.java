package org.sqlwidgets.judge;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A schema's pattern with the meaning it has in JavaScript.
 *
 * <p>Java's {@code $} also matches before a last line break, and its {@code \s} knows only ASCII.
 *
 * @param pattern the same pattern in Java's words
 */
record EcmaPattern(Pattern pattern) implements RegularExpression {
  private static final String BLANKS =
      "\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

  /** Translates a pattern as it stands in a schema. */
  static EcmaPattern of(String regex) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
        java.append(escape(regex.charAt(i), inClass));
      } else {
        inClass = c == '[' || (inClass && c != ']');
        java.append(c == '$' && !inClass ? "\\z" : String.valueOf(c));
      }
    }
    return new EcmaPattern(Pattern.compile(java.toString()));
  }

  private static String escape(char c, boolean inClass) {
    return switch (c) {
      case 's' -> inClass ? BLANKS : "[" + BLANKS + "]";
      case 'S' -> "[^" + BLANKS + "]";
      default -> "\\" + c;
    };
  }

  @Override
  public boolean matches(String value) {
    return pattern.matcher(value).find();
  }
}
