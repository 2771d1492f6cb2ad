package org.sqlwidgets.query;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbc.JdbcException;
import org.sqlwidgets.query.Description.Refused;
import org.sqlwidgets.sql.JdbcSql;

/**
 * Reads H2's errors: where they are and what they say.
 *
 * <p>H2 gives no position. A syntax error repeats the statement with a mark in it; other errors
 * name what they are about.
 */
final class H2Refusal {
  private static final String MARK = "[*]";
  private static final Pattern SYNTAX =
      Pattern.compile(
          "Syntax error in SQL statement \"(.*?)\"(?:; expected \".*\")?", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("\"\"|\\\\\\\\|\\\\\\+([0-9a-f]{6})|\\\\([0-9a-f]{4})");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(?:Column|Table|Function|Schema|View|Sequence) \"(.+?)\" not found"
              + "|Ambiguous column name \"(.+?)\"|Unknown data type: \"(.+?)\").*",
          Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern NEXT_WORD = Pattern.compile("\\s*(\\w+|\\S)");

  private final String message;
  private final JdbcSql sql;

  private H2Refusal(String message, JdbcSql sql) {
    this.message = message;
    this.sql = sql;
  }

  static Refused of(Exception e, JdbcSql sql) {
    String message = e instanceof JdbcException h2 ? h2.getOriginalMessage() : e.getMessage();
    return new H2Refusal(String.valueOf(message), sql).refused();
  }

  private Refused refused() {
    Matcher syntax = SYNTAX.matcher(message);
    if (syntax.matches()) {
      OptionalInt place = marked(unescaped(syntax.group(1)));
      return new Refused(place.isPresent() ? nextWord(place.getAsInt()) : "Syntax error", place);
    }
    Matcher named = NAMED.matcher(message);
    OptionalInt place =
        named.matches()
            ? find(
                Optional.ofNullable(named.group(1))
                    .or(() -> Optional.ofNullable(named.group(2)))
                    .orElseGet(() -> named.group(3)))
            : OptionalInt.empty();
    return new Refused(message.lines().findFirst().orElse(message).strip(), place);
  }

  /** The index of the mark that H2 has put into the statement, or behind it. */
  private OptionalInt marked(String statement) {
    for (int i = statement.indexOf(MARK); i >= 0; i = statement.indexOf(MARK, i + 1)) {
      String without = statement.substring(0, i) + statement.substring(i + MARK.length());
      if (without.startsWith(sql.text())) {
        return OptionalInt.of(Math.min(i, sql.text().length()));
      }
    }
    return OptionalInt.empty();
  }

  private String nextWord(int place) {
    Matcher word = NEXT_WORD.matcher(sql.text()).region(place, sql.text().length());
    return word.lookingAt()
        ? "Syntax error at \"" + word.group(1) + '"'
        : "Syntax error at the end of the query";
  }

  private static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape)));
  }

  private static String unescaped(java.util.regex.MatchResult escape) {
    String digits = escape.group(1) == null ? escape.group(2) : escape.group(1);
    return digits == null
        ? escape.group().substring(1)
        : Character.toString(Integer.parseInt(digits, 16));
  }

  /** The first place of a name in the statement, but not in its strings. */
  private OptionalInt find(String name) {
    String code =
        STRING.matcher(sql.text()).replaceAll(string -> " ".repeat(string.group().length()));
    OptionalInt whole = find(name, code);
    return whole.isPresent() ? whole : find(name.substring(name.lastIndexOf('.') + 1), code);
  }

  private static OptionalInt find(String name, String code) {
    Matcher found =
        Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
            .matcher(code);
    return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
  }
}
