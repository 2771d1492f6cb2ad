package org.sqlwidgets.database;

import org.jspecify.annotations.Nullable;

/**
 * What was configured for one datasource; a part that is missing or blank is null.
 *
 * @param name the part between {@code datasources.} and {@code .url}
 */
record DatasourceSettings(
    String name, @Nullable String url, @Nullable String username, @Nullable String password) {

  DatasourceSettings {
    url = blankToNull(url);
    username = blankToNull(username);
  }

  /** The setting's full name: {@code datasources.widgets.url} for {@code url}. */
  String key(String part) {
    return "datasources." + name + "." + part;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Names the datasource and its address; never the password. */
  @Override
  public String toString() {
    return "datasource " + name + " at " + url;
  }
}
