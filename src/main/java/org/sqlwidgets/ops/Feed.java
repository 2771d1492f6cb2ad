package org.sqlwidgets.ops;

/**
 * A widget or lookup, as metrics and logs name it.
 *
 * @param kind {@code widget}, {@code lookup} or {@code other}
 * @param name its id or name; {@code -} of what has none
 */
record Feed(String kind, String name) {
  /** Everything that is served besides widgets and lookups, and what is not served at all. */
  static final Feed OTHER = new Feed("other", "-");

  static Feed widget(String id) {
    return new Feed("widget", id);
  }

  static Feed lookup(String name) {
    return new Feed("lookup", name);
  }
}
