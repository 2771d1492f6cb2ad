package org.sqlwidgets.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.problem.SourceText;
import org.sqlwidgets.sql.Token.Kind;

/** The names in a query that stand before an opening parenthesis. */
final class FunctionCalls {
  private final SqlTokens tokens;

  FunctionCalls(SqlTokens tokens) {
    this.tokens = tokens;
  }

  /** All names in lower case, in order of first appearance. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isCall(i)) {
        names.add(name(i));
      }
    }
    return Collections.unmodifiableSet(names);
  }

  /** Adds a problem for each call of a function that is refused or whose name is hidden. */
  void check(SourceText source, SqlDialect dialect, Problems problems) {
    for (int i = 0; i < tokens.size(); i++) {
      SourceLocation location = source.atOffset(tokens.get(i).start());
      if (isHiddenCall(i)) {
        problems.error(location, "function name is written with \"U&\"; write it plainly");
      } else if (isCall(i)) {
        String name = name(i);
        RefusedFunctions.reason(dialect, name)
            .ifPresent(reason -> problems.error(location, message(name, reason)));
      }
    }
  }

  private static String message(String name, String reason) {
    return "function \"" + name + "\" is not allowed in a widget: " + reason;
  }

  private boolean isCall(int i) {
    return tokens.isName(i) && tokens.isSymbol(i + 1, '(');
  }

  /** {@code U&"\0066"(…)} and {@code U&"!0066" UESCAPE '!' (…)}: escapes in the name. */
  private boolean isHiddenCall(int i) {
    boolean called = isCall(i) || (tokens.isWord(i + 1, "UESCAPE") && tokens.isSymbol(i + 3, '('));
    return called
        && tokens.isKind(i, Kind.QUOTED_NAME)
        && "uU".indexOf(tokens.textOf(i).charAt(0)) >= 0;
  }

  private String name(int i) {
    String written = tokens.textOf(i).toLowerCase(Locale.ROOT);
    if (tokens.isKind(i, Kind.WORD)) {
      return written;
    }
    String quote = written.substring(written.length() - 1);
    String inside = written.substring(written.indexOf(quote) + 1, written.length() - 1);
    return inside.replace(quote + quote, quote);
  }
}
