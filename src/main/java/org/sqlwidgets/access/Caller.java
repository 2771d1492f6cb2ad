package org.sqlwidgets.access;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as its key says it.
 *
 * @param key the name of the key, never anything made of the key itself; null when none was shown
 * @param role what the caller may do
 */
public record Caller(@Nullable String key, Role role) {
  /** Everybody, where no keys are asked for: names and origins are what protects such a server. */
  static final Caller ANYBODY = new Caller(null, Role.ADMIN);

  /** Somebody without a right key, let in for an address that needs none. */
  static final Caller NOBODY = new Caller(null, Role.READ);

  /** Tells whether the caller may change what the server keeps. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
