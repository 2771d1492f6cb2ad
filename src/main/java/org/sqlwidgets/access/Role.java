package org.sqlwidgets.access;

import java.util.Locale;

/** What the holder of a key may do. */
public enum Role {
  /** See widgets, ask for their data, and send their forms. */
  READ,
  /** The same, and change what the server itself keeps, such as the options of lookups. */
  ADMIN;

  /** The word in settings and records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
