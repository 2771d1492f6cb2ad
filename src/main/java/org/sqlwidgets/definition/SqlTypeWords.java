package org.sqlwidgets.definition;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.SqlType;

/** The words of {@code sqlType} (widget-file §3). */
final class SqlTypeWords {
  private static final Map<String, BindType> WORDS = words();

  private SqlTypeWords() {}

  static Optional<BindType> find(String word) {
    return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
  }

  static Collection<String> all() {
    return Collections.unmodifiableSet(WORDS.keySet());
  }

  /** The words that a message lists. */
  static String usual() {
    return "integer, bigint, numeric, double, boolean, date, timestamp, timestamptz, time, uuid,"
        + " text";
  }

  private static Map<String, BindType> words() {
    Map<String, BindType> words = new TreeMap<>();
    add(words, SqlType.SMALLINT, "int2", "smallint", "int2");
    add(words, SqlType.INTEGER, "int4", "integer", "int", "int4");
    add(words, SqlType.BIGINT, "int8", "bigint", "int8");
    add(words, SqlType.NUMERIC, "numeric", "numeric", "decimal");
    add(words, SqlType.REAL, "float4", "real", "float4");
    add(words, SqlType.DOUBLE, "float8", "double", "double precision", "float8");
    add(words, SqlType.BOOLEAN, "bool", "boolean", "bool");
    add(words, SqlType.DATE, "date", "date");
    add(words, SqlType.TIMESTAMP, "timestamp", "timestamp");
    add(words, SqlType.TIMESTAMPTZ, "timestamptz", "timestamptz");
    add(words, SqlType.TIME, "time", "time");
    add(words, SqlType.UUID, "uuid", "uuid");
    add(words, SqlType.TEXT, "varchar", "text", "varchar");
    return words;
  }

  private static void add(Map<String, BindType> words, SqlType type, String name, String... of) {
    for (String word : of) {
      words.put(word, new BindType(type, name, false));
    }
  }
}
