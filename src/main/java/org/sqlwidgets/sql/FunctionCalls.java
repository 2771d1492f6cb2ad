package org.sqlwidgets.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sqlwidgets.problem.Problems;
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

  /** Adds a problem for each call of a function that is refused, and for each hidden name. */
  void check(SourceText source, SqlDialect dialect, Problems problems) {
    for (int i = 0; i < tokens.size(); i++) {
      int offset = tokens.get(i).start();
      problem(i, dialect).ifPresent(message -> problems.error(source.atOffset(offset), message));
    }
  }

  private Optional<String> problem(int i, SqlDialect dialect) {
    if (isHidden(i)) {
      return Optional.of("name is hidden by \"U&\" escapes; write it plainly");
    }
    if (!isCall(i)) {
      return Optional.empty();
    }
    String name = name(i);
    return RefusedFunctions.reason(dialect, name)
        .map(reason -> "function \"" + name + "\" is not allowed in a widget: " + reason);
  }

  private boolean isCall(int i) {
    return tokens.isName(i) && tokens.isSymbol(i + 1, '(');
  }

  /** {@code U&"\\0066"(…)}, or escapes with a sign of their own. */
  private boolean isHidden(int i) {
    return tokens.isKind(i, Kind.QUOTED_NAME)
        && "uU".indexOf(tokens.textOf(i).charAt(0)) >= 0
        && (isCall(i) || tokens.isWord(i + 1, "UESCAPE"));
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
