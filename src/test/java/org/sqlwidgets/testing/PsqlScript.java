package org.sqlwidgets.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the scripts of {@code db/init} as psql would, where no psql is installed.
 *
 * <p>Knows {@code \set}, {@code \getenv}, {@code :'name'} and {@code :"name"}, not more.
 */
final class PsqlScript {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$.*?\\$\\$|(?<!:):(['\"])([A-Za-z_]+)\\1", Pattern.DOTALL);

  private final Map<String, String> environment;

  PsqlScript(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Runs a file in the connection's database. */
  void run(Path file, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql(Files.readString(file), connection.getCatalog()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String sql(String text, String database) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DBNAME", database);
    StringBuilder sql = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("\\")) {
        metaCommand(line.split(" ", 3), variables);
      } else {
        sql.append(line).append('\n');
      }
    }
    return VARIABLE
        .matcher(sql)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(), variables)));
  }

  private void metaCommand(String[] words, Map<String, String> variables) {
    switch (words[0]) {
      case "\\set" -> variables.put(words[1], words[2].equals("''") ? "" : words[2]);
      case "\\getenv" -> {
        if (environment.containsKey(words[2])) {
          variables.put(words[1], environment.get(words[2]));
        }
      }
      default -> throw new IllegalArgumentException("unknown command " + words[0]);
    }
  }

  private static String value(String found, Map<String, String> variables) {
    if (found.startsWith("$$")) {
      return found;
    }
    String quote = found.substring(1, 2);
    String value = variables.get(found.substring(2, found.length() - 1));
    if (value == null) {
      throw new IllegalArgumentException("unknown variable " + found);
    }
    return quote + value.replace(quote, quote + quote) + quote;
  }
}
