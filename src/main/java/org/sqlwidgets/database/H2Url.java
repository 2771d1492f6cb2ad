package org.sqlwidgets.database;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The address of an H2 database inside this process, with the settings the product needs.
 *
 * <p>The settings make H2 read PostgreSQL's SQL: {@code SELECT 1 AS value} and a column {@code
 * month} are syntax errors without them. What the configured address sets itself stays as it is.
 *
 * @param key the setting that gave it, for messages
 * @param database the address without settings
 * @param settings what follows the first semicolon, by upper-case name
 */
record H2Url(String key, String database, Map<String, String> settings) {

  static final String PREFIX = "jdbc:h2:";

  private static final String MEMORY = PREFIX + "mem:";
  private static final String FILE = PREFIX + "file:";

  /** Wanted by every connection; a user without admin rights may repeat them. */
  private static final Map<String, String> EVERYBODY =
      ordered(
          "MODE", "PostgreSQL",
          "DATABASE_TO_LOWER", "TRUE",
          "NON_KEYWORDS", "VALUE,MONTH,YEAR,DAY,KEY,USER");

  /**
   * Need admin rights and are not stored: the owner sets them and stays connected. Without a delay
   * a change is in the file when it is confirmed; H2 would write it within half a second.
   */
  private static final Map<String, String> OWNER =
      ordered(
          "DEFAULT_NULL_ORDERING", "HIGH",
          "DB_CLOSE_ON_EXIT", "FALSE",
          "TRACE_LEVEL_FILE", "0",
          "WRITE_DELAY", "0");

  /** Rows are made as they are read, so that a large reply is not held in memory as a whole. */
  private static final Map<String, String> READER = ordered("LAZY_QUERY_EXECUTION", "1");

  /**
   * Reads an address.
   *
   * @param key the setting that gave it, for messages
   * @return empty when the database is not H2, or H2 in another process
   */
  static Optional<H2Url> inThisProcess(String key, String url) {
    if (!url.startsWith(PREFIX) || isRemote(url)) {
      return Optional.empty();
    }
    String[] parts = url.split("(?<!\\\\);", -1);
    if (parts[0].equals(MEMORY)) {
      throw new DatabaseStartException(
          "%s is \"%s\"; a database in memory needs a name, such as %swidgets"
              .formatted(key, MEMORY, MEMORY));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      addSetting(settings, parts[i]);
    }
    return Optional.of(new H2Url(key, parts[0], settings));
  }

  private static boolean isRemote(String url) {
    return url.startsWith(PREFIX + "tcp:") || url.startsWith(PREFIX + "ssl:");
  }

  private static void addSetting(Map<String, String> settings, String text) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      settings.put(
          text.substring(0, equals).strip().toUpperCase(Locale.ROOT), text.substring(equals + 1));
    }
  }

  /** The address for the owner: the configured settings and all that are missing. */
  String forOwner() {
    Map<String, String> all = new LinkedHashMap<>(EVERYBODY);
    all.putAll(OWNER);
    all.putAll(settings);
    return join(all);
  }

  /** The address for a user with rights to SELECT only. */
  String forReader() {
    Map<String, String> all = new LinkedHashMap<>(EVERYBODY);
    all.replaceAll(settings::getOrDefault);
    all.putAll(READER);
    return join(all);
  }

  /** The address for a user who changes some tables. */
  String forWriter() {
    Map<String, String> all = new LinkedHashMap<>(EVERYBODY);
    all.replaceAll(settings::getOrDefault);
    return join(all);
  }

  private String join(Map<String, String> all) {
    StringBuilder url = new StringBuilder(database);
    all.forEach((name, value) -> url.append(';').append(name).append('=').append(value));
    return url.toString();
  }

  /** The database's path without its ending; empty when it is in memory. */
  Optional<Path> file() {
    if (database.startsWith(MEMORY)) {
      return Optional.empty();
    }
    String path = database.substring((database.startsWith(FILE) ? FILE : PREFIX).length());
    return Optional.of(
        path.startsWith("~/")
            ? Path.of(System.getProperty("user.home"), path.substring(2))
            : Path.of(path));
  }

  /** How people call the database: its path, or its name in memory. */
  String label() {
    return file().map(Path::toString).orElse(database.substring(PREFIX.length()));
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
