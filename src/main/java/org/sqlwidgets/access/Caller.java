package org.sqlwidgets.access;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as its key says it.
 *
 * @param key the name of the key, never anything made of the key itself; null when none was shown
 * @param role what the caller may do
 * @param sees what there is for the caller
 */
public record Caller(@Nullable String key, Role role, AllowList sees) {
  /** Everybody, where no keys are asked for: names and origins are what protects such a server. */
  static final Caller ANYBODY = new Caller(null, Role.ADMIN, AllowList.ALL);

  /** Somebody without a right key, let in for an address that needs none. */
  static final Caller NOBODY = new Caller(null, Role.READ, AllowList.NONE);

  /** The same for one address that needs no key: it never gives a right to change anything. */
  Caller reading() {
    return new Caller(key, Role.READ, sees);
  }

  /** Tells whether the caller may change what the server keeps. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
